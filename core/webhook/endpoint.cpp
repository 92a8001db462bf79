// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/endpoint.h"

#include "core/http/clientaddress.h"
#include "core/retell/signature.h"
#include "core/webhook/diagnosis.h"
#include "core/webhook/webhookpath.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace anrufwarte {

namespace {

using namespace std::chrono_literals;
constexpr auto AnnouncePause = 200ms;
constexpr qsizetype LongestPath = 1024;
constexpr qsizetype LongestMethod = 32;
constexpr qsizetype LongestHeader = 512;
constexpr qsizetype LongestName = 200;

/// The fixed English sentence beside each reason code: nothing of a request is ever echoed.
QByteArrayView textOf(QLatin1String reason)
{
    static constexpr std::array<std::pair<const char *, const char *>, 15> Texts{{
        {"not_found", "there is no such path"},
        {"method_not_allowed", "only POST is taken here"},
        {"sender_not_allowed", "the sender is not on the list"},
        {"no_key", "no key is configured, nothing can be verified"},
        {"signature_missing", "the x-retell-signature header is missing"},
        {"signature_malformed", "the x-retell-signature header cannot be read"},
        {"timestamp_expired", "the signature is too old"},
        {"timestamp_future", "the signature is from the future"},
        {"signature_mismatch", "the signature does not match"},
        {"bad_json", "the body is not valid JSON"},
        {"no_event", "the body has no event"},
        {"no_call_id", "the body has no call.call_id"},
        {"queue_full", "too much is waiting to be stored, try again"},
        {"store_unavailable", "the store cannot take it now, try again"},
        {"", "request refused"},
    }};
    const auto *found = std::find_if(Texts.begin(), Texts.end() - 1, [reason](const auto &entry) {
        return reason == QLatin1String(entry.first);
    });
    return found->second;
}

bool wasForwarded(const http::Request &request)
{
    return !request.values("X-Forwarded-For").isEmpty() || !request.values("Forwarded").isEmpty() ||
           !request.values("Via").isEmpty();
}

/// Only what is accepted goes without its checks.
DeliveryRecord withChecks(DeliveryRecord record)
{
    if (const std::optional<CheckTerms> terms = checkTermsFrom(record.passed))
        record.checks = passedChecks(record, *terms);
    record.passed.clear();
    return record;
}

QByteArray jsonNumber(const std::optional<qint64> &number)
{
    return number ? QByteArray::number(*number) : QByteArrayLiteral("null");
}

} // namespace

void EndpointCounters::fill(ListenerHealth &health) const
{
    health.accepted = accepted;
    health.rejected = rejected;
    health.unavailable = unavailable;
    health.droppedNotes = droppedNotes;
    health.lastWebhookMs = lastWebhookMs;
}

Endpoint::Endpoint(ChangeSink &sink, EndpointConfig config, QObject *parent)
    : QObject(parent), m_sink(sink), m_pause(this)
{
    setConfig(std::move(config));
    m_pause.setSingleShot(true);
    m_pause.setInterval(AnnouncePause);
    connect(&m_pause, &QTimer::timeout, this, &Endpoint::announce);
}

void Endpoint::setConfig(EndpointConfig config)
{
    m_config = std::move(config);
    m_terms = toText(checkTermsOf(m_config));
}

void Endpoint::setStoreWritable(bool writable)
{
    m_storeWritable = writable;
    if (writable)
        m_storeTakes = true;
}

void Endpoint::setStoreDamaged(bool damaged)
{
    m_storeDamaged = damaged;
}

void Endpoint::handle(http::Request request, http::Responder respond)
{
    if (isHealthCheck(request))
        return respond(health());
    const QHostAddress sender = http::clientAddress(request, m_config.trustedProxies);
    DeliveryRecord record = recordOf(request, sender);
    const bool asksForHealth = request.method == "GET" && isHealthPath(request.path(), m_config.path);
    if (asksForHealth || !isAtOrBelow(request.path(), m_config.path))
        return refuse(std::move(record), 404, QLatin1String("not_found"), respond);
    if (request.method != "POST")
        return refuse(std::move(record), 405, QLatin1String("method_not_allowed"), respond);

    const Submission submission{sender, request.values(SignatureHeaderName), request.body,
                                request.receivedMs};
    Judgement judgement = judge(submission, m_config);
    record.event = judgement.event.left(LongestName);
    record.callId = judgement.callId;
    record.matchedKey = judgement.matchedKey;
    record.skewMs = judgement.skewMs;
    if (judgement.accepted() && !record.matchedKey.isEmpty())
        record.passed = m_terms;
    else
        record.checks = checksOf(submission, judgement, m_config);
    if (!judgement.accepted())
        return refuse(std::move(record), judgement.httpStatus, judgement.reason, respond);
    take(std::move(judgement), std::move(record), respond);
}

void Endpoint::refused(const QHostAddress &, int status, QByteArrayView)
{
    countAnswer(status);
}

bool Endpoint::isHealthCheck(const http::Request &request) const
{
    return request.method == "GET" && isHealthPath(request.path(), m_config.path) &&
           request.peer.isLoopback() && !wasForwarded(request);
}

http::Response Endpoint::health() const
{
    const bool hasKey = m_config.hasKey();
    const bool storeTakes = m_storeTakes && m_storeWritable;
    const bool allIsWell = hasKey && storeTakes && !m_storeDamaged;
    const char *store = m_storeDamaged ? "damaged" : "ok";
    http::Response response;
    response.status = 200;
    response.body = QByteArrayLiteral("{\"status\":\"") + (allIsWell ? "ok" : "degraded") +
                    "\",\"store\":\"" + (storeTakes ? store : "unavailable") + "\",\"key\":\"" +
                    (hasKey ? "ok" : "missing") +
                    "\",\"accepted\":" + QByteArray::number(m_counters.accepted) +
                    ",\"rejected\":" + QByteArray::number(m_counters.rejected) +
                    ",\"unavailable\":" + QByteArray::number(m_counters.unavailable) +
                    ",\"dropped_notes\":" + QByteArray::number(m_counters.droppedNotes) +
                    ",\"last_webhook_timestamp\":" + jsonNumber(m_counters.lastWebhookMs) + '}';
    return response;
}

DeliveryRecord Endpoint::recordOf(const http::Request &request, const QHostAddress &sender) const
{
    DeliveryRecord record;
    record.receivedMs = request.receivedMs;
    record.sender = sender.toString();
    record.peer = request.peer.toString();
    record.method = QString::fromLatin1(request.method.left(LongestMethod));
    record.path = QString::fromLatin1(request.path().first(std::min(request.path().size(), LongestPath)));
    record.bytes = request.body.size();
    record.signatureHeader = request.values(SignatureHeaderName).join(", ").left(LongestHeader);
    record.body = request.body;
    return record;
}

void Endpoint::take(Judgement judgement, DeliveryRecord record, const http::Responder &respond)
{
    record.httpStatus = 204;
    record.accepted = true;
    ChangeBatch batch;
    if (judgement.change)
        batch.changes.append(std::move(*judgement.change));
    batch.delivery = record;
    const Result<void> queued =
        m_sink.submit(std::move(batch), this, [this, record, respond](const Result<BatchOutcome> &outcome) {
            stored(record, outcome, respond);
        });
    if (!queued)
        stored(record, queued.error(), respond);
}

void Endpoint::stored(const DeliveryRecord &record, const Result<BatchOutcome> &outcome,
                      const http::Responder &respond)
{
    if (!outcome) {
        const bool full = outcome.error().code == ErrorCode::QueueFull;
        m_storeTakes = false;
        if (!record.callId.value().isEmpty())
            Q_EMIT notWritten(record.callId);
        return refuse(withChecks(record), 503, QLatin1String(full ? "queue_full" : "store_unavailable"),
                      respond);
    }
    m_storeTakes = true;
    m_counters.lastWebhookMs = std::max(m_counters.lastWebhookMs.value_or(0), record.receivedMs);
    countAnswer(204);
    respond(http::Response{});
}

void Endpoint::refuse(DeliveryRecord record, int status, QLatin1String reason, const http::Responder &respond)
{
    record.httpStatus = status;
    record.accepted = false;
    record.reason = reason;
    if (!m_sink.noteRejected(std::move(record)))
        ++m_counters.droppedNotes;
    countAnswer(status);
    respond(http::errorResponse(status, QByteArrayView(reason.data(), reason.size()), textOf(reason)));
}

void Endpoint::countAnswer(int status)
{
    if (status < 300)
        ++m_counters.accepted;
    else if (status < 500)
        ++m_counters.rejected;
    else
        ++m_counters.unavailable;
    if (!m_pause.isActive())
        announce();
}

void Endpoint::announce()
{
    if (m_counters == m_announced)
        return;
    m_announced = m_counters;
    m_pause.start();
    Q_EMIT
    countersChanged(m_counters);
}

} // namespace anrufwarte
