// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/synchronization.h"

#include "app/runtime/storeplace.h"
#include "core/sync/historywalk.h"
#include "core/sync/sleepwatch.h"

#include <algorithm>
#include <chrono>

namespace anrufwarte {

namespace {

using namespace std::chrono_literals;

/// Qt keeps 6 connections to a host: one stays free for the list of running calls, whoever else asks.
constexpr int MostAtOnce = 5;
constexpr int MostRetriesAtOnce = 4;
constexpr qint64 LeastTellGapMs = 60'000;
constexpr auto AnnouncePause = 200ms;

} // namespace

SyncConfig syncConfig(const Settings &settings, const Secrets &secrets)
{
    constexpr int MsPerSecond = 1000;
    SyncConfig config;
    config.gate.access.baseUrl = QUrl(settings.retellBaseUrl);
    config.gate.access.key = secrets.apiKey;
    config.gate.access.limits.totalMs = settings.syncRequestTimeoutSeconds * MsPerSecond;
    config.gate.budget = {settings.syncRequestIntervalMs, settings.syncMaxInFlight};
    config.gate.pollIntervalMs = qint64(settings.pollIntervalSeconds) * MsPerSecond;
    config.poll.intervalMs = config.gate.pollIntervalMs;
    config.poll.unconfirmedAfterMs = qint64(settings.pollUnconfirmedAfterSeconds) * MsPerSecond;
    config.poll.maxInFlight = settings.syncMaxInFlight;
    config.tellGapAfterMs = std::max(LeastTellGapMs, 3 * config.poll.intervalMs);
    config.retry.retryDelayMs = qint64(settings.syncRetryDelaySeconds) * MsPerSecond;
    config.retry.maxAttempts = settings.syncMaxAttempts;
    config.retry.maxInFlight = std::clamp(settings.syncMaxInFlight - 1, 1, MostRetriesAtOnce);
    config.resync.maxInFlight = std::clamp(settings.syncMaxInFlight - 1, 1, MostAtOnce);
    config.resync.costUnit = costUnitOf(settings);
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
          history({gate, account, sink, source, clock}),
          retries({gate, account, sink, source, clock}),
          resync({gate, account, &sink, source, clock}),
          sleepWatch(clock)
    {
    }
    ~Parts() { gate.close(); }

    const std::unique_ptr<QNetworkAccessManager> network;
    ApiGate gate;
    AccountFacts account;
    Healer healer;
    Poller poller;
    HistoryWalk history;
    AutoResync retries;
    Resync resync;
    SleepWatch sleepWatch;
};

Synchronization::Synchronization(ChangeSink &sink, CallSource &source, const Clock &clock)
    : m_sink(sink), m_source(source), m_clock(clock), m_pause(this)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(AnnouncePause);
    connect(&m_pause, &QTimer::timeout, this, &Synchronization::announce);
}

Synchronization::~Synchronization() = default;

void Synchronization::configure(const SyncConfig &config)
{
    if (!m_parts)
        make();
    const bool wasPollingOn = std::exchange(m_isPollingOn, config.poll.intervalMs > 0);
    m_parts->poller.configure(config.poll);
    m_parts->history.setTellAfterMs(config.tellGapAfterMs);
    m_parts->retries.setRules(config.retry);
    m_parts->resync.setRules(config.resync);
    m_parts->gate.configure(config.gate);
    if (wasPollingOn && !m_isPollingOn)
        m_parts->history.halt(); // without polls nobody asks for the past either
}

void Synchronization::make()
{
    m_parts = std::make_unique<Parts>(m_sink, m_source, m_clock);
    connect(&m_parts->gate, &ApiGate::reset, this, &Synchronization::begin);
    connect(&m_parts->poller, &Poller::healthChanged, this, &Synchronization::announce);
    connect(&m_parts->poller, &Poller::polled, &m_parts->history, &HistoryWalk::advance);
    connect(&m_parts->history, &HistoryWalk::gapChanged, this, &Synchronization::announce);
    connect(&m_parts->retries, &AutoResync::waitingChanged, this, &Synchronization::announce);
    connect(&m_parts->resync, &Resync::progressed, this, &Synchronization::resyncProgressed);
    connect(&m_parts->resync, &Resync::resulted, this, &Synchronization::resyncResulted);
    connect(&m_parts->resync, &Resync::finished, this, &Synchronization::resyncFinished);
    connect(&m_parts->sleepWatch, &SleepWatch::slept, &m_parts->poller, &Poller::pollNow);
    connect(&m_parts->sleepWatch, &SleepWatch::slept, &m_parts->retries, &AutoResync::turn);
}

/// What was on its way is forgotten; the poller knows by itself.
void Synchronization::begin()
{
    if (m_isPollingOn && m_parts->gate.isOpen())
        m_parts->history.begin();
    else
        m_parts->history.halt();
    m_parts->retries.begin();
}

void Synchronization::noteCommitted(const CallUpdates &updates)
{
    m_parts->retries.noteCommitted(updates);
}

void Synchronization::noteRejected(const CallId &unverifiedId, bool senderIsAllowed)
{
    m_parts->retries.noteRejected(unverifiedId, senderIsAllowed);
}

void Synchronization::noteNotWritten(const CallId &callId)
{
    m_parts->retries.noteNotWritten(callId);
}

Poller &Synchronization::poller()
{
    return m_parts->poller;
}

Resync &Synchronization::resync()
{
    return m_parts->resync;
}

/// A flood of calls changes the number of those that wait with each of them: told of in the rhythm of the
/// listener's counters.
void Synchronization::announce()
{
    if (m_pause.isActive())
        return;
    ApiHealth health = m_parts->poller.health();
    if (const auto gap = m_parts->history.gap()) {
        health.gapFromMs = gap->fromMs;
        health.gapToMs = gap->toMs;
    }
    health.retriesWaiting = m_parts->retries.waiting();
    if (std::exchange(m_told, health) == health)
        return;
    m_pause.start();
    Q_EMIT healthChanged(health);
}

} // namespace anrufwarte
