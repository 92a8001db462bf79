// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

namespace anrufwarte {

/// Messages of the desktop over org.freedesktop.Notifications: needs no tray, takes no focus, makes no sound.
class DesktopNotices : public QObject
{
    Q_OBJECT
public:
    explicit DesktopNotices(QObject *parent = nullptr);

    /// Plain text, whatever the desktop makes of markup.
    void show(const QString &title, const QString &text, bool isGrave);

Q_SIGNALS:
    void pressed(); ///< on one of ours
    /// There is no such service: to be told in another way.
    void unheard(const QString &title, const QString &text, bool isGrave);

private Q_SLOTS:
    void take(uint id, const QString &action);

private:
    void send(const QString &title, const QString &text, bool isGrave, const QStringList &capabilities);

    QList<uint> m_ids; ///< the newest of ours; the service counts those of all programs
};

} // namespace anrufwarte
