// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/callhistory.h"

#include "core/store/database.h"
#include "core/store/isotime.h"

namespace anrufwarte {

namespace {

constexpr qsizetype KeptCharacters = 200;

/// NULL for unknown; long texts (transcripts, JSON) are cut: the history says that, when and by whom, not all
/// of what.
QString shortText(const FieldValue &value)
{
    if (!isKnown(value))
        return {};
    QString text = neverNull(plainText(value));
    if (text.size() > KeptCharacters) {
        const bool splitsPair = text.at(KeptCharacters - 1).isHighSurrogate();
        text.truncate(splitsPair ? KeptCharacters - 1 : KeptCharacters);
        text += QChar(u'…');
    }
    return text;
}

} // namespace

Result<void> CallHistory::begin(const StoredCall &call)
{
    const FieldValue &word = call.record[Field::CallStatus];
    if (isKnown(word))
        return line(QLatin1String(info(Field::CallStatus).column), {}, word);
    return line(QStringLiteral("status"), {}, toWord(call.row.state));
}

Result<void> CallHistory::add(const QList<FieldChange> &changes)
{
    for (const FieldChange &change : changes) {
        if (const Result<void> written =
                line(QLatin1String(info(change.field).column), change.before, change.after);
            !written)
            return written.error();
    }
    return {};
}

Result<void> CallHistory::line(const QString &field, const FieldValue &before, const FieldValue &after)
{
    Statement insert = m_database.statement(QStringLiteral(
        "INSERT INTO call_changes (call_id, id, changed_at, source, field, before, after, reason) "
        "VALUES (?1, coalesce((SELECT max(id) FROM call_changes WHERE call_id = ?1), 0) + 1, "
        "?2, ?3, ?4, ?5, ?6, ?7)"));
    if (!insert.run(m_id.value(), isoUtc(m_nowMs), toWord(m_change.source), field, shortText(before),
                    shortText(after), nullIfEmpty(m_change.reason)))
        return m_database.lastError();
    return {};
}

Result<QList<HistoryEntry>> readHistory(Database &database, LocalCallId id)
{
    Statement select = database.statement(
        QStringLiteral("SELECT id, changed_at, source, field, before, after, reason FROM call_changes "
                       "WHERE call_id = ? ORDER BY id"));
    QList<HistoryEntry> entries;
    if (!select.run(id.value()))
        return database.lastError();
    while (select.next()) {
        entries.append({select.integer(0), fromIsoUtc(select.text(1)), sourceFromWord(select.text(2)),
                        select.text(3), select.text(4), select.text(5), select.text(6)});
    }
    if (select.failed())
        return database.lastError();
    return entries;
}

} // namespace anrufwarte
