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

WebhookSender::WebhookSender(QUrl target, Secret key, FaultDice &dice, World &world, const Clock &clock,
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
    if (m_muted.contains(event.event))
        return;
    const qint64 nowMs = m_clock.nowMs();
    switch (m_dice.webhook()) {
    case WebhookFault::Dropped:
        ++m_counts.dropped;
        break;
    case WebhookFault::Doubled:
        post({event});
        post({event});
        break;
    case WebhookFault::Reordered:
        if (!m_held) {
            m_held = Posting{event, nowMs};
            return;
        }
        post({event});
        break;
    case WebhookFault::Delayed:
        postLater({event, nowMs}, m_dice.delayMs());
        break;
    case WebhookFault::WronglySigned:
        post({event, 0, 0, true});
        break;
    case WebhookFault::None:
        post({event});
        break;
    }
    if (const std::optional<Posting> held = std::exchange(m_held, std::nullopt))
        post(*held);
}

void WebhookSender::postLater(const Posting &posting, int delayMs)
{
    QTimer::singleShot(delayMs, this, [this, posting] { post(posting); });
}

QByteArray WebhookSender::bodyOf(const DueEvent &event, qint64 asOfMs) const
{
    const PlannedCall *call = m_world.find(event.callId);
    if (!call)
        return {};
    QJsonObject callBody = bodyAt(*call, asOfMs);
    if (event.event == u"call_ended")
        callBody.remove(QStringLiteral("call_analysis")); // comes with call_analyzed alone
    const QJsonObject envelope{{QStringLiteral("event"), event.event},
                               {QStringLiteral("call"), callBody},
                               {QStringLiteral("event_timestamp"), asOfMs}};
    return QJsonDocument(envelope).toJson(QJsonDocument::Compact);
}

void WebhookSender::post(const Posting &posting)
{
    const qint64 nowMs = m_clock.nowMs();
    const QByteArray body = bodyOf(posting.event, posting.asOfMs > 0 ? posting.asOfMs : nowMs);
    if (body.isEmpty())
        return;
    const Secret key = posting.wrongKey ? Secret::fromConfigured("key_of_somebody_else") : m_key;

    QNetworkRequest request(m_target);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("axios/1.7.7"));
    request.setRawHeader("x-retell-signature", signatureHeader(body, nowMs, key));
    ++m_counts.sent;
    QNetworkReply *reply = m_network.post(request, body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, posting] {
        reply->deleteLater();
        takeAnswer(posting, reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
    });
}

void WebhookSender::takeAnswer(Posting posting, int httpStatus)
{
    Q_EMIT
    answered(posting.event.event, httpStatus);
    if (httpStatus >= 200 && httpStatus < 300) {
        ++m_counts.taken;
        m_world.noteTaken(posting.event);
        return;
    }
    ++m_counts.refused;
    const auto attempt = static_cast<size_t>(posting.attempt++);
    posting.asOfMs = 0;
    if (attempt < RetryAfterMs.size())
        postLater(posting, RetryAfterMs.at(attempt));
    else
        ++m_counts.givenUp;
}

} // namespace anrufwarte::simulator
