// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace anrufwarte {

/// One address to listen on. Port 0 = any free.
struct ListenAddress
{
    QString host; ///< "127.0.0.1", "::1"
    quint16 port = 0;
    bool operator==(const ListenAddress &) const = default;
};

/// All settings of contract §3, read, checked and typed. A value: passed to who needs it.
struct Settings
{
    QString retellBaseUrl = QStringLiteral("https://api.retellai.com");

    QList<ListenAddress> webhookListen{{QStringLiteral("127.0.0.1"), 8787}};
    QString webhookPath = QStringLiteral("/webhooks/retell");
    QString webhookPublicUrl;
    int webhookToleranceSeconds = 300;
    QStringList webhookAllowlist;      ///< CIDR, checked
    QStringList webhookTrustedProxies; ///< CIDR, checked
    QString webhookTlsCertificate;
    QString webhookTlsKey;
    qint64 webhookMaxBodyBytes = 8'388'608;
    int webhookMaxConnections = 512;
    int webhookMaxConnectionsPerPeer = 384;
    int webhookHeaderTimeoutSeconds = 10;
    int webhookRequestTimeoutSeconds = 30;

    int pollIntervalSeconds = 15;
    int pollUnconfirmedAfterSeconds = 900;

    int syncRequestIntervalMs = 100;
    int syncRequestTimeoutSeconds = 60;
    int syncMaxInFlight = 8;
    int syncRetryDelaySeconds = 300;
    int syncMaxAttempts = 5;

    QString storeUrl = QStringLiteral("sqlite:calls.sqlite");
    int storeRawDays = 30;
    int retentionDays = 0;

    QString costUnit = QStringLiteral("auto"); ///< auto, cents, dollars
    double costTolerance = 0.01;
    std::optional<double> costEurRate;

    int alertsLatencyP95Ms = 5000;
    int alertsCallMinutesWarn = 5;
    int alertsCallMinutesDanger = 10;

    QString uiLanguage = QStringLiteral("auto"); ///< auto, de, en
    QString uiTheme = QStringLiteral("auto");    ///< auto, light, dark
    bool privacyMaskNumbers = false;

    bool operator==(const Settings &) const = default;
};

/// The keys, from wherever they were found (contract §3). Never part of Settings, so that no dump can hold
/// them.
struct Secrets
{
    Secret apiKey;
    QList<Secret> webhookKeys; ///< = apiKey when not set of its own; several during a key change
    bool operator==(const Secrets &) const = default;
};

} // namespace anrufwarte
