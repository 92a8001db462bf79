// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/liveboard.h"

#include <algorithm>

namespace anrufwarte {

namespace {
/// Ids of hidden calls are remembered to count each once, but not without end either.
constexpr qsizetype MaxHidden = 200'000;

bool isOverdue(const CallRow &call, qint64 nowMs)
{
    return isFinished(call.state) && nowMs - endedMs(call) >= PendingAfterEndMs;
}

/// As people type numbers: without spaces and signs, and without the trunk zero that "+49" replaces.
QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
        else if (!c.isSpace() && !QStringView(u"+-/().").contains(c))
            return {};
    }
    const bool national = digits.startsWith(u'0') && !digits.startsWith(QLatin1String("00"));
    if (digits.startsWith(QLatin1String("00")))
        return digits.mid(2);
    return national ? digits.mid(1) : digits;
}
} // namespace

bool BoardFilter::accepts(const BoardRow &row, BoardGroup group) const
{
    if (unconfirmedOnly && group == BoardGroup::Running && !row.unconfirmed)
        return false;
    if (text.isEmpty())
        return true;
    const CallRow &call = row.call;
    const QString digits = digitsOf(text);
    if (!digits.isEmpty() && (call.fromNumber.contains(digits) || call.toNumber.contains(digits)))
        return true;
    return call.agentName.contains(text, Qt::CaseInsensitive) ||
           call.callId.value().contains(text, Qt::CaseInsensitive) ||
           call.fromNumber.contains(text, Qt::CaseInsensitive) ||
           call.toNumber.contains(text, Qt::CaseInsensitive) || QString::number(call.id.value()) == text;
}

LiveBoard::LiveBoard(BoardRules rules)
    : m_rules(rules), m_groups{{GroupRows({}, BoardGroup::Running), GroupRows({}, BoardGroup::Ended)}}
{
}

BoardEdits LiveBoard::apply(const QList<CallRow> &rows, qint64 nowMs)
{
    for (const CallRow &row : rows)
        applyRow(row, nowMs);
    trimEnded();
    return takeEdits(false);
}

BoardEdits LiveBoard::tick(qint64 nowMs)
{
    for (auto &[id, entry] : m_entries)
        advance(entry, nowMs);
    while (!m_hiddenEnded.empty() && nowMs - m_hiddenEnded.front() >= m_rules.keepEndedMs)
        m_hiddenEnded.pop_front();
    return takeEdits(m_reorderAllowed);
}

BoardEdits LiveBoard::setSort(BoardSort sort)
{
    m_sort = sort;
    for (const BoardGroup group : {BoardGroup::Running, BoardGroup::Ended})
        rowsOf(group).setOrder(RowOrder(sort, group));
    return takeEdits(true);
}

BoardEdits LiveBoard::setFilter(BoardFilter filter)
{
    m_filter = std::move(filter);
    for (auto &[id, entry] : m_entries)
        updateShown(entry);
    return takeEdits(false);
}

BoardEdits LiveBoard::setRules(BoardRules rules, qint64 nowMs)
{
    m_rules = rules;
    return tick(nowMs);
}

void LiveBoard::applyRow(const CallRow &row, qint64 nowMs)
{
    const auto found = m_entries.find(row.callId);
    if (found == m_entries.end()) {
        add(row, nowMs);
        return;
    }
    BoardEntry &entry = found->second;
    if (row.revision > entry.row->call.revision)
        replace(entry, derive(row, nowMs), nowMs);
}

void LiveBoard::add(const CallRow &row, qint64 nowMs)
{
    const bool finished = isFinished(row.state);
    if (finished) {
        m_hiddenRunning.remove(row.callId);
        if (isExpired(row, nowMs))
            return;
    } else if (m_counts.ongoing + m_counts.registered >= m_rules.maxRunning) {
        if (m_hiddenRunning.size() < MaxHidden)
            m_hiddenRunning.insert(row.callId);
        return;
    }
    m_hiddenRunning.remove(row.callId);

    BoardEntry &entry = m_entries[row.callId];
    entry.row = std::make_shared<const BoardRow>(derive(row, nowMs));
    entry.group = finished ? BoardGroup::Ended : BoardGroup::Running;
    count(entry, +1);
    updateShown(entry);
}

void LiveBoard::replace(BoardEntry &entry, BoardRow row, qint64 nowMs)
{
    const bool wasFinished = isFinished(entry.row->call.state);
    const bool finished = isFinished(row.call.state);
    const ColumnSet columns = changedColumns(*entry.row, row);
    count(entry, -1);
    entry.row = std::make_shared<const BoardRow>(std::move(row));
    count(entry, +1);
    if (finished && !wasFinished)
        entry.endNoticedMs = nowMs;
    if (!finished && entry.group == BoardGroup::Ended)
        moveTo(entry, BoardGroup::Running);
    updateShown(entry);
    rowsOf(entry.group).markChanged(entry, columns);
}

void LiveBoard::advance(BoardEntry &entry, qint64 nowMs)
{
    if (isUnconfirmed(entry.row->call, nowMs) != entry.row->unconfirmed ||
        isOverdue(entry.row->call, nowMs) != entry.row->overdue)
        replace(entry, derive(entry.row->call, nowMs), nowMs);
    const CallRow &call = entry.row->call;
    if (!isFinished(call.state) || m_held.contains(call.callId))
        return;
    if (isExpired(call, nowMs)) {
        drop(entry);
        return;
    }
    // A clock that was set back must not pin the row among the running ones.
    const bool placeKept = nowMs >= entry.endNoticedMs && nowMs - entry.endNoticedMs < m_rules.keepPlaceMs;
    if (entry.group == BoardGroup::Running && !placeKept)
        moveTo(entry, BoardGroup::Ended);
}

void LiveBoard::moveTo(BoardEntry &entry, BoardGroup group)
{
    if (entry.isShown())
        rowsOf(entry.group).remove(entry);
    count(entry, -1);
    entry.group = group;
    count(entry, +1);
    updateShown(entry);
}

void LiveBoard::drop(BoardEntry &entry)
{
    if (entry.isShown())
        rowsOf(entry.group).remove(entry);
    count(entry, -1);
    m_dropped.push_back(entry.row->call.callId);
}

void LiveBoard::trimEnded()
{
    if (m_counts.ended <= m_rules.maxEnded)
        return;
    std::vector<BoardEntry *> ended;
    for (auto &[id, entry] : m_entries) {
        if (entry.group == BoardGroup::Ended && !m_held.contains(id))
            ended.push_back(&entry);
    }
    // A few more than needed, so that a flood does not sort for every row.
    const qsizetype excess = m_counts.ended - m_rules.maxEnded + m_rules.maxEnded / 20;
    std::ranges::sort(ended, {}, [](const BoardEntry *entry) { return endedMs(entry->row->call); });
    ended.resize(static_cast<size_t>(std::min(excess, static_cast<qsizetype>(ended.size()))));
    for (BoardEntry *entry : ended) {
        m_hiddenEnded.push_back(endedMs(entry->row->call));
        drop(*entry);
    }
}

void LiveBoard::updateShown(BoardEntry &entry)
{
    const bool show = m_filter.accepts(*entry.row, entry.group);
    if (show && !entry.isShown())
        rowsOf(entry.group).insert(entry);
    else if (!show && entry.isShown())
        rowsOf(entry.group).remove(entry);
}

void LiveBoard::count(const BoardEntry &entry, int by)
{
    const BoardRow &row = *entry.row;
    if (row.call.state == CallState::Ongoing)
        m_counts.ongoing += by;
    if (row.call.state == CallState::Registered)
        m_counts.registered += by;
    if (row.unconfirmed)
        m_counts.unconfirmed += by;
    if (entry.group == BoardGroup::Ended)
        m_counts.ended += by;
}

BoardRow LiveBoard::derive(const CallRow &call, qint64 nowMs) const
{
    return {call, isUnconfirmed(call, nowMs), isOverdue(call, nowMs)};
}

bool LiveBoard::isUnconfirmed(const CallRow &call, qint64 nowMs) const
{
    return !isFinished(call.state) && nowMs - call.lastSeenMs >= m_rules.unconfirmedAfterMs;
}

bool LiveBoard::isExpired(const CallRow &call, qint64 nowMs) const
{
    return nowMs - endedMs(call) >= m_rules.keepEndedMs;
}

BoardCounts LiveBoard::counts() const
{
    BoardCounts counts = m_counts;
    counts.hiddenRunning = m_hiddenRunning.size();
    counts.hiddenEnded = static_cast<qsizetype>(m_hiddenEnded.size());
    return counts;
}

BoardRowPtr LiveBoard::find(const CallId &id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : found->second.row;
}

std::optional<BoardPlace> LiveBoard::placeOf(const CallId &id) const
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || found->second.position < 0)
        return std::nullopt;
    return BoardPlace{found->second.group, found->second.position};
}

std::vector<BoardRowPtr> LiveBoard::rows(BoardGroup group) const
{
    std::vector<BoardRowPtr> rows;
    for (const BoardEntry *entry : rowsOf(group).rows())
        rows.push_back(entry->row);
    return rows;
}

bool LiveBoard::hasRoomForHidden() const
{
    return !m_hiddenRunning.isEmpty() &&
           10LL * (m_counts.ongoing + m_counts.registered) < m_rules.maxRunning * 9;
}

BoardEdits LiveBoard::takeEdits(bool reorder)
{
    BoardEdits edits;
    for (const BoardGroup group : {BoardGroup::Running, BoardGroup::Ended}) {
        const bool append = group == BoardGroup::Running && !reorder && !m_reorderAllowed;
        edits.groups[static_cast<size_t>(group)] = rowsOf(group).takeEdits(reorder, append);
    }
    for (const CallId &id : m_dropped)
        m_entries.erase(id);
    m_dropped.clear();
    return edits;
}

} // namespace anrufwarte
