// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>

namespace anrufwarte {

/// One window per profile and account: a second start asks the first one to come to the front. Only the same
/// user can connect.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &profileDirectory, QObject *parent = nullptr);

    /// True when another one runs and has been asked to show itself. Waits a moment for it, before any window
    /// is there.
    [[nodiscard]] bool handOver() const;
    void listen();

Q_SIGNALS:
    void raiseRequested();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace anrufwarte
