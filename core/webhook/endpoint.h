// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/calls/changesink.h"
#include "core/http/handler.h"
#include "core/webhook/endpointconfig.h"
#include "core/webhook/judgement.h"

#include <QLatin1String>
#include <QObject>
#include <QTimer>

namespace anrufwarte {

/// What the endpoint adds to ListenerHealth. Requests that the listener refused itself are counted too.
struct EndpointCounters
{
    qint64 accepted = 0;     ///< answered 204
    qint64 rejected = 0;     ///< answered 4xx
    qint64 unavailable = 0;  ///< answered 503
    qint64 droppedNotes = 0; ///< rejections too many to be written down
    std::optional<qint64> lastWebhookMs;

    void fill(ListenerHealth &health) const;
    bool operator==(const EndpointCounters &) const = default;
};

/// Answers the webhook path (contract §4): judges each request, hands what it takes to the ChangeSink as one
/// batch, and answers 204 only when that batch is durable. Every request leaves a DeliveryRecord, except
/// successful health checks. Lives in the listener's thread, where all its functions are called; the sink
/// must outlive it.
class Endpoint final : public QObject, public http::Handler
{
    Q_OBJECT

public:
    Endpoint(ChangeSink &sink, EndpointConfig config, QObject *parent = nullptr);

    void handle(http::Request request, http::Responder respond) override;
    void refused(const QHostAddress &peer, int status, QByteArrayView reason) override;

    /// Takes effect with the next request.
    void setConfig(EndpointConfig config);
    /// For /health: what the store says of itself, beside what the last batch showed.
    void setStoreWritable(bool writable);
    /// It takes webhooks, but something of what it held is lost or was set aside.
    void setStoreDamaged(bool damaged);

    [[nodiscard]] const EndpointCounters &counters() const { return m_counters; }

Q_SIGNALS:
    /// At most every 200 ms; the newest value is the truth.
    void countersChanged(const anrufwarte::EndpointCounters &counters);
    /// A genuine webhook about this call was answered 503: the store could not take it.
    void notWritten(const anrufwarte::CallId &callId);

private:
    [[nodiscard]] bool isHealthCheck(const http::Request &request) const;
    [[nodiscard]] http::Response health() const;
    [[nodiscard]] DeliveryRecord recordOf(const http::Request &request, const QHostAddress &sender) const;

    void take(Judgement judgement, DeliveryRecord record, const http::Responder &respond);
    void stored(const DeliveryRecord &record, const Result<BatchOutcome> &outcome,
                const http::Responder &respond);
    void refuse(DeliveryRecord record, int status, QLatin1String reason, const http::Responder &respond);
    void countAnswer(int status);
    void announce();

    ChangeSink &m_sink;
    EndpointConfig m_config;
    QString m_terms; ///< CheckTerms of it, as deliveries carry them
    EndpointCounters m_counters;
    EndpointCounters m_announced;
    QTimer m_pause; ///< runs after an announcement
    bool m_storeTakes = true;
    bool m_storeWritable = true;
    bool m_storeDamaged = false;
};

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::EndpointCounters)
