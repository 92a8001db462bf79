// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deliverylog.h"

#include "core/calls/deliverychecks.h"
#include "core/store/database.h"
#include "core/store/deliverytext.h"
#include "core/store/isotime.h"
#include "core/store/zstdcodec.h"

#include <algorithm>

namespace anrufwarte::deliverylog {

namespace {

const QString &columns()
{
    static const QString names = QStringLiteral(
        "id, received_ms, sender, peer, method, path, verdict, http_status, reason, event, call_id, bytes, "
        "signature_header, matched_key, skew_ms, checks, hints, ingested_ms");
    return names;
}

DeliveryRecord readRecord(const Statement &row)
{
    DeliveryRecord record;
    record.id = DeliveryId(row.integer(0));
    record.receivedMs = row.integer(1);
    record.sender = row.text(2);
    record.peer = row.text(3);
    record.method = row.text(4);
    record.path = row.text(5);
    record.accepted = row.text(6) == u"accepted";
    record.httpStatus = static_cast<int>(row.integer(7));
    record.reason = row.text(8);
    record.event = row.text(9);
    record.callId = CallId(row.text(10));
    record.bytes = row.integer(11);
    record.signatureHeader = row.blob(12);
    record.matchedKey = row.text(13);
    record.skewMs = row.optionalInteger(14);
    const QString checks = row.text(15);
    if (const std::optional<CheckTerms> terms = checkTermsFrom(checks))
        record.checks = passedChecks(record, *terms);
    else
        record.checks = checksFrom(checks);
    record.hints = hintsFrom(row.text(16));
    record.ingestedMs = row.optionalInteger(17);
    return record;
}

bool isVerified(const DeliveryRecord &record)
{
    return record.accepted ||
           std::any_of(record.checks.begin(), record.checks.end(), [](const DeliveryCheck &check) {
               return check.kind == CheckKind::Signature && check.outcome == CheckOutcome::Passed;
           });
}

/// Of two columns, encoding and body.
std::optional<QByteArray> unpacked(const Statement &row, int encoding)
{
    QByteArray stored = row.blob(encoding + 1);
    return row.text(encoding) == u"zstd" ? decompressed(stored) : std::optional(std::move(stored));
}

Result<void> insertBody(Database &database, DeliveryId id, const DeliveryRecord &record,
                        const std::optional<QByteArray> &packed)
{
    const std::optional<QByteArray> frame = packed ? packed : compressed(record.body);
    const QByteArray &stored = frame ? *frame : record.body;
    Statement insert = database.statement(
        QStringLiteral("INSERT INTO delivery_bodies (delivery_id, encoding, rejected, stored_bytes, body) "
                       "VALUES (?, ?, ?, ?, ?)"));
    if (!insert.run(id.value(), frame ? QStringLiteral("zstd") : QStringLiteral("raw"), int(!record.accepted),
                    qint64(stored.size()), stored))
        return database.lastError();
    return {};
}

} // namespace

Result<DeliveryId> insert(Database &database, const DeliveryRecord &record,
                          const std::optional<QByteArray> &frame)
{
    DeliveryId id;
    {
        Statement insert = database.statement(QStringLiteral(
            "INSERT INTO deliveries (received_ms, received_at, sender, peer, method, path, verdict, "
            "http_status, "
            "reason, event, call_id, verified, bytes, signature_header, matched_key, skew_ms, checks, hints) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        if (!insert.run(record.receivedMs, isoUtc(record.receivedMs), nullIfEmpty(record.sender),
                        nullIfEmpty(record.peer), nullIfEmpty(record.method), nullIfEmpty(record.path),
                        record.accepted ? QStringLiteral("accepted") : QStringLiteral("rejected"),
                        record.httpStatus, nullIfEmpty(record.reason), nullIfEmpty(record.event),
                        nullIfEmpty(record.callId.value()), int(isVerified(record)), record.bytes,
                        record.signatureHeader, nullIfEmpty(record.matchedKey), record.skewMs,
                        record.passed.isEmpty() ? toText(record.checks) : record.passed,
                        toText(record.hints)))
            return database.lastError();
        id = DeliveryId(insert.lastInsertId());
    }
    if (!record.body.isEmpty()) {
        if (const Result<void> kept = insertBody(database, id, record, frame); !kept)
            return kept.error();
    }
    return id;
}

Result<void> updateHints(Database &database, DeliveryId id, const QString &event, const CallId &callId,
                         const QList<HintFound> &hints)
{
    Statement update = database.statement(QStringLiteral(
        "UPDATE deliveries SET event = ?, call_id = ?, hints = ? WHERE id = ? AND verdict = 'rejected'"));
    if (!update.run(nullIfEmpty(event), nullIfEmpty(callId.value()), toText(hints), id.value()))
        return database.lastError();
    return {};
}

Result<void> markIngested(Database &database, DeliveryId id, qint64 nowMs)
{
    {
        Statement mark = database.statement(QStringLiteral(
            "UPDATE deliveries SET verdict = 'ingested', verified = 1, ingested_ms = ? WHERE id = ? "
            "AND verdict = 'rejected'"));
        if (!mark.run(nowMs, id.value()))
            return database.lastError();
        if (mark.rowsAffected() == 0)
            return {};
    }
    Statement keep =
        database.statement(QStringLiteral("UPDATE delivery_bodies SET rejected = 0 WHERE delivery_id = ?"));
    if (!keep.run(id.value()))
        return database.lastError();
    return {};
}

static Result<void> pruneBodies(Database &database, const Bounds &bounds)
{
    qint64 newestTooOld = -1;
    {
        Statement select =
            database.statement(QStringLiteral("SELECT delivery_id, stored_bytes FROM delivery_bodies WHERE "
                                              "rejected = 1 ORDER BY delivery_id DESC"));
        if (!select.run())
            return database.lastError();
        qsizetype count = 0;
        qint64 bytes = 0;
        while (newestTooOld < 0 && select.next()) {
            ++count;
            bytes += select.integer(1);
            if (count > bounds.rejectedBodies || bytes > bounds.rejectedBodyBytes)
                newestTooOld = select.integer(0);
        }
        if (select.failed())
            return database.lastError();
    }
    if (newestTooOld < 0)
        return {};
    Statement remove = database.statement(
        QStringLiteral("DELETE FROM delivery_bodies WHERE rejected = 1 AND delivery_id <= ?"));
    if (!remove.run(newestTooOld))
        return database.lastError();
    return {};
}

Result<void> pruneRejected(Database &database, const Bounds &bounds)
{
    if (const Result<void> pruned = pruneBodies(database, bounds); !pruned)
        return pruned.error();
    Statement remove = database.statement(QStringLiteral(
        "DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE verdict = 'rejected' "
        "ORDER BY received_ms DESC, id DESC LIMIT -1 OFFSET ?)"));
    if (!remove.run(qint64(bounds.rejectedRows)))
        return database.lastError();
    return {};
}

Result<QList<DeliveryRecord>> list(Database &database, bool rejectedOnly, qsizetype limit)
{
    static const QString all =
        QStringLiteral("SELECT %1 FROM deliveries ORDER BY id DESC LIMIT ?").arg(columns());
    static const QString rejected = QStringLiteral("SELECT %1 FROM deliveries WHERE verdict = 'rejected' "
                                                   "ORDER BY received_ms DESC, id DESC LIMIT ?")
                                        .arg(columns());
    Statement select = database.statement(rejectedOnly ? rejected : all);
    QList<DeliveryRecord> records;
    if (!select.run(limit > 0 ? qint64(limit) : qint64(-1)))
        return database.lastError();
    while (select.next())
        records.append(readRecord(select));
    if (select.failed())
        return database.lastError();
    return records;
}

Result<DeliveryRecord> read(Database &database, DeliveryId id)
{
    static const QString sql =
        QStringLiteral("SELECT %1, encoding, body FROM deliveries LEFT JOIN delivery_bodies "
                       "ON delivery_id = id WHERE id = ?")
            .arg(columns());
    Statement select = database.statement(sql);
    if (!select.run(id.value()))
        return database.lastError();
    if (!select.next()) {
        if (select.failed())
            return database.lastError();
        return Error{ErrorCode::DeliveryNotFound, {}, {QString::number(id.value())}};
    }
    DeliveryRecord record = readRecord(select);
    constexpr int Encoding = 18;
    std::optional<QByteArray> body = unpacked(select, Encoding);
    if (!body)
        return Error{ErrorCode::StoreCorrupt, QStringLiteral("a stored body"), {database.file()}};
    record.body = *std::move(body);
    return record;
}

Result<QByteArray> readBody(Database &database, DeliveryId id)
{
    Statement select = database.statement(
        QStringLiteral("SELECT encoding, body FROM delivery_bodies WHERE delivery_id = ?"));
    if (!select.run(id.value()))
        return database.lastError();
    std::optional<QByteArray> body = select.next() ? unpacked(select, 0) : std::nullopt;
    if (select.failed())
        return database.lastError();
    if (!body)
        return Error{ErrorCode::StoreCorrupt, QStringLiteral("a stored body"), {database.file()}};
    return *std::move(body);
}

Result<qint64> countRejectedSince(Database &database, qint64 sinceMs)
{
    Statement select = database.statement(
        QStringLiteral("SELECT count(*) FROM deliveries WHERE verdict = 'rejected' AND received_ms >= ?"));
    if (!select.run(sinceMs) || !select.next())
        return database.lastError();
    return select.integer(0);
}

} // namespace anrufwarte::deliverylog
