// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/cellstyle.h"

#include "ui/calls/celltexts.h"

namespace anrufwarte {

namespace {
CellStyle withIcon(const char *icon, const QColor &iconColor, const QColor &color,
                   TextStyle font = TextStyle::Body)
{
    return {QLatin1String(icon), 16, iconColor, color, font};
}

CellStyle plain(const QColor &color, TextStyle font = TextStyle::Body)
{
    return {{}, 0, {}, color, font};
}

CellStyle statusStyle(const BoardRow &row, const Tokens &t)
{
    if (row.unconfirmed)
        return withIcon("circle-question-mark", t.warn, t.warn, TextStyle::BodyBold);
    switch (row.call.state) {
    case CallState::Ongoing:
        return withIcon("phone-call", t.ok, t.text, TextStyle::BodyMedium);
    case CallState::Registered:
        return withIcon("bell-ring", t.accentText, t.text, TextStyle::BodyMedium);
    case CallState::Completed:
        return row.call.corrected ? withIcon("circle-check", t.ok, t.text2)
                                  : withIcon("phone", t.text2, t.text2);
    case CallState::Failed:
        break;
    }
    return row.call.callStatus == statusword::Error ? withIcon("octagon-alert", t.danger, t.text)
                                                    : withIcon("phone-missed", t.text2, t.text2);
}

CellStyle callerStyle(const BoardRow &row, const Tokens &t)
{
    CellStyle style = withIcon("arrow-down-left", t.text3, t.text, TextStyle::BodyMedium);
    style.iconSize = 14;
    if (isWebCall(row.call))
        style.icon = QStringLiteral("globe");
    else if (row.call.direction == Direction::Outbound)
        style.icon = QStringLiteral("arrow-up-right");
    else if (row.call.direction == Direction::Unknown)
        style.icon.clear();
    return style;
}

CellStyle durationStyle(const BoardRow &row, const CellContext &context, const Tokens &t)
{
    if (isFinished(row.call.state))
        return plain(t.text);
    if (row.call.state == CallState::Registered)
        return plain(t.text2);
    const qint64 ms = durationMs(row, context).value_or(0);
    if (ms >= context.dangerMs)
        return plain(t.danger, TextStyle::BodyBold);
    if (ms >= context.warnMs)
        return plain(t.warn, TextStyle::BodyBold);
    return plain(t.text, TextStyle::BodyMedium);
}

CellStyle sentimentStyle(const BoardRow &row, const Tokens &t)
{
    const QString &word = row.call.sentiment;
    if (word.compare(QLatin1String("positive"), Qt::CaseInsensitive) == 0)
        return withIcon("smile", t.ok, t.text2);
    if (word.compare(QLatin1String("neutral"), Qt::CaseInsensitive) == 0)
        return withIcon("meh", t.text2, t.text2);
    if (word.compare(QLatin1String("negative"), Qt::CaseInsensitive) == 0)
        return withIcon("frown", t.danger, t.text);
    return plain(t.text2);
}

CellStyle costStyle(const BoardRow &row, const Tokens &t)
{
    if (!isFinished(row.call.state))
        return plain(t.text2);
    const bool missing = partStates(row)[static_cast<size_t>(Part::Cost)] == DataState::Missing;
    return missing ? plain(t.warn, TextStyle::BodyBold) : plain(t.text);
}

CellStyle latencyStyle(const BoardRow &row, const CellContext &context, const Tokens &t)
{
    if (row.call.latencyP95Ms.value_or(0) > context.latencyLimitMs)
        return withIcon("triangle-alert", t.danger, t.danger, TextStyle::BodyMedium);
    return plain(t.text);
}
} // namespace

CellStyle cellStyle(const BoardRow &row, BoardColumn column, const CellContext &context, const Tokens &t)
{
    switch (column) {
    case BoardColumn::Status:
        return statusStyle(row, t);
    case BoardColumn::Caller:
        return callerStyle(row, t);
    case BoardColumn::Called:
    case BoardColumn::Agent:
    case BoardColumn::Begin:
        return plain(t.text);
    case BoardColumn::Duration:
        return durationStyle(row, context, t);
    case BoardColumn::Sentiment:
        return sentimentStyle(row, t);
    case BoardColumn::Cost:
        return costStyle(row, t);
    case BoardColumn::LastSource:
        return plain(t.text2);
    case BoardColumn::DataParts:
        return partCounts(row).missing > 0 ? plain(t.warn, TextStyle::SmallMedium)
                                           : plain(t.text2, TextStyle::Small);
    case BoardColumn::LatencyP95:
        return latencyStyle(row, context, t);
    case BoardColumn::Id:
        return plain(t.text2, TextStyle::Mono);
    }
    Q_UNREACHABLE();
}

} // namespace anrufwarte
