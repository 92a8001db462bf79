// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/synchronization.h"

namespace anrufwarte {

SyncConfig syncConfig(const Settings &settings, const Secrets &secrets)
{
    constexpr int MsPerSecond = 1000;
    SyncConfig config;
    config.gate.access.baseUrl = QUrl(settings.retellBaseUrl);
    config.gate.access.key = secrets.apiKey;
    config.gate.access.limits.totalMs = settings.syncRequestTimeoutSeconds * MsPerSecond;
    config.gate.budget = {settings.syncRequestIntervalMs, settings.syncMaxInFlight};
    config.poll.intervalMs = qint64(settings.pollIntervalSeconds) * MsPerSecond;
    config.poll.unconfirmedAfterMs = qint64(settings.pollUnconfirmedAfterSeconds) * MsPerSecond;
    config.poll.maxInFlight = settings.syncMaxInFlight;
    config.gate.pollIntervalMs = config.poll.intervalMs;
    return config;
}

/// In the order in which they need each other.
struct Synchronization::Parts
{
    Parts(ChangeSink &sink, CallSource &source, const Clock &clock)
        : network(makeApiNetwork()),
          gate(*network, clock, systemRandom()),
          account(gate, clock),
          healer({gate, account, sink, source, clock}),
          poller({gate, account, healer, sink, source, clock}),
          sleepWatch(clock)
    {
    }
    ~Parts() { gate.close(); }

    const std::unique_ptr<QNetworkAccessManager> network;
    ApiGate gate;
    AccountFacts account;
    Healer healer;
    Poller poller;
    SleepWatch sleepWatch;
};

Synchronization::Synchronization(ChangeSink &sink, CallSource &source, const Clock &clock)
    : m_sink(sink), m_source(source), m_clock(clock)
{
}

Synchronization::~Synchronization() = default;

void Synchronization::configure(const SyncConfig &config)
{
    if (!m_parts) {
        m_parts = std::make_unique<Parts>(m_sink, m_source, m_clock);
        connect(&m_parts->poller, &Poller::healthChanged, this, &Synchronization::announce);
        connect(&m_parts->sleepWatch, &SleepWatch::slept, &m_parts->poller, &Poller::pollNow);
    }
    m_parts->poller.configure(config.poll);
    m_parts->gate.configure(config.gate);
}

void Synchronization::pollNow()
{
    if (m_parts)
        m_parts->poller.pollNow();
}

void Synchronization::announce()
{
    Q_EMIT healthChanged(m_parts->poller.health());
}

} // namespace anrufwarte
