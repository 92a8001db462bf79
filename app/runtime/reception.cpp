// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/reception.h"

#include "app/runtime/log.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int FirstRetryMs = 1'000;
constexpr int LongestRetryMs = 60'000;

} // namespace

Reception::Reception(ChangeSink &sink, const Clock &clock)
    : m_sink(sink), m_clock(clock), m_retry(new QTimer(this))
{
    m_retry->setSingleShot(true);
    connect(m_retry, &QTimer::timeout, this, [this] { startOrRetry(m_config); });
}

Reception::~Reception()
{
    qDeleteAll(findChildren<http::Listener *>(Qt::FindDirectChildrenOnly)); // before the endpoint they call
}

Result<void> Reception::start(const ReceiverConfig &config)
{
    m_config = config;
    if (!m_endpoint) {
        m_endpoint = std::make_unique<Endpoint>(m_sink, config.endpoint);
        connect(m_endpoint.get(), &Endpoint::countersChanged, this, [this](const EndpointCounters &counters) {
            counters.fill(m_health);
            announce();
        });
        connect(m_endpoint.get(), &Endpoint::notWritten, this, &Reception::notWritten);
    }
    m_endpoint->setConfig(config.endpoint);
    return bind();
}

void Reception::startOrRetry(const ReceiverConfig &config)
{
    if (const auto started = start(config); !started)
        retryLater(started.error());
}

void Reception::setEndpointConfig(const EndpointConfig &config)
{
    m_config.endpoint = config;
    if (m_endpoint)
        m_endpoint->setConfig(config);
    nameAddresses();
    announce();
}

void Reception::setStoreHealth(const StoreHealth &health)
{
    if (!m_endpoint)
        return;
    m_endpoint->setStoreWritable(health.writable);
    m_endpoint->setStoreDamaged(health.replacedBrokenFile || (health.writable && health.problem));
}

void Reception::stop()
{
    m_retry->stop();
    if (!m_listener) {
        Q_EMIT
        stopped();
        return;
    }
    connect(m_listener, &http::Listener::drained, this, &Reception::stopped);
    retire();
    m_health.listening = false;
    announce();
}

Result<void> Reception::bind()
{
    retire();
    auto fresh = std::make_unique<http::Listener>(*m_endpoint, m_clock, nullptr);
    const auto bound = fresh->start(m_config.listener);
    if (!bound)
        return bound.error();
    m_listener = fresh.release();
    m_listener->setParent(this);
    listenTo(m_listener);
    m_retryMs = 0;
    m_health.listening = true;
    m_health.problem.reset();
    m_health.port = bound->constFirst().port;
    m_origins.clear();
    for (const http::Endpoint &endpoint : *bound)
        m_origins.append(endpoint.origin());
    nameAddresses();
    qCInfo(logListener).noquote() << "listening on" << m_health.addresses.join(u", ");
    announce();
    return {};
}

void Reception::retryLater(const Error &error)
{
    m_retryMs = std::clamp(2 * m_retryMs, FirstRetryMs, LongestRetryMs);
    m_retry->start(m_retryMs);
    qCWarning(logListener).noquote() << "cannot listen on" << error.args.join(u' ') << error.detail
                                     << "- next try in" << m_retryMs << "ms";
    m_health.listening = false;
    m_health.problem = error;
    announce();
}

/// The present listener stops and goes when it is empty; its sockets are free at once.
void Reception::retire()
{
    if (!m_listener)
        return;
    connect(m_listener, &http::Listener::drained, m_listener, &QObject::deleteLater);
    m_listener->stop();
    m_listener = nullptr;
}

void Reception::listenTo(http::Listener *listener)
{
    connect(listener, &http::Listener::connectionCountChanged, this, [this, listener](int count) {
        if (listener != m_listener)
            return;
        m_health.connections = count;
        announce();
    });
    connect(listener, &http::Listener::acceptingPaused, this,
            [] { qCCritical(logListener) << "accepting pauses: out of file descriptors or memory"; });
    connect(listener, &http::Listener::acceptingResumed, this,
            [] { qCInfo(logListener) << "accepting again"; });
    connect(listener, &http::Listener::crowded, this, [](qint64 gaveWay, qint64 turnedAway) {
        qCWarning(logListener) << "all connections are in use:" << gaveWay
                               << "slow or idle ones gave way to others," << turnedAway << "were turned away";
    });
    connect(listener, &http::Listener::certificateReloaded, this, [this] {
        qCInfo(logListener) << "certificate reloaded";
        m_health.problem.reset();
        announce();
    });
    connect(listener, &http::Listener::certificateRejected, this, [this](const Error &error) {
        qCWarning(logListener).noquote() << "changed certificate not used:" << error.detail;
        m_health.problem = error;
        announce();
    });
}

void Reception::nameAddresses()
{
    m_health.addresses.clear();
    for (const QString &origin : std::as_const(m_origins))
        m_health.addresses.append(origin + QString::fromUtf8(m_config.endpoint.path));
}

void Reception::announce()
{
    Q_EMIT
    healthChanged(m_health);
}

} // namespace anrufwarte
