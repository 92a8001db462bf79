// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/callreader.h"

#include "core/store/callhistory.h"
#include "core/store/callqueries.h"
#include "core/store/damagemark.h"
#include "core/store/database.h"
#include "core/store/deliverylog.h"
#include "core/store/figures.h"
#include "core/store/fileidentity.h"
#include "core/store/quality.h"
#include "core/store/resynclog.h"
#include "core/store/schema.h"
#include "core/store/syncmemory.h"

#include <QFileInfo>

namespace anrufwarte {

namespace {

constexpr int BusyTimeoutMs = 2000;

/// Not of the connection's doing: what was asked for is not there.
bool isMerelyMissing(ErrorCode code)
{
    return code == ErrorCode::CallNotFound || code == ErrorCode::DeliveryNotFound;
}

Result<std::unique_ptr<Database>> openForReading(const QString &file)
{
    if (!QFileInfo::exists(file))
        return Error{ErrorCode::StoreMissing, {}, {file}};
    Result<std::unique_ptr<Database>> database =
        Database::open(file, Database::Access::ReadOnly, BusyTimeoutMs);
    if (!database)
        return database;
    if (const Result<void> configured = (*database)->configureForReading(); !configured)
        return configured.error();
    const Result<int> version = schemaVersion(**database);
    if (!version)
        return version.error();
    const auto known = static_cast<int>(schemaScripts().size());
    if (*version > known) {
        return Error{ErrorCode::StoreNewer,
                     QStringLiteral("schema %1, this program knows %2").arg(*version).arg(known),
                     {file, QString::number(*version), QString::number(known)}};
    }
    if (*version < known)
        return Error{ErrorCode::StoreFailed,
                     QStringLiteral("not set up yet for this program (schema %1)").arg(*version),
                     {file}};
    return database;
}

} // namespace

struct CallReader::Private
{
    ReaderOptions options;
    std::unique_ptr<Database> database;
    FileIdentity identity;
    FileIdentity logIdentity;

    /// Runs the question on an open connection, and drops that after an error or when the file is another
    /// one.
    template <typename T, typename Question>
    Result<T> ask(Question question)
    {
        const FileIdentity now = fileIdentity(options.file);
        const QString log = options.file + QLatin1String("-wal");
        if (database && (now != identity || fileIdentity(log) != logIdentity))
            database.reset();
        if (!database) {
            Result<std::unique_ptr<Database>> opened = openForReading(options.file);
            if (!opened)
                return opened.error();
            database = *std::move(opened);
            identity = now;
            logIdentity = fileIdentity(log); // there at the latest since the opening
        }
        Result<T> answer = question(*database);
        if (!answer && !isMerelyMissing(answer.error().code))
            database.reset();
        if (!answer && answer.error().code == ErrorCode::StoreCorrupt)
            markDamaged(options.file); // whoever hears of it is told that the next start sees to it
        return answer;
    }
};

CallReader::CallReader(ReaderOptions options) : d(new Private{std::move(options), {}, {}, {}}) {}

CallReader::~CallReader() = default;

Result<QList<CallRow>> CallReader::rows(const CallFilter &filter)
{
    return d->ask<QList<CallRow>>([&](Database &database) { return callqueries::rows(database, filter); });
}

Result<QList<CallRow>> CallReader::liveRows(qint64 finishedSinceMs)
{
    return d->ask<QList<CallRow>>(
        [&](Database &database) { return callqueries::liveRows(database, finishedSinceMs); });
}

Result<Call> CallReader::call(const QString &numberOrId)
{
    return d->ask<Call>(
        [&](Database &database) { return callqueries::one(database, numberOrId, d->options.costUnit); });
}

Result<QList<Call>> CallReader::calls(const CallFilter &filter)
{
    return d->ask<QList<Call>>(
        [&](Database &database) { return callqueries::whole(database, filter, d->options.costUnit); });
}

Result<QList<HistoryEntry>> CallReader::history(LocalCallId id)
{
    return d->ask<QList<HistoryEntry>>([&](Database &database) { return readHistory(database, id); });
}

Result<QList<RunningCall>> CallReader::runningCalls()
{
    return d->ask<QList<RunningCall>>([](Database &database) { return callqueries::running(database); });
}

Result<EndEvidence> CallReader::endEvidence(const CallId &callId)
{
    return d->ask<EndEvidence>(
        [&](Database &database) { return callqueries::endEvidence(database, callId); });
}

Result<std::optional<Call>> CallReader::knownCall(const CallId &callId)
{
    return d->ask<std::optional<Call>>(
        [&](Database &database) { return callqueries::known(database, callId, d->options.costUnit); });
}

Result<QList<CallRow>> CallReader::incompleteCalls()
{
    return d->ask<QList<CallRow>>([](Database &database) { return callqueries::incomplete(database); });
}

Result<qint64> CallReader::incompleteCount()
{
    return d->ask<qint64>([](Database &database) { return callqueries::incompleteCount(database); });
}

Result<QSet<CallId>> CallReader::completeAmong(const QList<CallId> &calls)
{
    return d->ask<QSet<CallId>>(
        [&](Database &database) { return callqueries::completeAmong(database, calls); });
}

Result<HistoryLedger> CallReader::historyLedger()
{
    return d->ask<HistoryLedger>([](Database &database) { return syncmemory::readLedger(database); });
}

Result<QList<RetryEntry>> CallReader::retries(qsizetype limit)
{
    return d->ask<QList<RetryEntry>>(
        [&](Database &database) { return syncmemory::readRetries(database, limit); });
}

Result<QHash<CallId, RetryEntry>> CallReader::knownRetries(const QList<CallId> &calls)
{
    return d->ask<QHash<CallId, RetryEntry>>([&](Database &database) -> Result<QHash<CallId, RetryEntry>> {
        QHash<CallId, RetryEntry> entries;
        for (const CallId &callId : calls) {
            const Result<std::optional<RetryEntry>> entry = syncmemory::readRetry(database, callId);
            if (!entry)
                return entry.error();
            if (*entry)
                entries.insert(callId, **entry);
        }
        return entries;
    });
}

Result<QSet<CallId>> CallReader::resyncDone(qint64 runStartedMs)
{
    return d->ask<QSet<CallId>>(
        [&](Database &database) { return resynclog::readDone(database, runStartedMs); });
}

Result<QList<ResyncRun>> CallReader::resyncRuns(qsizetype limit)
{
    return d->ask<QList<ResyncRun>>([&](Database &database) { return resynclog::readRuns(database, limit); });
}

Result<QList<ResyncResult>> CallReader::resyncResults(qint64 runStartedMs)
{
    return d->ask<QList<ResyncResult>>(
        [&](Database &database) { return resynclog::readResults(database, runStartedMs); });
}

Result<IncompleteOverview> CallReader::incompleteOverview(qsizetype limit)
{
    return d->ask<IncompleteOverview>(
        [&](Database &database) { return callqueries::incompleteOverview(database, limit); });
}

Result<QualityFigures> CallReader::qualityFigures(qint64 sinceMs, double tolerance)
{
    return d->ask<QualityFigures>(
        [&](Database &database) { return readQuality(database, sinceMs, tolerance); });
}

Result<DayFigures> CallReader::dayFigures(TimeSpan today, TimeSpan sameSpanLastWeek)
{
    return d->ask<DayFigures>(
        [&](Database &database) { return readDayFigures(database, today, sameSpanLastWeek); });
}

Result<QList<DeliveryRecord>> CallReader::deliveries(bool rejectedOnly, qsizetype limit)
{
    return d->ask<QList<DeliveryRecord>>(
        [&](Database &database) { return deliverylog::list(database, rejectedOnly, limit); });
}

Result<DeliveryRecord> CallReader::delivery(DeliveryId id)
{
    return d->ask<DeliveryRecord>([&](Database &database) { return deliverylog::read(database, id); });
}

Result<qint64> CallReader::rejectedSince(qint64 sinceMs)
{
    return d->ask<qint64>(
        [&](Database &database) { return deliverylog::countRejectedSince(database, sinceMs); });
}

Result<void> CallReader::check()
{
    const Result<bool> answer = d->ask<bool>([&](Database &database) -> Result<bool> {
        const QVariant found = database.ask(QStringLiteral("PRAGMA quick_check(1)"));
        if (!found.isValid())
            return database.lastError();
        if (found.toString() == u"ok")
            return true;
        return Error{ErrorCode::StoreCorrupt, found.toString().left(500), {d->options.file}};
    });
    if (!answer)
        return answer.error();
    return {};
}

} // namespace anrufwarte
