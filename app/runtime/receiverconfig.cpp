// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/receiverconfig.h"

#include <tuple>

namespace anrufwarte {

namespace {

constexpr qint64 MsPerSecond = 1000;

http::Limits limitsOf(const Settings &settings)
{
    http::Limits limits;
    limits.bodyBytes = settings.webhookMaxBodyBytes;
    limits.connections = settings.webhookMaxConnections;
    limits.connectionsPerPeer = settings.webhookMaxConnectionsPerPeer;
    limits.headerMs = settings.webhookHeaderTimeoutSeconds * MsPerSecond;
    limits.requestMs = settings.webhookRequestTimeoutSeconds * MsPerSecond;
    return limits;
}

auto socketSettings(const Settings &s)
{
    return std::tie(s.webhookListen, s.webhookTlsCertificate, s.webhookTlsKey, s.webhookMaxBodyBytes,
                    s.webhookMaxConnections, s.webhookMaxConnectionsPerPeer, s.webhookHeaderTimeoutSeconds,
                    s.webhookRequestTimeoutSeconds, s.webhookTrustedProxies);
}

} // namespace

Result<ReceiverConfig> receiverConfig(const Profile &profile, const Settings &settings,
                                      const Secrets &secrets)
{
    const auto allowlist =
        http::AddressList::parse(settings.webhookAllowlist, QStringLiteral("webhook/allowlist"));
    const auto proxies =
        http::AddressList::parse(settings.webhookTrustedProxies, QStringLiteral("webhook/trustedProxies"));
    if (!allowlist)
        return allowlist.error();
    if (!proxies)
        return proxies.error();

    ReceiverConfig config;
    for (const ListenAddress &address : settings.webhookListen)
        config.listener.addresses.append({address.host, address.port});
    config.listener.limits = limitsOf(settings);
    config.listener.trustedProxies = *proxies;
    if (!settings.webhookTlsCertificate.isEmpty()) {
        config.listener.tls = http::TlsFiles{profile.resolved(settings.webhookTlsCertificate),
                                             profile.resolved(settings.webhookTlsKey)};
    }
    config.endpoint.path = settings.webhookPath.toUtf8();
    config.endpoint.keys = secrets.webhookKeys;
    config.endpoint.toleranceMs = settings.webhookToleranceSeconds * MsPerSecond;
    config.endpoint.allowlist = *allowlist;
    config.endpoint.allowlistEntries = settings.webhookAllowlist;
    config.endpoint.trustedProxies = *proxies;
    return config;
}

bool needsNewSockets(const Settings &before, const Settings &after)
{
    return socketSettings(before) != socketSettings(after);
}

} // namespace anrufwarte
