// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/roworder.h"

#include <array>

namespace anrufwarte {

namespace {
template <typename T>
int threeWay(const T &a, const T &b)
{
    if (a == b)
        return 0;
    return a < b ? -1 : 1;
}

bool always(const BoardRow &)
{
    return true;
}

template <auto Member>
bool knowsText(const BoardRow &row)
{
    return !(row.call.*Member).isEmpty();
}

template <auto Member>
bool knows(const BoardRow &row)
{
    return (row.call.*Member).has_value();
}

template <auto Member>
int byMember(const BoardRow &a, const BoardRow &b, const QCollator &)
{
    return threeWay(a.call.*Member, b.call.*Member);
}

/// As the dictionary sorts in the user's language. Equal texts, the usual case for agents, need no collation.
template <auto Member>
int byWord(const BoardRow &a, const BoardRow &b, const QCollator &collator)
{
    return a.call.*Member == b.call.*Member ? 0 : collator.compare(a.call.*Member, b.call.*Member);
}

int statusRank(const BoardRow &row)
{
    if (row.unconfirmed)
        return 0;
    return 1 + static_cast<int>(row.call.state) * 2 + (row.call.corrected ? 1 : 0);
}

int partsRank(const BoardRow &row)
{
    int there = 0;
    for (int i = 0; i < PartCount; ++i)
        there += row.call.completeness.has(static_cast<Part>(i)) ? 1 : 0;
    return there;
}

int sentimentRank(const BoardRow &row)
{
    static const std::array words{u"Negative", u"Neutral", u"Positive"};
    for (size_t i = 0; i < words.size(); ++i) {
        if (row.call.sentiment.compare(QStringView(words[i]), Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    return static_cast<int>(words.size());
}

template <auto Rank>
int byRank(const BoardRow &a, const BoardRow &b, const QCollator &)
{
    return threeWay(Rank(a), Rank(b));
}

bool knowsDuration(const BoardRow &row)
{
    return !isFinished(row.call.state) || row.call.durationMs.has_value();
}

bool knowsOtherParty(const BoardRow &row)
{
    return !otherParty(row.call).isEmpty();
}

int byOtherParty(const BoardRow &a, const BoardRow &b, const QCollator &)
{
    return threeWay(otherParty(a.call), otherParty(b.call));
}

int byBegin(const BoardRow &a, const BoardRow &b, const QCollator &)
{
    return threeWay(beginMs(a.call), beginMs(b.call));
}

/// While calls run, the longer one is the one that began earlier, at any moment.
int byRunningTime(const BoardRow &a, const BoardRow &b, const QCollator &collator)
{
    return byBegin(b, a, collator);
}

int byEnd(const BoardRow &a, const BoardRow &b, const QCollator &)
{
    return threeWay(endedMs(a.call), endedMs(b.call));
}

int byCallId(const BoardRow &a, const BoardRow &b, const QCollator &)
{
    return threeWay(a.call.callId.value(), b.call.callId.value());
}
} // namespace

RowOrder::Key RowOrder::keyOf(BoardColumn column)
{
    static constexpr std::array<Key, BoardColumnCount> keys{{
        {always, byRank<statusRank>},
        {knowsOtherParty, byOtherParty},
        {knowsText<&CallRow::toNumber>, byMember<&CallRow::toNumber>},
        {knowsText<&CallRow::agentName>, byWord<&CallRow::agentName>},
        {knowsDuration, byMember<&CallRow::durationMs>},
        {knowsText<&CallRow::sentiment>, byRank<sentimentRank>},
        {knows<&CallRow::cost>, byMember<&CallRow::cost>},
        {always, byMember<&CallRow::lastSource>},
        {always, byRank<partsRank>},
        {always, byBegin},
        {knows<&CallRow::latencyP95Ms>, byMember<&CallRow::latencyP95Ms>},
        {always, byCallId},
    }};
    return keys[static_cast<size_t>(column)];
}

RowOrder::RowOrder(BoardSort sort, BoardGroup group)
    : m_key(keyOf(sort.column)), m_column(sort.column), m_descending(sort.descending)
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    if (group == BoardGroup::Running && sort.column == BoardColumn::Duration)
        m_key = {always, byRunningTime};
    else if (group == BoardGroup::Ended && sort == BoardSort{})
        m_key = {always, byEnd};
}

bool RowOrder::before(const BoardRow &a, const BoardRow &b) const
{
    const bool knownA = m_key.isKnown(a);
    const bool knownB = m_key.isKnown(b);
    if (!knownA || !knownB)
        return knownA && !knownB;
    const int order = m_key.compare(a, b, m_collator);
    return m_descending ? order > 0 : order < 0;
}

} // namespace anrufwarte
