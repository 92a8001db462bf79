// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/apiclient.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxyFactory>
#include <algorithm>

namespace anrufwarte {

namespace {

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

class SystemProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

/// Ids come from webhooks and lists; only what can stand in a path as it is goes into one.
bool canBeCallId(const QString &id)
{
    constexpr qsizetype MaxLength = 200;
    return !id.isEmpty() && id.size() <= MaxLength && std::all_of(id.begin(), id.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') ||
               u == u'_' || u == u'-';
    });
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject criteriaOf(const ListQuery &query)
{
    QJsonObject criteria;
    if (!query.statuses.isEmpty()) {
        criteria.insert(QStringLiteral("call_status"),
                        QJsonObject{{QStringLiteral("type"), QStringLiteral("enum")},
                                    {QStringLiteral("op"), QStringLiteral("in")},
                                    {QStringLiteral("value"), QJsonArray::fromStringList(query.statuses)}});
    }
    if (query.span) {
        const bool isByStart = query.span->by == ListedBy::Start;
        criteria.insert(
            isByStart ? QStringLiteral("start_timestamp") : QStringLiteral("end_timestamp"),
            QJsonObject{{QStringLiteral("type"), QStringLiteral("range")},
                        {QStringLiteral("op"), QStringLiteral("bt")},
                        {QStringLiteral("value"), QJsonArray{query.span->fromMs, query.span->toMs}}});
    }
    return criteria;
}

QByteArray bodyOf(const ListQuery &query)
{
    QJsonObject body{{QStringLiteral("limit"), query.limit}};
    if (const QJsonObject criteria = criteriaOf(query); !criteria.isEmpty())
        body.insert(QStringLiteral("filter_criteria"), criteria);
    if (query.span)
        body.insert(QStringLiteral("sort_order"), QStringLiteral("ascending"));
    if (!query.paginationKey.isEmpty())
        body.insert(QStringLiteral("pagination_key"), query.paginationKey);
    return compact(body);
}

} // namespace

std::unique_ptr<QNetworkAccessManager> makeApiNetwork()
{
    auto network = std::make_unique<QNetworkAccessManager>();
    network->setProxyFactory(new SystemProxy); // takes it
    network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return network;
}

ApiClient::ApiClient(QNetworkAccessManager &network, const Clock &clock, QObject *parent)
    : QObject(parent), m_network(network), m_clock(clock), m_exchanges(std::make_unique<QObject>())
{
}

void ApiClient::setAccess(const ApiAccess &access)
{
    m_exchanges = std::make_unique<QObject>();
    m_access = access;
}

ApiRequest ApiClient::request(const QString &path, const QByteArray &body) const
{
    QUrl url = m_access.baseUrl;
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path);
    return {url, body, m_access.key};
}

template <typename T>
void ApiClient::ask(const ApiRequest &request, ApiQuestion question,
                    std::function<ApiAnswer<T>(const ApiReply &)> parse, Done<T> done)
{
    const auto *exchange = new ApiExchange(
        m_network, request, m_access.limits,
        [&clock = m_clock, question, parse = std::move(parse),
         done = std::move(done)](const ApiAnswer<ApiReply> &answer) {
            if (const auto *failure = std::get_if<ApiFailure>(&answer))
                return done(*failure);
            const ApiReply &reply = std::get<ApiReply>(answer);
            if (const auto failure = classify(reply, question, clock.nowMs()))
                return done(*failure);
            done(parse(reply));
        },
        m_exchanges.get());
    connect(exchange, &ApiExchange::sent, this, &ApiClient::sent);
}

void ApiClient::getCall(const CallId &id, Source source, Done<CallChange> done)
{
    if (!canBeCallId(id.value())) {
        const ApiFailure failure{ApiFault::NotFound, 0, {}, QStringLiteral("no id of Retell's")};
        QMetaObject::invokeMethod(
            m_exchanges.get(), [done = std::move(done), failure] { done(failure); }, Qt::QueuedConnection);
        return;
    }
    ask<CallChange>(
        request(QStringLiteral("/v2/get-call/") + id.value()), ApiQuestion::OneCall,
        [id, source, startedMs = m_clock.nowMs()](const ApiReply &reply) {
            return parseCall(reply.body, id, startedMs, source);
        },
        std::move(done));
}

void ApiClient::listCalls(const ListQuery &query, Source source, Done<ListPage> done)
{
    ask<ListPage>(
        request(QStringLiteral("/v3/list-calls"), bodyOf(query)), ApiQuestion::Other,
        [source, startedMs = m_clock.nowMs()](const ApiReply &reply) {
            ApiAnswer<ListPage> answer = parseListPage(reply.body, startedMs, source);
            if (auto *page = std::get_if<ListPage>(&answer))
                page->serverMs = parseHttpDate(reply.header("date"));
            return answer;
        },
        std::move(done));
}

void ApiClient::concurrency(Done<Concurrency> done)
{
    ask<Concurrency>(
        request(QStringLiteral("/get-concurrency")), ApiQuestion::Other,
        [](const ApiReply &reply) { return parseConcurrency(reply.body); }, std::move(done));
}

void ApiClient::agents(const QString &paginationKey, Done<AgentPage> done)
{
    QJsonObject body;
    if (!paginationKey.isEmpty())
        body.insert(QStringLiteral("pagination_key"), paginationKey);
    ask<AgentPage>(
        request(QStringLiteral("/v2/list-agents"), compact(body)), ApiQuestion::Other,
        [](const ApiReply &reply) { return parseAgents(reply.body); }, std::move(done));
}

void ApiClient::keyInfo(Done<KeyInfo> done)
{
    ask<KeyInfo>(
        request(QStringLiteral("/get-api-key-info")), ApiQuestion::Other,
        [](const ApiReply &reply) {
            ApiAnswer<KeyInfo> answer = parseKeyInfo(reply.body);
            if (auto *info = std::get_if<KeyInfo>(&answer))
                info->serverMs = parseHttpDate(reply.header("date"));
            return answer;
        },
        std::move(done));
}

} // namespace anrufwarte
