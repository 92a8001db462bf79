// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertlist.h"

#include <algorithm>

namespace anrufwarte {

namespace {

/// So soon after a start an alert of the run before is found again, or it is another one.
constexpr qint64 InheritedForMs = 10LL * 60 * 1000;

} // namespace

AlertList::AlertList(AlertMemory memory, qint64 nowMs) : m_memory(std::move(memory)), m_restoredMs(nowMs) {}

bool AlertList::apply(const QList<AlertFinding> &findings, qint64 nowMs)
{
    if (m_restoredMs && nowMs - *m_restoredMs > InheritedForMs) {
        m_restoredMs.reset();
        for (auto [kind, decision] : m_memory.asKeyValueRange()) {
            if (!find(kind))
                decision.acknowledged.reset();
        }
    }
    bool isDifferent = endMissing(findings, nowMs);
    for (const AlertFinding &finding : findings)
        isDifferent = take(finding, nowMs) || isDifferent;
    if (isDifferent)
        sort();
    return isDifferent;
}

bool AlertList::endMissing(const QList<AlertFinding> &findings, qint64 nowMs)
{
    const auto isFound = [&findings](AlertKind kind) {
        return std::any_of(findings.cbegin(), findings.cend(),
                           [kind](const AlertFinding &finding) { return finding.kind == kind; });
    };
    QList<AlertKind> gone;
    for (const Alert &alert : std::as_const(m_standing)) {
        if (!isFound(alert.kind))
            gone.append(alert.kind);
    }
    for (const AlertKind kind : std::as_const(gone))
        end(kind, nowMs);
    if (!m_restoredMs) { // in a new run facts may still be on their way
        for (auto [kind, decision] : m_memory.asKeyValueRange()) {
            if (!isFound(kind))
                decision.doneCount.reset();
        }
    }
    return !gone.isEmpty();
}

bool AlertList::take(const AlertFinding &finding, qint64 nowMs)
{
    const auto found = std::find_if(m_standing.begin(), m_standing.end(),
                                    [&finding](const Alert &alert) { return alert.kind == finding.kind; });
    if (found == m_standing.end()) {
        if (finding.isFading || isDone(finding))
            return false;
        raise(finding, nowMs);
        return true;
    }
    if (finding.isFading)
        return false;
    const Alert before = *found;
    if (finding.severity > found->severity)
        found->isAcknowledged = false; // what was seen was less bad
    found->severity = finding.severity;
    found->count = finding.count;
    found->subject = finding.subject;
    if (finding.newestMs > 0)
        found->newestMs = finding.newestMs;
    return *found != before;
}

void AlertList::raise(const AlertFinding &finding, qint64 nowMs)
{
    Alert alert;
    alert.id = ++m_lastId;
    alert.kind = finding.kind;
    alert.severity = finding.severity;
    alert.raisedMs = nowMs;
    alert.newestMs = finding.newestMs > 0 ? finding.newestMs : nowMs;
    alert.count = finding.count;
    alert.subject = finding.subject;
    const auto seen = m_memory.value(finding.kind).acknowledged;
    alert.isAcknowledged = m_restoredMs && seen && *seen >= finding.severity;
    m_memory[finding.kind].acknowledged.reset();
    m_standing.append(std::move(alert));
}

/// Nothing new since a person declared it done. Fewer of them are nothing new, and from then on one more is.
bool AlertList::isDone(const AlertFinding &finding)
{
    const auto decision = m_memory.find(finding.kind);
    if (decision == m_memory.end())
        return false;
    std::optional<qint64> &doneCount = decision->doneCount;
    if (!doneCount || finding.count > *doneCount || finding.newestMs > decision->doneNewestMs)
        return false;
    doneCount = finding.count;
    return true;
}

void AlertList::end(AlertKind kind, qint64 nowMs)
{
    const auto found = std::find_if(m_standing.begin(), m_standing.end(),
                                    [kind](const Alert &alert) { return alert.kind == kind; });
    if (found == m_standing.end())
        return;
    found->endedMs = nowMs;
    m_ended.prepend(std::move(*found));
    m_standing.erase(found);
    if (m_ended.size() > HistoryLimit)
        m_ended.removeLast();
}

void AlertList::acknowledge(AlertKind kind)
{
    for (Alert &alert : m_standing) {
        if (alert.kind == kind)
            alert.isAcknowledged = true;
    }
}

void AlertList::mute(AlertKind kind, qint64 untilMs)
{
    m_memory[kind].mutedUntilMs = untilMs;
}

void AlertList::dismiss(AlertKind kind, qint64 nowMs)
{
    const Alert *alert = find(kind);
    if (!alert || !ruleOf(kind).isDismissible)
        return;
    AlertDecision &decision = m_memory[kind];
    decision.doneCount = alert->count;
    decision.doneNewestMs = alert->newestMs;
    end(kind, nowMs);
}

const Alert *AlertList::find(AlertKind kind) const
{
    const auto found = std::find_if(m_standing.cbegin(), m_standing.cend(),
                                    [kind](const Alert &alert) { return alert.kind == kind; });
    return found == m_standing.cend() ? nullptr : &*found;
}

bool AlertList::isMuted(AlertKind kind, qint64 nowMs) const
{
    return mutedUntilMs(kind) > nowMs;
}

qint64 AlertList::mutedUntilMs(AlertKind kind) const
{
    return m_memory.value(kind).mutedUntilMs;
}

bool AlertList::isUnseen(const Alert &alert, qint64 nowMs) const
{
    return !alert.isAcknowledged && !isMuted(alert.kind, nowMs);
}

std::optional<Alert> AlertList::banner(qint64 nowMs) const
{
    const auto found = std::find_if(m_standing.cbegin(), m_standing.cend(), [&](const Alert &alert) {
        return ruleOf(alert.kind).isBanner && isUnseen(alert, nowMs);
    });
    return found == m_standing.cend() ? std::nullopt : std::optional(*found);
}

int AlertList::unseenCount(qint64 nowMs) const
{
    return static_cast<int>(std::count_if(m_standing.cbegin(), m_standing.cend(),
                                          [&](const Alert &alert) { return isUnseen(alert, nowMs); }));
}

AlertMemory AlertList::memory() const
{
    AlertMemory memory = m_memory;
    for (const Alert &alert : m_standing) {
        if (alert.isAcknowledged)
            memory[alert.kind].acknowledged = alert.severity;
    }
    memory.removeIf([](AlertMemory::iterator entry) { return *entry == AlertDecision(); });
    return memory;
}

void AlertList::sort()
{
    std::stable_sort(m_standing.begin(), m_standing.end(), [](const Alert &a, const Alert &b) {
        return a.severity != b.severity ? a.severity > b.severity : a.kind < b.kind;
    });
}

} // namespace anrufwarte
