// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/startcheck.h"

#include "core/base/clock.h"
#include "core/store/callwrites.h"
#include "core/store/damagemark.h"
#include "core/store/database.h"
#include "core/store/deliverylog.h"
#include "core/store/logcheck.h"
#include "core/store/schema.h"
#include "core/store/schemacheck.h"
#include "core/store/sqliteheader.h"
#include "core/store/transaction.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

namespace anrufwarte {

namespace {

Q_LOGGING_CATEGORY(lcStore, "anrufwarte.store")

const char *const Companions[] = {"", "-wal", "-shm"};

Result<void> checkPlace(const QFileInfo &file)
{
    const QString path = file.filePath();
    if (!file.dir().exists())
        return Error{ErrorCode::StoreDirectoryMissing, {}, {file.path()}};
    if (file.exists() ? !file.isWritable() : !QFileInfo(file.path()).isWritable())
        return Error{ErrorCode::StoreReadOnly, {}, {path}};
    if (file.isDir())
        return Error{ErrorCode::StoreFailed, QStringLiteral("a directory"), {path}};
    return {};
}

/// A log beside an empty file or none: the file was cut or deleted, and SQLite would throw the log away.
bool isLogWithoutFile(const QString &path)
{
    return QFileInfo(path).size() == 0 && QFileInfo(path + QLatin1String("-wal")).size() > 0;
}

/// What can be seen without SQLite, which would pass over it.
Result<void> checkShape(const StartRules &rules)
{
    const QString &path = rules.file;
    if (isLogWithoutFile(path))
        return Error{ErrorCode::StoreCorrupt, QStringLiteral("a log without its file"), {path}};
    if (rules.firstOpen && !hasPlausibleHeader(path))
        return Error{ErrorCode::StoreCorrupt, QStringLiteral("not a database"), {path}};
    return {};
}

/// Whose file it is, before anything in it is touched.
Result<void> checkOwner(Database &database)
{
    const QVariant owner = database.ask(QStringLiteral("PRAGMA application_id"));
    const QVariant objects = database.ask(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!owner.isValid() || !objects.isValid())
        return database.lastError();
    if (owner.toLongLong() == StoreApplicationId || (owner.toLongLong() == 0 && objects.toLongLong() == 0))
        return {};
    return Error{
        ErrorCode::StoreFailed, QStringLiteral("the file belongs to another program"), {database.file()}};
}

Result<void> readOneRow(Database &database)
{
    Statement select =
        database.statement(QStringLiteral("SELECT id FROM calls ORDER BY revision DESC LIMIT 1"));
    if (!select.run())
        return database.lastError();
    (void)select.next();
    if (select.failed())
        return database.lastError();
    return {};
}

/// Contradictions are damage, too: nobody but us writes there, and we write none.
Error asDamage(Error error)
{
    if (error.code == ErrorCode::StoreFailed)
        error.code = ErrorCode::StoreCorrupt;
    return error;
}

/// What a good webhook does, and then nothing of it is kept.
Result<void> tryToTakeACall(Database &database, qint64 nowMs)
{
    Transaction transaction(database); // never committed
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    DeliveryRecord record;
    record.accepted = true;
    record.receivedMs = nowMs;
    record.httpStatus = 204;
    record.body = QByteArrayLiteral("{}");
    const Result<DeliveryId> kept = deliverylog::insert(database, record);
    if (!kept)
        return asDamage(kept.error());
    CallChange change;
    change.callId = CallId(QStringLiteral("anrufwarte_start_check"));
    const Result<AppliedChange> applied =
        CallWrites(database, CostUnitChoice::Auto).apply(change, {*kept, record.body}, nowMs, 0);
    return applied ? Result<void>() : asDamage(applied.error());
}

/// An earlier run found damage. Where it is only in the indexes of the calls, they are built anew; where
/// calls cannot be listed or none can be taken in, the file is to be set aside. What else is wrong is found
/// and told again.
Result<void> repairCalls(Database &database, qint64 nowMs)
{
    if (!database.run(QStringLiteral("REINDEX calls")))
        return asDamage(database.lastError());                 // also rows that contradict each other
    for (const char *table : {"calls", "cost_gaps", "meta"}) { // lists and writers need each of them
        const QVariant found =
            database.ask(QStringLiteral("PRAGMA integrity_check('%1')").arg(QLatin1String(table)));
        if (!found.isValid())
            return database.lastError();
        if (found.toString() != u"ok")
            return Error{ErrorCode::StoreCorrupt, found.toString().left(500), {database.file()}};
    }
    return tryToTakeACall(database, nowMs);
}

Result<void> checkContent(const StartRules &rules, qint64 nowMs)
{
    Result<std::unique_ptr<Database>> opened =
        Database::open(rules.file, Database::Access::ReadWrite, rules.busyTimeoutMs);
    if (!opened)
        return opened.error();
    Database &database = **opened;
    if (const Result<void> ours = checkOwner(database); !ours)
        return ours.error();
    const Result<int> version = schemaVersion(database);
    const QStringList scripts = schemaScripts();
    // A newer file is refused before as much as a pragma is set on it.
    if (version && *version <= scripts.size()) {
        if (const Result<void> configured = database.configureForWriting(); !configured)
            return configured.error();
    }
    if (const Result<void> migrated = migrate(database, scripts); !migrated)
        return migrated.error();
    if (const Result<void> whole = checkSchema(database, scripts); !whole)
        return whole.error();
    if (rules.firstOpen && rules.mayReplace && isMarkedDamaged(rules.file)) {
        if (const Result<void> repaired = repairCalls(database, nowMs); !repaired)
            return repaired.error();
        unmarkDamaged(rules.file);
    }
    return readOneRow(database);
}

/// Where a damaged file may be kept: nobody is there yet.
QString placeAside(const QString &path, const Clock &clock)
{
    const QString stamp = QDateTime::fromMSecsSinceEpoch(clock.nowMs(), Qt::UTC)
                              .toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
    QString target = QStringLiteral("%1.broken-%2").arg(path, stamp);
    for (int n = 2; QFileInfo::exists(target) || QFileInfo::exists(target + QLatin1String("-wal")); ++n)
        target = QStringLiteral("%1.broken-%2-%3").arg(path, stamp).arg(n);
    return target;
}

Result<QString> moveAside(const QString &path, const Clock &clock)
{
    const QString target = placeAside(path, clock);
    for (const char *suffix : Companions) {
        const QString from = path + QLatin1String(suffix);
        if (QFileInfo::exists(from) && !QFile::rename(from, target + QLatin1String(suffix)))
            return Error{
                ErrorCode::StoreReadOnly, QStringLiteral("a damaged file cannot be moved aside"), {path}};
    }
    return target;
}

/// What can be lost without SQLite saying a word: a file cut to nothing, and a log that is played back in
/// part.
std::optional<Error> silentLoss(const StartRules &rules, const Clock &clock)
{
    if (!rules.firstOpen || !rules.mayReplace || !QFileInfo::exists(rules.file))
        return std::nullopt;
    if (QFileInfo(rules.file).size() == 0)
        return Error{ErrorCode::StoreCorrupt, QStringLiteral("the file was empty"), {rules.file}};
    const std::optional<QString> lost = damageOfLog(rules.file);
    if (!lost)
        return std::nullopt;
    const QString copy = placeAside(rules.file, clock) + QLatin1String("-wal");
    const bool isKept = QFile::copy(rules.file + QLatin1String("-wal"), copy);
    return Error{ErrorCode::StoreCorrupt,
                 isKept ? QStringLiteral("%1; a copy is kept as %2").arg(*lost, copy) : *lost,
                 {rules.file}};
}

void makePrivate(const QString &path)
{
    for (const char *suffix : Companions) {
        const QString file = path + QLatin1String(suffix);
        if (QFileInfo::exists(file))
            QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    }
}

} // namespace

Result<StartReport> prepareStoreFile(const StartRules &rules, const Clock &clock)
{
    const QFileInfo file(rules.file);
    if (const Result<void> place = checkPlace(file); !place)
        return place.error();
    StartReport report;
    report.created = !file.exists() || file.size() == 0;
    if (!report.created)
        makePrivate(rules.file);
    Result<void> content = checkShape(rules);
    if (content) {
        report.damage = silentLoss(rules, clock);
        if (report.damage)
            qCWarning(lcStore, "the store is damaged: %s", qPrintable(report.damage->detail));
        content = checkContent(rules, clock.nowMs());
    }
    if (content)
        return report;
    if (content.error().code != ErrorCode::StoreCorrupt || !rules.mayReplace)
        return content.error();
    qCWarning(lcStore, "the store is damaged: %s", qPrintable(content.error().detail));
    const Result<QString> aside = moveAside(rules.file, clock);
    if (!aside)
        return aside.error();
    qCWarning(lcStore, "it was set aside as %s", qPrintable(*aside));
    unmarkDamaged(rules.file);
    report.replacedBrokenFile = *aside;
    report.created = true;
    if (content = checkContent(rules, clock.nowMs()); !content)
        return content.error();
    return report;
}

} // namespace anrufwarte
