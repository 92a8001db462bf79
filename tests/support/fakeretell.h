// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/listener.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QUrl>

namespace anrufwarte::test {

/// Retell's side of a test, on a real socket of this thread: calls are set by hand, and so are faults.
class FakeRetell : public http::Handler
{
public:
    FakeRetell() : m_listener(*this, m_clock)
    {
        http::ListenerOptions options;
        options.addresses = {{QStringLiteral("127.0.0.1"), 0}};
        const auto bound = m_listener.start(options);
        if (!bound)
            qFatal("no port");
        m_url = QUrl(bound->first().origin());
    }

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] qsizetype asked(const QByteArray &path) const { return paths.count(path); }

    /// What get-call says; ongoing ones are listed too, `pageSize` at a time.
    void setCall(const QString &id, const QString &status, const QJsonObject &more = {})
    {
        QJsonObject call = more;
        call.insert(QStringLiteral("call_id"), id);
        call.insert(QStringLiteral("call_status"), status);
        call.insert(QStringLiteral("agent_id"), QStringLiteral("agent_1"));
        calls.insert(id, call);
    }

    QMap<QString, QJsonObject> calls;
    QByteArray key = "key_of_the_tests";
    qsizetype pageSize = 1000;
    QList<http::Response> faults; ///< given first, one per request
    bool isSilent = false;        ///< answers nothing
    bool isListEndless = false;   ///< the same page for ever
    QList<QByteArray> paths;
    QList<qint64> startsMs; ///< steady, per request

private:
    void handle(http::Request request, http::Responder respond) override
    {
        paths.append(request.path().toByteArray());
        startsMs.append(m_clock.steadyMs());
        if (isSilent)
            m_hanging.append(std::move(respond));
        else if (request.values("authorization") != QList<QByteArray>{"Bearer " + key})
            respond({401, R"({"status":"error"})", {}, false});
        else if (!faults.isEmpty())
            respond(faults.takeFirst());
        else
            respond(answer(request));
    }
    void refused(const QHostAddress &, int, QByteArrayView) override {}

    [[nodiscard]] http::Response answer(const http::Request &request) const
    {
        const QByteArray path = request.path().toByteArray();
        if (path == "/v3/list-calls")
            return json(page(QJsonDocument::fromJson(request.body).object()));
        if (path == "/get-concurrency")
            return json(
                {{QStringLiteral("current_concurrency"), 3}, {QStringLiteral("concurrency_limit"), 20}});
        if (path == "/v2/list-agents") {
            const QJsonObject agent{{QStringLiteral("agent_id"), QStringLiteral("agent_1")},
                                    {QStringLiteral("agent_name"), QStringLiteral("Terminassistent")}};
            return json({{QStringLiteral("items"), QJsonArray{agent}}});
        }
        const QByteArray oneCall = "/v2/get-call/";
        const QString id = QString::fromUtf8(path.mid(oneCall.size()));
        if (!path.startsWith(oneCall) || !calls.contains(id))
            return {422, R"({"status":"error"})", {}, false};
        return json(calls.value(id));
    }

    [[nodiscard]] QJsonObject page(const QJsonObject &request) const
    {
        QJsonArray items;
        const int from = request.value(QStringLiteral("pagination_key")).toString().toInt();
        int at = 0;
        for (const QJsonObject &call : calls) {
            if (call.value(QStringLiteral("call_status")) != QJsonValue(QStringLiteral("ongoing")))
                continue;
            if (at >= from && at < from + pageSize)
                items.append(call);
            ++at;
        }
        const bool hasMore = isListEndless || from + pageSize < at;
        const qsizetype next = isListEndless ? 1 : from + pageSize;
        QJsonObject page{{QStringLiteral("items"), items}, {QStringLiteral("has_more"), hasMore}};
        if (hasMore)
            page.insert(QStringLiteral("pagination_key"), QString::number(next));
        return page;
    }

    [[nodiscard]] static http::Response json(const QJsonObject &object)
    {
        return {200, QJsonDocument(object).toJson(QJsonDocument::Compact), {}, false};
    }

    const SystemClock m_clock;
    http::Listener m_listener;
    QUrl m_url;
    QList<http::Responder> m_hanging;
};

} // namespace anrufwarte::test
