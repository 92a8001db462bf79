// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/restapi.h"

#include "app/simulator/listcalls.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace anrufwarte::simulator {

namespace {

constexpr qsizetype MaxHanging = 200;
constexpr QByteArrayView GetCallPath = "/v2/get-call/";

http::Response json(int status, const QJsonObject &object)
{
    http::Response response;
    response.status = status;
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

http::Response error(int status, const QString &message)
{
    return json(status,
                {{QStringLiteral("status"), QStringLiteral("error")}, {QStringLiteral("message"), message}});
}

/// What Retell's web server says to a wrong path or verb (api.md §3).
http::Response html(int status, const QByteArray &text)
{
    http::Response response;
    response.status = status;
    response.body = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Error</title></head><body><pre>" + text +
                    "</pre></body></html>\n";
    response.headers.emplaceBack("Content-Type", "text/html; charset=utf-8");
    return response;
}

http::Response withFault(ApiFault fault, http::Response good)
{
    switch (fault) {
    case ApiFault::TooManyRequests: {
        http::Response response =
            error(429, QStringLiteral("Account rate limited, please throttle your requests."));
        response.headers.emplaceBack("Retry-After", "1");
        return response;
    }
    case ApiFault::ServerError:
        return error(500, QStringLiteral("An unexpected server error occurred."));
    case ApiFault::Truncated:
        good.body.truncate(good.body.size() / 2);
        return good;
    case ApiFault::Html:
        return html(200, "Welcome to the guest network. Please sign in.");
    case ApiFault::Hanging:
    case ApiFault::None:
        break;
    }
    return good;
}

} // namespace

RestApi::RestApi(const World &world, Secret key, FaultDice &dice, const Clock &clock, int concurrencyLimit)
    : m_world(world),
      m_key(std::move(key)),
      m_dice(dice),
      m_clock(clock),
      m_concurrencyLimit(concurrencyLimit)
{
}

void RestApi::handle(http::Request request, http::Responder respond)
{
    const ApiFault fault = m_dice.api();
    if (fault == ApiFault::Hanging && m_hanging.size() < MaxHanging) {
        m_hanging.append(std::move(respond));
        return;
    }
    respond(withFault(fault, answer(request)));
}

void RestApi::refused(const QHostAddress &, int, QByteArrayView)
{
    // The listener has answered; the stand-in keeps no statistics of broken requests.
}

http::Response RestApi::answer(const http::Request &request) const
{
    const QList<QByteArray> authorization = request.values("authorization");
    if (authorization.size() != 1 || authorization.first() != "Bearer " + m_key.reveal())
        return error(401, QStringLiteral("API key is missing or invalid."));
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
        return json(200, {{QStringLiteral("org_name"), QStringLiteral("Praxisverbund Nord")},
                          {QStringLiteral("api_key_name"), QStringLiteral("Anrufwarte")}});
    return html(404, "Cannot " + QByteArray(get ? "GET" : "POST") + " this path");
}

http::Response RestApi::getCall(const QString &id) const
{
    const PlannedCall *call = m_world.find(id);
    if (!call)
        return error(422, QStringLiteral("Cannot find requested asset under given api key."));
    return json(200, bodyAt(*call, m_clock.nowMs()));
}

http::Response RestApi::list(const QByteArray &body) const
{
    const QJsonDocument request = QJsonDocument::fromJson(body.isEmpty() ? QByteArrayLiteral("{}") : body);
    if (!request.isObject())
        return error(400, QStringLiteral("Invalid request format, please check API reference."));
    const auto answer = listCalls(m_world.calls(), request.object(), m_clock.nowMs());
    if (const auto *failure = std::get_if<ListError>(&answer))
        return error(400, failure->message);
    return json(200, std::get<QJsonObject>(answer));
}

http::Response RestApi::concurrency() const
{
    return json(200, {{QStringLiteral("current_concurrency"), m_world.running(m_clock.nowMs())},
                      {QStringLiteral("concurrency_limit"), m_concurrencyLimit},
                      {QStringLiteral("base_concurrency"), m_concurrencyLimit},
                      {QStringLiteral("purchased_concurrency"), 0},
                      {QStringLiteral("concurrency_purchase_limit"), 100},
                      {QStringLiteral("remaining_purchase_limit"), 100},
                      {QStringLiteral("reserved_inbound_concurrency"), 0},
                      {QStringLiteral("concurrency_burst_enabled"), false},
                      {QStringLiteral("concurrency_burst_limit"), 0}});
}

http::Response RestApi::agents() const
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
    return json(200, {{QStringLiteral("items"), items}, {QStringLiteral("has_more"), false}});
}

} // namespace anrufwarte::simulator
