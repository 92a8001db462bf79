// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runtime/receiverconfig.h"
#include "core/base/health.h"
#include "core/webhook/endpoint.h"

#include <QTimer>
#include <memory>

namespace anrufwarte {

/// Listener and endpoint in their thread, and what becomes of them there: addresses that cannot be bound are
/// tried again, sockets exchanged, health reported. Made anywhere, then moved; all functions are called in
/// its thread.
class Reception : public QObject
{
    Q_OBJECT
public:
    /// `sink` and `clock` must outlive it.
    Reception(ChangeSink &sink, const Clock &clock);
    ~Reception() override;

    /// Binds, or fails and stays idle.
    [[nodiscard]] Result<void> start(const ReceiverConfig &config);
    /// Binds now, or later when it can; until then the health says why not.
    void startOrRetry(const ReceiverConfig &config);
    void setEndpointConfig(const EndpointConfig &config);
    /// After start().
    void setStoreHealth(const StoreHealth &health);
    /// Accepts nothing more; says stopped() when what was on its way is answered.
    void stop();

Q_SIGNALS:
    void healthChanged(const anrufwarte::ListenerHealth &health);
    /// A genuine webhook about this call was answered 503.
    void notWritten(const anrufwarte::CallId &callId);
    void stopped();

private:
    [[nodiscard]] Result<void> bind();
    void retryLater(const Error &error);
    void retire();
    void listenTo(http::Listener *listener);
    void nameAddresses();
    void announce();

    ChangeSink &m_sink;
    const Clock &m_clock;
    ReceiverConfig m_config;
    std::unique_ptr<Endpoint> m_endpoint; ///< outlives every listener
    http::Listener *m_listener = nullptr; ///< a child; an exchanged one lives on until it is drained
    QTimer *m_retry;
    int m_retryMs = 0;
    QStringList m_origins; ///< "http://127.0.0.1:8787"
    ListenerHealth m_health;
};

} // namespace anrufwarte
