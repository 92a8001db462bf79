// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/retell/apianswers.h"
#include "core/retell/apiexchange.h"

#include <QNetworkAccessManager>
#include <QStringList>
#include <memory>

namespace anrufwarte {

struct ApiAccess
{
    QUrl baseUrl; ///< https, or http to loopback: the settings have checked it
    Secret key;
    ApiLimits limits;
};

/// Which of the two moments of a call a list is asked for.
enum class ListedBy : quint8
{
    Start,
    End
};

struct ListSpan
{
    ListedBy by = ListedBy::Start;
    qint64 fromMs = 0; ///< UTC, inclusive
    qint64 toMs = 0;   ///< inclusive
};

/// What list-calls is asked for.
struct ListQuery
{
    QStringList statuses;         ///< empty = all but registered ones
    std::optional<ListSpan> span; ///< then oldest first, else newest first
    QString paginationKey;        ///< of the page before; empty = the first
    int limit = 1000;             ///< what Retell allows at most
};

/// Network for the API and nothing else: the system's proxy (never for loopback), no cookies, no cache. To be
/// used in the thread that makes it.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeApiNetwork();

/// Retell's REST API (api.md §3). Answers come later, once, in its thread, as values; none after the client
/// is gone or was given another access. Knows no pace: who asks keeps to the budget.
class ApiClient : public QObject
{
    Q_OBJECT
public:
    template <typename T>
    using Done = std::function<void(ApiAnswer<T>)>;

    /// `network` and `clock` must outlive it.
    ApiClient(QNetworkAccessManager &network, const Clock &clock, QObject *parent = nullptr);

    /// Drops what is on its way.
    void setAccess(const ApiAccess &access);
    /// For what is asked from now on.
    void setLimits(const ApiLimits &limits) { m_access.limits = limits; }

    void getCall(const CallId &id, Source source, Done<CallChange> done);
    void listCalls(const ListQuery &query, Source source, Done<ListPage> done);
    void concurrency(Done<Concurrency> done);
    void agents(const QString &paginationKey, Done<AgentPage> done);
    void keyInfo(Done<KeyInfo> done);

Q_SIGNALS:
    /// A question has left.
    void sent();

private:
    [[nodiscard]] ApiRequest request(const QString &path, const QByteArray &body = {}) const;
    template <typename T>
    void ask(const ApiRequest &request, ApiQuestion question,
             std::function<ApiAnswer<T>(const ApiReply &)> parse, Done<T> done);

    QNetworkAccessManager &m_network;
    const Clock &m_clock;
    ApiAccess m_access;
    std::unique_ptr<QObject> m_exchanges; ///< their parent: they go together
};

} // namespace anrufwarte
