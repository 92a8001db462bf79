// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

namespace anrufwarte {

/// Notices that the machine slept, or that somebody set its clock forward: what happened meanwhile was
/// missed, and timers stood still. Lives in the thread that makes it.
class SleepWatch : public QObject
{
    Q_OBJECT
public:
    /// `clock` must outlive it.
    explicit SleepWatch(const Clock &clock, QObject *parent = nullptr);

    /// Compares the clocks. Its own timer calls this.
    void look();

Q_SIGNALS:
    void slept();

private:
    const Clock &m_clock;
    QTimer m_timer;
    qint64 m_gapMs; ///< UTC minus steady: grows during sleep
};

} // namespace anrufwarte
