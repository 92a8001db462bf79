// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/systemtheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace anrufwarte {

namespace {

const QString Service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString Path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString Interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString Appearance = QStringLiteral("org.freedesktop.appearance");

/// Read() wraps its answer in a variant once more than SettingChanged does.
QVariant unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemTheme::SystemTheme(QObject *parent) : QObject(parent) {}

void SystemTheme::ask()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                SLOT(take(QString, QString, QDBusVariant)));
    askFor(QStringLiteral("color-scheme"));
    askFor(QStringLiteral("contrast"));
}

void SystemTheme::askFor(const QString &key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("Read"));
    question << Appearance << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError()) // an error means: no portal, or one too old for this key
            take(Appearance, key, reply.value());
        watcher->deleteLater();
    });
}

void SystemTheme::take(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != Appearance)
        return;
    const uint number = unwrapped(value.variant()).toUInt();
    const auto darkBefore = m_dark;
    const bool contrastBefore = m_highContrast;
    if (key == QLatin1String("color-scheme")) // 0 no preference, 1 dark, 2 light
        m_dark = number == 0 ? std::nullopt : std::optional(number == 1);
    else if (key == QLatin1String("contrast")) // 1 high
        m_highContrast = number == 1;
    if (m_dark != darkBefore || m_highContrast != contrastBefore)
        Q_EMIT
    changed();
}

} // namespace anrufwarte
