// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callchange.h"
#include "core/retell/apifailure.h"

#include <QHash>

namespace anrufwarte {

/// The bodies of the REST API's good answers (api.md §3), read without trust; pure. What has another shape is
/// Unreadable.

/// A page of list-calls.
struct ListPage
{
    QList<CallChange> calls;
    qsizetype unreadable = 0;       ///< items that are no calls; they cost the page nothing else
    QString nextKey;                ///< empty: this was the last page
    std::optional<qint64> serverMs; ///< Retell's clock, whole seconds (the Date header)
};
[[nodiscard]] ApiAnswer<ListPage> parseListPage(const QByteArray &body, qint64 requestStartedMs,
                                                Source source);

/// get-call. An answer about another call than the one asked for is Unreadable.
[[nodiscard]] ApiAnswer<CallChange> parseCall(const QByteArray &body, const CallId &asked,
                                              qint64 requestStartedMs, Source source);

struct Concurrency
{
    qint64 used = 0;
    qint64 limit = 0;
    bool operator==(const Concurrency &) const = default;
};
[[nodiscard]] ApiAnswer<Concurrency> parseConcurrency(const QByteArray &body);

struct AgentPage
{
    QHash<QString, QString> names; ///< by agent_id
    QString nextKey;
};
[[nodiscard]] ApiAnswer<AgentPage> parseAgents(const QByteArray &body);

struct KeyInfo
{
    QString organisation;
    QString keyName;
    std::optional<qint64> serverMs; ///< Retell's clock, whole seconds (the Date header)
};
[[nodiscard]] ApiAnswer<KeyInfo> parseKeyInfo(const QByteArray &body);

} // namespace anrufwarte
