// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/restapi.h"

#include "app/simulator/listcalls.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace anrufwarte::simulator {

namespace {

constexpr QByteArrayView GetCallPath = "/v2/get-call/";

} // namespace

RestApi::RestApi(const World &world, Secret key, const Clock &clock, int concurrencyLimit)
    : m_world(world), m_key(std::move(key)), m_clock(clock), m_concurrencyLimit(concurrencyLimit)
{
}

bool RestApi::hasKey(const http::Request &request) const
{
    return request.values("authorization") == QList<QByteArray>{"Bearer " + m_key.reveal()};
}

Reply RestApi::answer(const http::Request &request) const
{
    if (!hasKey(request))
        return errorReply(401, QStringLiteral("API key is missing or invalid."));
    const QByteArrayView path = request.path();
    const bool get = request.method == "GET";
    const bool post = request.method == "POST";
    if (get && path.startsWith(GetCallPath))
        return getCall(QString::fromUtf8(path.sliced(GetCallPath.size())));
    if (post && path == QByteArrayView("/v3/list-calls"))
        return list(request.body);
    if (get && path == QByteArrayView("/get-concurrency"))
        return concurrency();
    if (post && path == QByteArrayView("/v2/list-agents"))
        return agents();
    if (get && path == QByteArrayView("/get-api-key-info"))
        return jsonReply(200, {{QStringLiteral("org_name"), QStringLiteral("Praxisverbund Nord")},
                               {QStringLiteral("api_key_name"), QStringLiteral("Anrufwarte")}});
    return htmlReply(404, "Cannot " + QByteArray(get ? "GET" : "POST") + " this path");
}

Reply RestApi::getCall(const QString &id) const
{
    const PlannedCall *call = m_world.find(id);
    if (!call)
        return errorReply(422, QStringLiteral("Cannot find requested asset under given api key."));
    return jsonReply(200, bodyAt(*call, m_clock.nowMs()));
}

Reply RestApi::list(const QByteArray &body) const
{
    const QJsonDocument request = QJsonDocument::fromJson(body.isEmpty() ? QByteArrayLiteral("{}") : body);
    if (!request.isObject())
        return errorReply(400, QStringLiteral("Invalid request format, please check API reference."));
    const auto answer = listCalls(m_world.calls(), request.object(), m_clock.nowMs());
    if (const auto *failure = std::get_if<ListError>(&answer))
        return errorReply(400, failure->message);
    return jsonReply(200, std::get<QJsonObject>(answer));
}

Reply RestApi::concurrency() const
{
    return jsonReply(200, {{QStringLiteral("current_concurrency"), m_world.running(m_clock.nowMs())},
                           {QStringLiteral("concurrency_limit"), m_concurrencyLimit},
                           {QStringLiteral("base_concurrency"), m_concurrencyLimit},
                           {QStringLiteral("purchased_concurrency"), 0},
                           {QStringLiteral("concurrency_purchase_limit"), 100},
                           {QStringLiteral("remaining_purchase_limit"), 100},
                           {QStringLiteral("reserved_inbound_concurrency"), 0},
                           {QStringLiteral("concurrency_burst_enabled"), false},
                           {QStringLiteral("concurrency_burst_limit"), 0}});
}

Reply RestApi::agents() const
{
    QJsonArray items;
    for (const QJsonValue &agent : m_world.agents()) {
        items.append(
            QJsonObject{{QStringLiteral("agent_id"), agent.toObject().value(QStringLiteral("id"))},
                        {QStringLiteral("agent_name"), agent.toObject().value(QStringLiteral("name"))},
                        {QStringLiteral("channel"), QStringLiteral("voice")},
                        {QStringLiteral("tags"), QJsonObject{}},
                        {QStringLiteral("user_modified_timestamp"), qint64{1'750'000'000'000}}});
    }
    return jsonReply(200, {{QStringLiteral("items"), items}, {QStringLiteral("has_more"), false}});
}

} // namespace anrufwarte::simulator
