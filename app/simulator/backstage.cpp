// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/backstage.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace anrufwarte::simulator {

namespace {

constexpr QByteArrayView ControlPath = "/__control";
constexpr QByteArrayView CountsPath = "/__counts";
constexpr QByteArrayView TruthPath = "/__truth";

} // namespace

Backstage::Backstage(FaultDice &dice, World &world, const ApiCounts &counts, const WebhookSender *sender)
    : m_dice(dice), m_world(world), m_counts(counts), m_sender(sender)
{
}

bool Backstage::isAskedFor(const http::Request &request)
{
    const QByteArrayView path = request.path();
    return request.peer.isLoopback() && (path == ControlPath || path == CountsPath || path == TruthPath);
}

Reply Backstage::answer(const http::Request &request)
{
    const QByteArrayView path = request.path();
    if (request.method == "POST" && path == ControlPath)
        return control(request.body);
    if (request.method == "GET" && path == CountsPath)
        return jsonReply(200, counts());
    if (request.method == "GET" && path == TruthPath)
        return jsonReply(200, truth());
    return errorReply(405, QStringLiteral("POST to /__control, GET from the others"));
}

/// {"faults": "off" | "on", "calls": "off" | "on"}: members that are not there stay as they are.
Reply Backstage::control(const QByteArray &body)
{
    const QString on = QStringLiteral("on");
    const QString off = QStringLiteral("off");
    const QJsonObject wishes = QJsonDocument::fromJson(body).object();
    for (auto it = wishes.begin(); it != wishes.end(); ++it) {
        const bool isKnown = it.key() == u"faults" || it.key() == u"calls";
        if (!isKnown || (it.value() != on && it.value() != off))
            return errorReply(400, QStringLiteral(R"({"faults": "off" or "on", "calls": "off" or "on"})"));
    }
    if (wishes.contains(QStringLiteral("faults")))
        m_dice.setOn(wishes.value(QStringLiteral("faults")) == on);
    if (wishes.contains(QStringLiteral("calls")))
        m_world.setBeginning(wishes.value(QStringLiteral("calls")) == on);
    return jsonReply(200, {{QStringLiteral("faults"), m_dice.isOn() ? on : off},
                           {QStringLiteral("calls"), m_world.isBeginning() ? on : off}});
}

QJsonObject Backstage::truth() const
{
    QJsonArray calls;
    QJsonObject acknowledged;
    for (const PlannedCall &call : m_world.calls()) {
        calls.append(finalBody(call));
        if (const QStringList events = m_world.taken(call.id); !events.isEmpty())
            acknowledged.insert(call.id, QJsonArray::fromStringList(events));
    }
    return {{QStringLiteral("calls"), calls}, {QStringLiteral("acknowledged"), acknowledged}};
}

QJsonObject Backstage::counts() const
{
    QJsonObject counts{{QStringLiteral("calls"), m_world.calls().size()},
                       {QStringLiteral("calls_unfinished"), m_world.unfinished()},
                       {QStringLiteral("calls_begin"), m_world.isBeginning()},
                       {QStringLiteral("api_asked"), m_counts.asked},
                       {QStringLiteral("api_refused"), m_counts.refused},
                       {QStringLiteral("api_spoiled"), m_counts.spoiled},
                       {QStringLiteral("elsewhere"), m_counts.elsewhere},
                       {QStringLiteral("elsewhere_with_key"), m_counts.elsewhereWithKey}};
    if (m_sender) {
        const SenderCounts &webhooks = m_sender->counts();
        counts.insert(QStringLiteral("webhooks_sent"), webhooks.sent);
        counts.insert(QStringLiteral("webhooks_taken"), webhooks.taken);
        counts.insert(QStringLiteral("webhooks_refused"), webhooks.refused);
        counts.insert(QStringLiteral("webhooks_given_up"), webhooks.givenUp);
        counts.insert(QStringLiteral("webhooks_dropped"), webhooks.dropped);
    }
    return counts;
}

} // namespace anrufwarte::simulator
