// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bodypieces.h"

#include "core/store/database.h"
#include "core/store/deliverylog.h"
#include "core/store/fieldvalues.h"
#include "core/store/zstdcodec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringBuilder>

namespace anrufwarte::bodypieces {

namespace {

/// So many bytes of a piece tell where it can begin; then all of it is compared.
constexpr qsizetype SoughtBytes = 48;
constexpr qsizetype LeastBytes = 256; ///< less than that costs no more than to say where it stands

/// A small piece of a packed body would cost its reader more than it saves.
bool isWorthIt(qsizetype pieceBytes, qsizetype bodyBytes)
{
    const bool isPacked = bodyBytes >= CompressFromBytes;
    return pieceBytes >= (isPacked ? CompressFromBytes : LeastBytes);
}

struct Owed
{
    qint64 call = 0;
    BodyPiece piece;
};

/// Calls that need something of the deliveries that `which` selects.
Result<QList<Owed>> owedBy(Database &database, const QString &which, qint64 limit, qint64 beforeMs)
{
    Statement select =
        database.statement(QStringLiteral("SELECT calls.id, calls.turns, deliveries.id FROM deliveries "
                                          "JOIN calls ON calls.retell_call_id = deliveries.call_id "
                                          "WHERE deliveries.id IN (%1) AND typeof(calls.turns) = 'text' AND "
                                          "substr(calls.turns, 1, 1) = '{'")
                               .arg(which));
    QList<Owed> owed;
    if (!select.run(limit, beforeMs))
        return database.lastError();
    while (select.next()) {
        const std::optional<BodyPiece> piece = fromColumn(select.text(1));
        if (piece && piece->delivery.value() == select.integer(2))
            owed.append({select.integer(0), *piece});
    }
    if (select.failed())
        return database.lastError();
    return owed;
}

} // namespace

std::optional<BodyPiece> find(const QByteArray &json, const KeptBody &kept)
{
    if (kept.delivery == DeliveryId() || !isWorthIt(json.size(), kept.bytes.size()))
        return std::nullopt;
    const qsizetype at = kept.bytes.indexOf(QByteArrayView(json).first(SoughtBytes));
    if (at < 0 || kept.bytes.sliced(at).first(qMin(json.size(), kept.bytes.size() - at)) != json)
        return std::nullopt;
    return BodyPiece{kept.delivery, at, json.size()};
}

QString toColumn(const BodyPiece &piece)
{
    return QLatin1String("{\"delivery\":") % QString::number(piece.delivery.value()) %
           QLatin1String(",\"at\":") % QString::number(piece.at) % QLatin1String(",\"size\":") %
           QString::number(piece.size) % u'}';
}

std::optional<BodyPiece> fromColumn(const QString &text)
{
    if (!text.startsWith(u'{'))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const BodyPiece piece{DeliveryId(object[u"delivery"].toInteger()), object[u"at"].toInteger(-1),
                          object[u"size"].toInteger(-1)};
    if (piece.delivery == DeliveryId() || piece.at < 0 || piece.size < 0)
        return std::nullopt;
    return piece;
}

Result<QByteArray> read(Database &database, const BodyPiece &piece)
{
    const Result<QByteArray> body = deliverylog::readBody(database, piece.delivery);
    if (!body)
        return body.error();
    if (piece.at > body->size() || piece.size > body->size() - piece.at)
        return Error{ErrorCode::StoreCorrupt, QStringLiteral("a piece of a body"), {database.file()}};
    return body->sliced(piece.at, piece.size);
}

Result<void> giveBack(Database &database, const QString &which, qint64 limit, qint64 beforeMs)
{
    const Result<QList<Owed>> owed = owedBy(database, which, limit, beforeMs);
    if (!owed)
        return owed.error();
    Statement update = database.statement(QStringLiteral("UPDATE calls SET turns = ? WHERE id = ?"));
    for (const Owed &each : *owed) {
        const Result<QByteArray> json = read(database, each.piece);
        if (!json && json.error().code != ErrorCode::StoreCorrupt)
            return json.error();
        const QVariant column = json ? turnsColumnValue(FieldValue(*json)) : QVariant(); // lost with its body
        if (!update.run(column, each.call))
            return database.lastError();
    }
    return {};
}

} // namespace anrufwarte::bodypieces
