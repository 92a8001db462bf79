// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/transcriptmodel.h"

#include "core/text/formats.h"
#include "core/text/terms.h"

#include <algorithm>

namespace anrufwarte {

namespace {

QString plainRow(const TranscriptRow &row, bool withDetail)
{
    const QString time = TranscriptModel::timeText(row);
    const QString who = TranscriptModel::rowName(row);
    QString out = time.isEmpty() ? who : who + QLatin1String(", ") + time;
    out += QLatin1String(": ") + (row.isSpeech() ? row.turn.text : TranscriptModel::eventText(row));
    if (row.hasResult)
        out += QStringLiteral(" → ") + row.resultLine;
    if (withDetail && row.canUnfold())
        out += u'\n' + row.argumentsText + QStringLiteral("\n→ ") + row.resultText;
    return out;
}

} // namespace

void TranscriptModel::startCall(QList<TranscriptRow> rows)
{
    beginResetModel();
    m_all = std::move(rows);
    m_unfolded.clear();
    m_rows = shown();
    endResetModel();
}

void TranscriptModel::setRows(QList<TranscriptRow> rows)
{
    m_all = std::move(rows);
    replaceShown(shown());
}

void TranscriptModel::setShowsEvents(bool shows)
{
    m_showsEvents = shows;
    replaceShown(shown());
}

QList<TranscriptRow> TranscriptModel::shown() const
{
    if (m_showsEvents)
        return m_all;
    QList<TranscriptRow> out;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(out),
                 [](const TranscriptRow &row) { return row.isSpeech(); });
    return out;
}

/// Two ordered lists by number, walked side by side: removes, inserts and changes exactly what differs.
void TranscriptModel::replaceShown(QList<TranscriptRow> next)
{
    int at = 0;
    while (at < m_rows.size() || at < next.size()) {
        const bool gone = at < m_rows.size() && (at >= next.size() || m_rows[at].number < next[at].number);
        const bool fresh = at < next.size() && (at >= m_rows.size() || next[at].number < m_rows[at].number);
        if (gone) {
            int last = at;
            while (last + 1 < m_rows.size() &&
                   (at >= next.size() || m_rows[last + 1].number < next[at].number))
                ++last;
            beginRemoveRows({}, at, last);
            m_rows.remove(at, last - at + 1);
            endRemoveRows();
        } else if (fresh) {
            int last = at;
            while (last + 1 < next.size() &&
                   (at >= m_rows.size() || next[last + 1].number < m_rows[at].number))
                ++last;
            beginInsertRows({}, at, last);
            m_rows = m_rows.first(at) + next.mid(at, last - at + 1) + m_rows.sliced(at);
            endInsertRows();
            at = last + 1;
        } else {
            if (m_rows[at] != next[at]) {
                m_rows[at] = next[at];
                Q_EMIT
                dataChanged(index(at), index(at));
            }
            ++at;
        }
    }
}

void TranscriptModel::setUnfolded(int row, bool unfolded)
{
    if (!m_rows[row].canUnfold() || unfolded == isUnfolded(row))
        return;
    if (unfolded)
        m_unfolded.insert(m_rows[row].number);
    else
        m_unfolded.remove(m_rows[row].number);
    Q_EMIT
    dataChanged(index(row), index(row));
}

void TranscriptModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT
    dataChanged(index(0), index(rowCount() - 1));
}

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TranscriptRow &row = m_rows[index.row()];
    if (role == Qt::DisplayRole)
        return plainRow(row, true); // what Ctrl+C takes
    if (role == Qt::AccessibleTextRole)
        return plainRow(row, isUnfolded(index.row()));
    return {};
}

QString TranscriptModel::rowName(const TranscriptRow &row)
{
    const bool isTool = row.turn.role == TurnRole::ToolInvocation && !row.turn.toolName.isEmpty();
    return isTool ? row.turn.toolName : terms::speaker(row.turn);
}

QString TranscriptModel::eventText(const TranscriptRow &row)
{
    const Turn &turn = row.turn;
    if (turn.role == TurnRole::ToolInvocation)
        return row.argumentsLine;
    if (turn.role == TurnRole::NodeTransition && !turn.nodeFrom.isEmpty())
        return turn.nodeFrom + QStringLiteral(" → ") + turn.text.simplified();
    return turn.text.simplified();
}

QString TranscriptModel::timeText(const TranscriptRow &row)
{
    if (!row.turn.startSeconds || *row.turn.startSeconds < 0.0 || *row.turn.startSeconds > 1e6)
        return {};
    return Formats().duration(static_cast<qint64>(*row.turn.startSeconds * 1000.0));
}

} // namespace anrufwarte
