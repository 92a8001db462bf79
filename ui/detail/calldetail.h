// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/calls/callupdates.h"
#include "core/calls/dashboard.h"
#include "core/settings/settings.h"

#include <QTimer>
#include <QWidget>

namespace anrufwarte {

class AsyncReader;
class CallPane;
class CallSaver;
class Look;
struct CallContent;

/// The detail pane with its content: reads the chosen call off the main thread, reads it again when it
/// changed, and ticks while something on it depends on the time. The previous content stays until the new one
/// is there.
class CallDetail : public QWidget
{
    Q_OBJECT
public:
    CallDetail(Look &look, AsyncReader &reader, const Clock &clock, const Settings &settings,
               QWidget *parent = nullptr);

    [[nodiscard]] const CallId &callId() const { return m_callId; }
    [[nodiscard]] CallPane &pane() { return *m_pane; }
    bool focusSearch(); ///< false: there is no transcript to search
    void saveCall();    ///< as JSON; asks where to

public Q_SLOTS:
    void showCall(const anrufwarte::CallId &id);
    void refresh(const anrufwarte::CallUpdates &updates);
    void setSettings(const anrufwarte::Settings &settings);
    void setDayFigures(const anrufwarte::DayFigures &figures);
    void setResyncEnabled(bool enabled); ///< not while another resync runs
    void clear();

Q_SIGNALS:
    void closeRequested();
    void resyncRequested(const anrufwarte::CallId &id); ///< the shown call shall be asked for at once

private:
    void read();
    void take(const CallId &asked, const Result<CallContent> &answer);
    void adjustTicking();

    AsyncReader &m_reader;
    const Clock &m_clock;
    CallPane *m_pane = nullptr;
    CallSaver *m_saver = nullptr;
    QTimer m_tick;
    CallId m_callId;
    bool m_isReading = false;
    bool m_readAgain = false; ///< it changed while it was being read
};

} // namespace anrufwarte
