// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/trayicon.h"

#include <QAction>
#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>

namespace anrufwarte {

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent),
      m_icon(new QSystemTrayIcon(QIcon(QStringLiteral(":/icons/app/anrufwarte.svg")), this)),
      m_menu(std::make_unique<QMenu>()),
      m_open(m_menu->addAction(QString())),
      m_quit(m_menu->addAction(QString()))
{
    m_icon->setContextMenu(m_menu.get());
    connect(m_open, &QAction::triggered, this, &TrayIcon::openRequested);
    connect(m_quit, &QAction::triggered, this, &TrayIcon::quitRequested);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT
        openRequested();
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::openRequested);
    retranslate();
    (void)isAvailable();
}

TrayIcon::~TrayIcon()
{
    m_icon->setContextMenu(nullptr);
}

bool TrayIcon::isAvailable()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return false;
    m_icon->show();
    return true;
}

void TrayIcon::setState(const QString &text)
{
    m_icon->setToolTip(QStringLiteral("Anrufwarte – ") + text);
}

void TrayIcon::notify(const QString &title, const QString &text, bool isGrave)
{
    constexpr int ShownMs = 10'000;
    if (isAvailable() && QSystemTrayIcon::supportsMessages())
        m_icon->showMessage(title, text, isGrave ? QSystemTrayIcon::Critical : QSystemTrayIcon::Warning,
                            ShownMs);
}

void TrayIcon::retranslate()
{
    m_open->setText(tr("Open Anrufwarte"));
    m_quit->setText(tr("Quit"));
}

} // namespace anrufwarte
