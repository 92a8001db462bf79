// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/callrows.h"

#include "core/store/bodypieces.h"
#include "core/store/database.h"
#include "core/store/fieldvalues.h"
#include "core/store/isotime.h"
#include "core/store/stamps.h"
#include "core/store/statement.h"

#include <QStringList>
#include <QtEndian>

namespace anrufwarte::callrows {

namespace {

/// Everything a column can be made of.
struct Material
{
    const StoredCall &call;
    const std::optional<CostReading> &cost;
    const QList<double> &measurements;
};

/// The place of one column in a statement; NULL unless something is set.
struct Place
{
    Statement &statement;
    int position;

    void set(const auto &value) const { statement.set(position, value); }
};

struct Column
{
    const char *name;
    void (*fill)(Place, const Material &);
};

std::optional<double> inDollars(const std::optional<MicroDollars> &micros)
{
    return micros ? std::optional(dollars(*micros)) : std::nullopt;
}

QByteArray blobOf(const QList<double> &measurements)
{
    if (measurements.isEmpty())
        return {};
    QByteArray blob(measurements.size() * qsizetype(sizeof(double)), Qt::Uninitialized);
    qToLittleEndian<double>(measurements.constData(), measurements.size(), blob.data());
    return blob;
}

constexpr Column CostColumns[] = {
    {"cost_micros", [](Place p, const Material &m) { p.set(m.call.row.cost); }},
    {"cost", [](Place p, const Material &m) { p.set(inDollars(m.call.row.cost)); }},
    {"cost_cents",
     [](Place p, const Material &m) {
         if (m.call.row.cost)
             p.set(wholeCents(*m.call.row.cost));
     }},
    {"cost_unit",
     [](Place p, const Material &m) {
         if (m.cost)
             p.set(toWord(m.cost->unit));
     }},
    {"retell_cost_usd",
     [](Place p, const Material &m) {
         if (m.cost)
             p.set(inDollars(m.cost->retell));
     }},
    {"twilio_cost_usd",
     [](Place p, const Material &m) {
         if (m.cost)
             p.set(inDollars(m.cost->telephony));
     }},
    {"revision", [](Place p, const Material &m) { p.set(m.call.row.revision); }},
};

constexpr Column DerivedColumns[] = {
    {"retell_call_id", [](Place p, const Material &m) { p.set(neverNull(m.call.record.callId.value())); }},
    {"status", [](Place p, const Material &m) { p.set(toWord(m.call.row.state)); }},
    {"duration_sec",
     [](Place p, const Material &m) {
         if (m.call.row.durationMs)
             p.set(wholeSeconds(*m.call.row.durationMs));
     }},
    {"end_to_end_latency", [](Place p, const Material &m) { p.set(m.call.row.latencyP50Ms); }},
    {"end_to_end_latency_p95", [](Place p, const Material &m) { p.set(m.call.row.latencyP95Ms); }},
    {"created_at", [](Place p, const Material &m) { p.set(isoUtc(m.call.row.firstSeenMs)); }},
    {"updated_at", [](Place p, const Material &m) { p.set(isoUtc(m.call.row.updatedMs)); }},
    {"last_source", [](Place p, const Material &m) { p.set(toWord(m.call.row.lastSource)); }},
    {"listed_ms",
     [](Place p, const Material &m) { p.set(m.call.row.startMs.value_or(m.call.row.firstSeenMs)); }},
    {"first_seen_ms", [](Place p, const Material &m) { p.set(m.call.row.firstSeenMs); }},
    {"last_seen_ms", [](Place p, const Material &m) { p.set(m.call.row.lastSeenMs); }},
    {"finished_seen_ms", [](Place p, const Material &m) { p.set(m.call.row.finishedSeenMs); }},
    {"corrected", [](Place p, const Material &m) { p.set(m.call.row.corrected); }},
    {"parts_present", [](Place p, const Material &m) { p.set(m.call.row.completeness.present); }},
    {"parts_never", [](Place p, const Material &m) { p.set(m.call.row.completeness.never); }},
    {"incomplete",
     [](Place p, const Material &m) {
         p.set(isFinished(m.call.row.state) && !m.call.row.completeness.isComplete());
     }},
    {"furthest_stage", [](Place p, const Material &m) { p.set(int(m.call.record.furthest)); }},
    {"e2e_values", [](Place p, const Material &m) { p.set(blobOf(m.measurements)); }},
    {"stamps", [](Place p, const Material &m) { p.set(encodeStamps(m.call.record)); }},
};

QStringList fieldColumns()
{
    QStringList names;
    for (const FieldInfo &field : allFields())
        names.append(QLatin1String(field.column));
    return names;
}

QStringList writtenColumns()
{
    QStringList names;
    for (const Column &column : CostColumns)
        names.append(QLatin1String(column.name));
    for (const Column &column : DerivedColumns)
        names.append(QLatin1String(column.name));
    return names + fieldColumns();
}

QString assignments(const QStringList &names)
{
    return names.join(QLatin1String(" = ?, ")) + QLatin1String(" = ?");
}

std::optional<CostUnit> unitFromWord(const QString &word)
{
    for (const CostUnit unit : {CostUnit::Cents, CostUnit::Dollars}) {
        if (word == toWord(unit))
            return unit;
    }
    return std::nullopt;
}

/// The number of columns readRow() takes.
constexpr int RowColumnCount = 31;

} // namespace

const QString &rowColumns()
{
    static const QString columns = QStringLiteral(
        "id, retell_call_id, status, call_status, call_type, direction, from_number, to_number, agent_id, "
        "agent_name, start_timestamp, end_timestamp, duration_ms, cost_micros, "
        "(SELECT gap FROM cost_gaps WHERE cost_gaps.call_id = calls.id), cost_unit, end_to_end_latency, "
        "end_to_end_latency_p95, user_sentiment, call_successful, disconnection_reason, parts_present, "
        "parts_never, last_source, corrected, first_seen_ms, last_seen_ms, finished_seen_ms, revision, "
        "updated_at, furthest_stage");
    return columns;
}

CallRow readRow(const Statement &statement)
{
    int column = 0;
    const auto text = [&] { return statement.text(column++); };
    const auto integer = [&] { return statement.integer(column++); };
    const auto optionalInteger = [&] { return statement.optionalInteger(column++); };
    const auto optionalReal = [&] { return statement.optionalReal(column++); };
    CallRow row;
    row.id = LocalCallId(integer());
    row.callId = CallId(text());
    row.state = callStateFromWord(text());
    row.callStatus = text();
    row.callType = text();
    row.direction = directionFromWord(text());
    row.fromNumber = text();
    row.toNumber = text();
    row.agentId = text();
    row.agentName = text();
    row.startMs = optionalInteger();
    row.endMs = optionalInteger();
    row.durationMs = optionalInteger();
    row.cost = optionalInteger();
    row.costGap = optionalReal();
    row.costUnit = unitFromWord(text());
    row.latencyP50Ms = optionalReal();
    row.latencyP95Ms = optionalReal();
    row.sentiment = text();
    const std::optional<qint64> successful = optionalInteger();
    row.successful = successful ? std::optional(*successful != 0) : std::nullopt;
    row.disconnectionReason = text();
    row.completeness.present = static_cast<quint8>(integer());
    row.completeness.never = static_cast<quint8>(integer());
    row.lastSource = sourceFromWord(text());
    row.corrected = integer() != 0;
    row.firstSeenMs = integer();
    row.lastSeenMs = integer();
    row.finishedSeenMs = integer();
    row.revision = static_cast<quint32>(integer());
    row.updatedMs = fromIsoUtc(text());
    return row;
}

const QString &wholeColumns()
{
    static const QString columns =
        QStringList{rowColumns(), QStringLiteral("stamps"), fieldColumns().join(QLatin1String(", "))}.join(
            QLatin1String(", "));
    return columns;
}

static Result<FieldValue> readTurns(const QVariant &column, Database &database)
{
    if (const std::optional<BodyPiece> piece = bodypieces::fromColumn(column.toString())) {
        Result<QByteArray> json = bodypieces::read(database, *piece);
        if (!json)
            return json.error();
        return FieldValue(*std::move(json));
    }
    std::optional<FieldValue> value = fieldValueFrom(info(Field::Turns), column);
    if (!value)
        return Error{ErrorCode::StoreCorrupt, QLatin1String(info(Field::Turns).column), {database.file()}};
    return *std::move(value);
}

Result<StoredCall> readWhole(const Statement &statement, Database &database)
{
    StoredCall call;
    call.row = readRow(statement);
    call.record.callId = call.row.callId;
    const qint64 stage = statement.integer(RowColumnCount - 1);
    const auto damaged = [&](const char *what) {
        return Error{ErrorCode::StoreCorrupt,
                     QStringLiteral("call %1: %2").arg(call.row.id.value()).arg(QLatin1String(what)),
                     {database.file()}};
    };
    if (stage < 0 || stage > static_cast<qint64>(Stage::Analysed))
        return damaged("unknown stage");
    call.record.furthest = static_cast<Stage>(stage);
    int column = RowColumnCount + 1;
    for (const FieldInfo &field : allFields()) {
        const QVariant stored = statement.value(column++);
        if (field.field == Field::Turns) {
            Result<FieldValue> turns = readTurns(stored, database);
            if (!turns)
                return turns.error();
            call.turnsColumn = stored;
            call.record.fields[static_cast<size_t>(field.field)].value = *std::move(turns);
            continue;
        }
        std::optional<FieldValue> value = fieldValueFrom(field, stored);
        if (!value)
            return damaged(field.column);
        call.record.fields[static_cast<size_t>(field.field)].value = *std::move(value);
    }
    if (!decodeStamps(statement.blob(RowColumnCount), call.record))
        return damaged("stamps");
    return call;
}

const QString &insertSql()
{
    static const QString sql = [] {
        const QStringList names = writtenColumns() + QStringList(QStringLiteral("id"));
        const QStringList marks(names.size(), QStringLiteral("?"));
        return QStringLiteral("INSERT INTO calls (%1) VALUES (%2)")
            .arg(names.join(QLatin1String(", ")), marks.join(QLatin1String(", ")));
    }();
    return sql;
}

const QString &updateSql()
{
    static const QString sql =
        QStringLiteral("UPDATE calls SET %1 WHERE id = ?").arg(assignments(writtenColumns()));
    return sql;
}

const QString &updateCostSql()
{
    static const QString sql = [] {
        QStringList names;
        for (const Column &column : CostColumns)
            names.append(QLatin1String(column.name));
        return QStringLiteral("UPDATE calls SET %1 WHERE id = ?").arg(assignments(names));
    }();
    return sql;
}

void setCost(Statement &update, const StoredCall &call, const CallReadings &readings)
{
    const Material material{call, readings.cost, readings.latency.values};
    int position = 0;
    update.begin();
    for (const Column &column : CostColumns)
        column.fill({update, position++}, material);
    update.set(position, call.row.id.value());
}

void setAll(Statement &statement, StoredCall &call, const CallReadings &readings)
{
    if (call.turnsColumn.isNull())
        call.turnsColumn = turnsColumnValue(call.record[Field::Turns]);
    const Material material{call, readings.cost, readings.latency.values};
    int position = 0;
    statement.begin();
    for (const Column &column : CostColumns)
        column.fill({statement, position++}, material);
    for (const Column &column : DerivedColumns)
        column.fill({statement, position++}, material);
    for (const FieldInfo &field : allFields()) {
        if (field.field == Field::Turns)
            statement.set(position, call.turnsColumn);
        else
            setField(statement, position, field, call.record[field.field]);
        ++position;
    }
    if (call.row.id != LocalCallId())
        statement.set(position, call.row.id.value());
}

QList<double> readMeasurements(const QByteArray &blob)
{
    QList<double> values(blob.size() / qsizetype(sizeof(double)));
    qFromLittleEndian<double>(blob.constData(), values.size(), values.data());
    return values;
}

} // namespace anrufwarte::callrows
