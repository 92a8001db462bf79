// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/resynclisting.h"

#include "core/sync/resyncjudgement.h"

#include <QPointer>
#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int MaxTries = 5;
constexpr qint64 LookAgainMs = 1'000; ///< a wait may end before its time
constexpr qint64 DayMs = 86'400'000;

/// A store that is not there yet knows nothing.
template <typename T>
Result<T> orNothing(Result<T> answer)
{
    if (!answer && answer.error().code == ErrorCode::StoreMissing)
        return T();
    return answer;
}

} // namespace

ResyncListing::ResyncListing(Means means, ResyncRequest request, qint64 beganMs, QObject *parent)
    : QObject(parent), m_means(means), m_request(std::move(request)), m_beganMs(beganMs), m_again(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ResyncListing::askPage);
    connect(&m_means.gate, &ApiGate::reset, this, [this] {
        if (m_request.scope == ResyncScope::Recent && m_means.gate.isOpen())
            start();
    });
}

void ResyncListing::start()
{
    m_found.clear();
    m_failures = 0;
    switch (m_request.scope) {
    case ResyncScope::Calls: {
        QList<ResyncResult> targets;
        QSet<CallId> named;
        for (const CallId &callId : m_request.calls) {
            if (named.contains(callId))
                continue;
            named.insert(callId);
            targets.append(ResyncResult());
            targets.last().callId = callId;
        }
        Q_EMIT listed(targets);
        return;
    }
    case ResyncScope::Incomplete:
        m_means.source.incompleteCalls(this, [this](const Result<QList<CallRow>> &answer) {
            const auto rows = orNothing(answer);
            if (!rows)
                return Q_EMIT failed(rows.error());
            QList<ResyncResult> targets;
            for (const CallRow &row : *rows)
                targets.append(faceOf(row));
            Q_EMIT listed(targets);
        });
        return;
    case ResyncScope::Recent:
        walk(ListedBy::Start);
        return;
    }
}

/// A call that never connected may have no start: what the first walk cannot see, the second one does.
void ResyncListing::walk(ListedBy by)
{
    m_by = by;
    m_query = {};
    m_query.span = span(by);
    m_walk = PageWalk();
    askPage();
}

ListSpan ResyncListing::span(ListedBy by) const
{
    const qint64 nowMs = m_beganMs + m_means.gate.serverAheadMs();
    // Nothing lies in the future: a day more costs nothing and bears with clocks that differ.
    return {by, std::max<qint64>(0, nowMs - m_request.days * DayMs), nowMs + DayMs};
}

void ResyncListing::askPage()
{
    if (!m_means.gate.isOpen())
        return; // reset() follows, or the run ends
    if (const qint64 waitMs = m_means.gate.waitMs(); waitMs > 0)
        return m_again.start(std::chrono::milliseconds(std::min(waitMs, LookAgainMs)));
    const int turn = ++m_turn;
    m_means.gate.listCalls(Precedence::Manual, m_query, Source::Resync,
                           [self = QPointer(this), turn](const ApiAnswer<ListPage> &answer) {
                               if (self && self->m_turn == turn)
                                   self->takePage(answer);
                           });
}

void ResyncListing::takePage(const ApiAnswer<ListPage> &answer)
{
    if (const auto *failure = std::get_if<ApiFailure>(&answer))
        return takeFailure(*failure);
    m_failures = 0;
    const auto &page = std::get<ListPage>(answer);
    for (const CallChange &change : page.calls) {
        if (change.stamp.stage < Stage::Finished)
            continue;
        CallRow row;
        deriveRow(row, mergeCall(CallRecord{change.callId, {}, {}}, change).record, CostUnitChoice::Auto);
        m_found.insert(change.callId, {row.startMs.value_or(row.endMs.value_or(0)), faceOf(row)});
    }
    if (page.nextKey.isEmpty())
        return endWalk();
    if (const auto endless = m_walk.goOn(page.nextKey))
        return Q_EMIT failed(toError(*endless));
    m_query.paginationKey = page.nextKey;
    askPage();
}

void ResyncListing::takeFailure(const ApiFailure &failure)
{
    switch (failure.fault) {
    case ApiFault::Throttled:
        return m_again.start(0); // waits as long as the gate says
    case ApiFault::Down:
    case ApiFault::NotRetell:
    case ApiFault::Unreadable:
        if (++m_failures < MaxTries)
            return m_again.start(std::chrono::milliseconds(m_means.gate.backoff(m_failures)));
        break;
    case ApiFault::KeyRefused:
    case ApiFault::Payment:
    case ApiFault::NotFound:
    case ApiFault::BadRequest:
        break;
    }
    Q_EMIT failed(toError(failure));
}

void ResyncListing::endWalk()
{
    if (m_by == ListedBy::Start)
        return walk(ListedBy::End);
    if (m_request.recheckComplete)
        return finish();
    leaveOutComplete();
}

void ResyncListing::leaveOutComplete()
{
    const auto take = [this, turn = m_turn](const Result<QSet<CallId>> &answer) {
        if (turn != m_turn)
            return;
        const auto complete = orNothing(answer);
        if (!complete)
            return Q_EMIT failed(complete.error());
        for (const CallId &callId : *complete)
            m_found.remove(callId);
        finish();
    };
    m_means.source.completeAmong(m_found.keys(), this, take);
}

void ResyncListing::finish()
{
    QList<Found> found = m_found.values();
    std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        return a.whenMs != b.whenMs ? a.whenMs > b.whenMs : a.face.callId < b.face.callId;
    });
    QList<ResyncResult> targets;
    for (Found &one : found)
        targets.append(std::move(one.face));
    Q_EMIT listed(targets);
}

} // namespace anrufwarte
