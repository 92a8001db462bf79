// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/apianswers.h"

#include "core/retell/answerdecoder.h"

namespace anrufwarte {

namespace {

ApiFailure unreadable(const QString &detail)
{
    return {ApiFault::Unreadable, 200, {}, detail};
}

/// The body of a good answer as an object.
class Answer
{
public:
    explicit Answer(const QByteArray &body)
        : m_document(JsonBody::parse(body)), m_members(m_document ? m_document->root() : JsonText())
    {
    }

    [[nodiscard]] bool isObject() const { return m_document && root().isObject(); }
    [[nodiscard]] JsonText root() const { return m_document->root(); }
    [[nodiscard]] JsonText operator[](QByteArrayView name) const { return m_members[name]; }
    [[nodiscard]] ApiFailure failure() const
    {
        return unreadable(m_document ? QStringLiteral("not a JSON object") : m_document.error().detail);
    }

private:
    Result<JsonBody> m_document;
    JsonMembers m_members;
};

/// Where the next page begins: has_more without a key, or the other way round, leads nowhere.
ApiAnswer<QString> nextKeyOf(const Answer &page)
{
    if (!page["has_more"].flag().value_or(false))
        return QString();
    const JsonText key = page["pagination_key"];
    const QString next = key.isNumber() ? QString::fromUtf8(key.json()) : key.text().value_or(QString());
    if (next.isEmpty())
        return unreadable(QStringLiteral("has_more without pagination_key"));
    return next;
}

} // namespace

ApiAnswer<ListPage> parseListPage(const QByteArray &body, qint64 requestStartedMs, Source source)
{
    const Answer answer(body);
    if (!answer.isObject())
        return answer.failure();
    const JsonText items = answer["items"];
    if (!items.isArray())
        return unreadable(QStringLiteral("no items"));
    ApiAnswer<QString> next = nextKeyOf(answer);
    if (const auto *failure = std::get_if<ApiFailure>(&next))
        return *failure;
    ListPage page;
    page.nextKey = std::get<QString>(next);
    for (const JsonText &item : elementsOf(items)) {
        if (auto change = decodeAnswer(item, requestStartedMs, source))
            page.calls.append(*std::move(change));
        else
            ++page.unreadable;
    }
    return page;
}

ApiAnswer<CallChange> parseCall(const QByteArray &body, const CallId &asked, qint64 requestStartedMs,
                                Source source)
{
    const Answer answer(body);
    if (!answer.isObject())
        return answer.failure();
    auto change = decodeAnswer(answer.root(), requestStartedMs, source);
    if (!change)
        return unreadable(change.error().detail);
    if (change->callId != asked)
        return unreadable(QStringLiteral("an answer about another call"));
    return *std::move(change);
}

ApiAnswer<Concurrency> parseConcurrency(const QByteArray &body)
{
    const Answer answer(body);
    if (!answer.isObject())
        return answer.failure();
    const auto used = answer["current_concurrency"].integer();
    const auto limit = answer["concurrency_limit"].integer();
    if (!used || !limit || *used < 0 || *limit < 0)
        return unreadable(QStringLiteral("no current_concurrency and concurrency_limit"));
    return Concurrency{*used, *limit};
}

ApiAnswer<AgentPage> parseAgents(const QByteArray &body)
{
    const Answer answer(body);
    if (!answer.isObject())
        return answer.failure();
    const JsonText items = answer["items"];
    if (!items.isArray())
        return unreadable(QStringLiteral("no items"));
    ApiAnswer<QString> next = nextKeyOf(answer);
    if (const auto *failure = std::get_if<ApiFailure>(&next))
        return *failure;
    AgentPage page;
    page.nextKey = std::get<QString>(next);
    for (const JsonText &item : elementsOf(items)) {
        const JsonMembers agent(item);
        const QString id = agent["agent_id"].text().value_or(QString());
        const QString name = agent["agent_name"].text().value_or(QString());
        if (!id.isEmpty() && !name.isEmpty())
            page.names.insert(id, name);
    }
    return page;
}

ApiAnswer<KeyInfo> parseKeyInfo(const QByteArray &body)
{
    const Answer answer(body);
    if (!answer.isObject())
        return answer.failure();
    return KeyInfo{
        answer["org_name"].text().value_or(QString()), answer["api_key_name"].text().value_or(QString()), {}};
}

} // namespace anrufwarte
