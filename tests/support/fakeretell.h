// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/listener.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QUrl>
#include <algorithm>
#include <functional>
#include <optional>

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

    /// What get-call says; all but registered ones are listed too, `pageSize` at a time.
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
    /// Asked at each request of the right key; what it gives takes the place of the answer. A status of 0:
    /// nothing is answered at all; -1: half of the JSON.
    std::function<std::optional<http::Response>(const http::Request &)> faultFor;
    bool isSilent = false;      ///< answers nothing
    bool waitsForNext = false;  ///< answers the next request only when one more has come
    bool areListsWhole = false; ///< rows of lists have their transcripts
    bool isListEndless = false; ///< the same page for ever
    QList<QByteArray> paths;
    qsizetype polls = 0;    ///< lists of running calls; walks over the past ask by time
    QList<qint64> startsMs; ///< steady, per request

private:
    void handle(http::Request request, http::Responder respond) override
    {
        paths.append(request.path().toByteArray());
        startsMs.append(m_clock.steadyMs());
        if (paths.last() == "/v3/list-calls" && request.body.contains("\"call_status\""))
            ++polls;
        if (isSilent)
            return m_hanging.append(std::move(respond));
        if (std::exchange(waitsForNext, false)) {
            m_kept = [this, request, respond] { serve(request, respond); };
            return;
        }
        if (const auto kept = std::exchange(m_kept, {}))
            kept();
        serve(request, std::move(respond));
    }

    void serve(const http::Request &request, http::Responder respond)
    {
        if (request.values("authorization") != QList<QByteArray>{"Bearer " + key})
            respond({401, R"({"status":"error"})", {}, false});
        else if (!faults.isEmpty())
            respond(faults.takeFirst());
        else if (const auto fault = faultFor ? faultFor(request) : std::nullopt)
            misbehave(*fault, request, std::move(respond));
        else
            respond(answer(request));
    }
    void misbehave(const http::Response &fault, const http::Request &request, http::Responder respond)
    {
        if (fault.status == 0)
            return m_hanging.append(std::move(respond));
        if (fault.status > 0)
            return respond(fault);
        http::Response half = answer(request);
        half.body.truncate(half.body.size() / 2);
        respond(half);
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

    /// What the filters name, never registered ones; by time if a span of time is asked for.
    [[nodiscard]] QJsonObject page(const QJsonObject &request) const
    {
        const QList<QJsonObject> &found = matching(request);
        const qsizetype limit = request.value(QStringLiteral("limit")).toInt(1000);
        const qsizetype size = std::min(pageSize, std::max<qsizetype>(1, limit));
        const qsizetype from = request.value(QStringLiteral("pagination_key")).toString().toLongLong();
        QJsonArray items;
        for (qsizetype at = from; at < std::min(from + size, found.size()); ++at)
            items.append(areListsWhole ? found.at(at) : withoutTranscript(found.at(at)));
        const bool hasMore = isListEndless || from + size < found.size();
        const qsizetype next = isListEndless ? 1 : from + size;
        QJsonObject page{{QStringLiteral("items"), items}, {QStringLiteral("has_more"), hasMore}};
        if (hasMore)
            page.insert(QStringLiteral("pagination_key"), QString::number(next));
        return page;
    }

    /// Kept until another list is asked for or a call changes: thousands of pages may be cut from one list.
    [[nodiscard]] const QList<QJsonObject> &matching(const QJsonObject &request) const
    {
        QJsonObject question = request;
        question.remove(QStringLiteral("pagination_key"));
        if (question == m_lastQuestion && calls == m_lastCalls)
            return m_lastFound;
        m_lastQuestion = question;
        m_lastCalls = calls; // shares the data: comparing it costs nothing while nothing changes
        m_lastFound.clear();
        const QJsonObject criteria = question.value(QStringLiteral("filter_criteria")).toObject();
        for (const QJsonObject &call : calls) {
            if (matches(call, criteria))
                m_lastFound.append(call);
        }
        if (criteria.contains(QStringLiteral("start_timestamp")) ||
            criteria.contains(QStringLiteral("end_timestamp")))
            sortByStart(m_lastFound, question.value(QStringLiteral("sort_order")) ==
                                         QJsonValue(QStringLiteral("ascending")));
        return m_lastFound;
    }

    [[nodiscard]] static bool matches(const QJsonObject &call, const QJsonObject &criteria)
    {
        const QString status = call.value(QStringLiteral("call_status")).toString();
        const QJsonArray wanted =
            criteria.value(QStringLiteral("call_status")).toObject().value(QStringLiteral("value")).toArray();
        if (status == QLatin1String("registered") || (!wanted.isEmpty() && !wanted.contains(status)))
            return false;
        for (const auto &name : {QStringLiteral("start_timestamp"), QStringLiteral("end_timestamp")}) {
            if (!criteria.contains(name))
                continue;
            const QJsonArray range = criteria.value(name).toObject().value(QStringLiteral("value")).toArray();
            const double moment = call.value(name).toDouble(-1);
            if (moment < range.at(0).toDouble() || moment > range.at(1).toDouble())
                return false;
        }
        return true;
    }

    static void sortByStart(QList<QJsonObject> &found, bool isAscending)
    {
        const QString name = QStringLiteral("start_timestamp");
        std::stable_sort(found.begin(), found.end(), [&](const QJsonObject &a, const QJsonObject &b) {
            const double first = a.value(name).toDouble();
            const double second = b.value(name).toDouble();
            return isAscending ? first < second : first > second;
        });
    }

    /// Rows of list-calls v3 come without it.
    [[nodiscard]] static QJsonObject withoutTranscript(QJsonObject call)
    {
        for (const auto &name : {QStringLiteral("transcript"), QStringLiteral("transcript_object"),
                                 QStringLiteral("transcript_with_tool_calls")})
            call.remove(name);
        return call;
    }

    [[nodiscard]] static http::Response json(const QJsonObject &object)
    {
        return {200, QJsonDocument(object).toJson(QJsonDocument::Compact), {}, false};
    }

    const SystemClock m_clock;
    http::Listener m_listener;
    QUrl m_url;
    std::function<void()> m_kept; ///< the answer that waits
    QList<http::Responder> m_hanging;
    mutable QJsonObject m_lastQuestion;
    mutable QMap<QString, QJsonObject> m_lastCalls;
    mutable QList<QJsonObject> m_lastFound;
};

} // namespace anrufwarte::test
