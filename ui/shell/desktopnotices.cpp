// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace anrufwarte {

namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications"); // its interface is called the same
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
const QString DefaultAction = QStringLiteral("default"); ///< a press on the message itself
constexpr qsizetype MostRemembered = 50;

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(Service, Path, Service, method);
}

} // namespace

DesktopNotices::DesktopNotices(QObject *parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected())
        bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this, SLOT(take(uint, QString)));
}

/// Asked each time: another service may have taken the place, and they differ in what they read as markup.
void DesktopNotices::show(const QString &title, const QString &text, bool isGrave)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        Q_EMIT
        unheard(title, text, isGrave);
        return;
    }
    const auto call = bus.asyncCall(callOf(QStringLiteral("GetCapabilities")));
    auto *watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, title, text, isGrave] {
        const QDBusPendingReply<QStringList> capabilities = *watcher;
        watcher->deleteLater();
        if (!capabilities.isError())
            return send(title, text, isGrave, capabilities.value());
        Q_EMIT
        unheard(title, text, isGrave);
    });
}

void DesktopNotices::send(const QString &title, const QString &text, bool isGrave,
                          const QStringList &capabilities)
{
    constexpr uchar Normal = 1, Critical = 2;
    constexpr uint ReplacesNone = 0;
    constexpr int AsUsualThere = -1;
    const QString name = QStringLiteral("anrufwarte");
    const QVariantMap hints{
        {QStringLiteral("urgency"), QVariant::fromValue(isGrave ? Critical : Normal)},
        {QStringLiteral("desktop-entry"), name},
        {QStringLiteral("suppress-sound"), true},
    };
    QStringList actions;
    if (capabilities.contains(QLatin1String("actions")))
        actions = {DefaultAction, tr("Open Anrufwarte")};
    const bool readsMarkup = capabilities.contains(QLatin1String("body-markup")); // never in the title
    QDBusMessage message = callOf(QStringLiteral("Notify"));
    message << QStringLiteral("Anrufwarte") << ReplacesNone << name << title
            << (readsMarkup ? text.toHtmlEscaped() : text) << actions << hints << AsUsualThere;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, title, text, isGrave] {
        const QDBusPendingReply<uint> id = *watcher;
        watcher->deleteLater();
        if (id.isError()) {
            Q_EMIT
            unheard(title, text, isGrave);
            return;
        }
        m_ids.append(id.value());
        if (m_ids.size() > MostRemembered)
            m_ids.removeFirst();
    });
}

void DesktopNotices::take(uint id, const QString &action)
{
    if (action == DefaultAction && m_ids.contains(id))
        Q_EMIT
    pressed();
}

} // namespace anrufwarte
