// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace anrufwarte {

/// The icon in the system tray, where there is one: brings the window back, quits.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    /// Also shows the icon when the tray came later than the program, as at login.
    [[nodiscard]] bool isAvailable();
    void setState(const QString &text); ///< tooltip: "3 laufende Anrufe"
    /// A message of the desktop, where it can show any; takes no focus. For desktops without DesktopNotices.
    void notify(const QString &title, const QString &text, bool isGrave);
    void retranslate();

Q_SIGNALS:
    void openRequested();
    void quitRequested();

private:
    QSystemTrayIcon *m_icon;
    std::unique_ptr<QMenu> m_menu; ///< a menu cannot have a parent that is no widget
    QAction *m_open;
    QAction *m_quit;
};

} // namespace anrufwarte
