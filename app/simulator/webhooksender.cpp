// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/webhooksender.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QNetworkReply>
#include <array>
#include <utility>

namespace anrufwarte::simulator {

namespace {
constexpr int AnswerLimitMs = 10'000;
constexpr std::array RetryAfterMs{2'000, 10'000, 40'000};
} // namespace

QByteArray signatureHeader(const QByteArray &body, qint64 nowMs, const Secret &key)
{
    const QByteArray v = QByteArray::number(nowMs);
    const QByteArray digest =
        QMessageAuthenticationCode::hash(body + v, key.reveal(), QCryptographicHash::Sha256).toHex();
    return "v=" + v + ",d=" + digest;
}

WebhookSender::WebhookSender(QUrl target, Secret key, FaultDice &dice, const World &world, const Clock &clock,
                             QObject *parent)
    : QObject(parent),
      m_target(std::move(target)),
      m_key(std::move(key)),
      m_dice(dice),
      m_world(world),
      m_clock(clock)
{
    m_network.setTransferTimeout(AnswerLimitMs);
}

void WebhookSender::send(const DueEvent &event)
{
    switch (m_dice.webhook()) {
    case WebhookFault::Dropped:
        ++m_counts.dropped;
        break;
    case WebhookFault::Doubled:
        post(event, 0, false);
        post(event, 0, false);
        break;
    case WebhookFault::Reordered:
        if (!m_held) {
            m_held = event;
            return;
        }
        post(event, 0, false);
        break;
    case WebhookFault::Delayed:
        postLater(event, 0, false, m_dice.delayMs());
        break;
    case WebhookFault::WronglySigned:
        post(event, 0, true);
        break;
    case WebhookFault::None:
        post(event, 0, false);
        break;
    }
    if (const std::optional<DueEvent> held = std::exchange(m_held, std::nullopt))
        post(*held, 0, false);
}

void WebhookSender::postLater(const DueEvent &event, int attempt, bool wrongKey, int delayMs)
{
    QTimer::singleShot(delayMs, this, [this, event, attempt, wrongKey] { post(event, attempt, wrongKey); });
}

void WebhookSender::post(const DueEvent &event, int attempt, bool wrongKey)
{
    const PlannedCall *call = m_world.find(event.callId);
    if (!call)
        return;
    const qint64 nowMs = m_clock.nowMs();
    QJsonObject callBody = bodyAt(*call, nowMs);
    if (event.event == u"call_ended")
        callBody.remove(QStringLiteral("call_analysis")); // comes with call_analyzed alone
    const QJsonObject envelope{{QStringLiteral("event"), event.event},
                               {QStringLiteral("call"), callBody},
                               {QStringLiteral("event_timestamp"), nowMs}};
    const QByteArray body = QJsonDocument(envelope).toJson(QJsonDocument::Compact);
    const Secret key = wrongKey ? Secret::fromConfigured("key_of_somebody_else") : m_key;

    QNetworkRequest request(m_target);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("axios/1.7.7"));
    request.setRawHeader("x-retell-signature", signatureHeader(body, nowMs, key));
    ++m_counts.sent;
    QNetworkReply *reply = m_network.post(request, body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, event, attempt, wrongKey] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        Q_EMIT
        answered(event.event, status);
        if (status >= 200 && status < 300) {
            ++m_counts.taken;
            return;
        }
        ++m_counts.refused;
        if (attempt < static_cast<int>(RetryAfterMs.size()))
            postLater(event, attempt + 1, wrongKey, RetryAfterMs.at(static_cast<size_t>(attempt)));
        else
            ++m_counts.givenUp;
    });
}

} // namespace anrufwarte::simulator
