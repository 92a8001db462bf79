// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/synchronization.h"

namespace anrufwarte {

PollConfig pollConfig(const Settings &settings, const Secrets &secrets)
{
    constexpr int MsPerSecond = 1000;
    PollConfig config;
    config.baseUrl = QUrl(settings.retellBaseUrl);
    config.key = secrets.apiKey;
    config.limits.totalMs = settings.syncRequestTimeoutSeconds * MsPerSecond;
    config.budget = {settings.syncRequestIntervalMs, settings.syncMaxInFlight};
    config.intervalMs = qint64(settings.pollIntervalSeconds) * MsPerSecond;
    config.unconfirmedAfterMs = qint64(settings.pollUnconfirmedAfterSeconds) * MsPerSecond;
    return config;
}

Synchronization::Synchronization(ChangeSink &sink, CallSource &source, const Clock &clock)
    : m_sink(sink), m_source(source), m_clock(clock)
{
}

Synchronization::~Synchronization() = default;

void Synchronization::configure(const PollConfig &config)
{
    if (!m_poller) {
        m_network = makeApiNetwork();
        m_poller = std::make_unique<Poller>(*m_network, m_sink, m_source, m_clock, systemRandom());
        connect(m_poller.get(), &Poller::healthChanged, this, &Synchronization::healthChanged);
    }
    m_poller->configure(config);
}

} // namespace anrufwarte
