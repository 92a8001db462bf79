// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchpage.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/goaltable.h"
#include "tests/bench/parts.h"
#include "tests/bench/proxytable.h"
#include "tests/bench/rowfeed.h"
#include "ui/calls/callcolumns.h"
#include "ui/calls/calltableheader.h"

namespace anrufwarte::bench {

namespace {

constexpr int Rows = 10'000;
constexpr int PerSecond = 1'000;
constexpr int SettleMs = 500, PhaseMs = 3'000; ///< the product puts rows into their places once a second
constexpr int ComeAndGoMs = 6'000;             ///< an ended call keeps its place for five seconds
constexpr double NsPerMs = 1e6;

/// A call id never changes: what has to find its place are calls that come, between all others, and what
/// leaves a gap are calls that go.
void comeOrGo(CallRow &row, int number)
{
    if (number % 2 == 0 && !isFinished(row.state)) {
        row = test::ended(row, SystemClock().nowMs());
        return;
    }
    row = test::runningCall(number, row.firstSeenMs);
    row.callId =
        CallId(QStringLiteral("call_%1_%2").arg(number * 7919 % Rows, 6, 10, QLatin1Char('0')).arg(number));
}

/// News that can change the row's place in this column's order.
void changeFor(BoardColumn column, CallRow &row, int number)
{
    const QString digits = QStringLiteral("%1").arg(number * 7919 % 100'000, 5, 10, QLatin1Char('0'));
    switch (column) {
    case BoardColumn::Status:
        row.state = number % 2 == 0 ? CallState::Ongoing : CallState::Registered;
        row.callStatus = number % 2 == 0 ? QStringLiteral("ongoing") : QStringLiteral("registered");
        return;
    case BoardColumn::Caller:
        row.fromNumber = u"+49302" + digits;
        return;
    case BoardColumn::Called:
        row.toNumber = u"+49892" + digits;
        return;
    case BoardColumn::Agent:
        row.agentName = u"Agent " + digits.right(2);
        return;
    case BoardColumn::Duration:
    case BoardColumn::Begin:
        row.startMs = row.firstSeenMs + number * 7919 % Rows;
        return;
    case BoardColumn::Cost:
        row.cost = number * 7919 % 1'000'000;
        return;
    case BoardColumn::LastSource:
        row.lastSource = number % 2 == 0 ? Source::Webhook : Source::Poll;
        return;
    case BoardColumn::LatencyP95:
        row.latencyP95Ms = number * 7919 % 5'000;
        return;
    case BoardColumn::Sentiment:
    case BoardColumn::DataParts:
        changeVisibly(row, number);
        return;
    case BoardColumn::Id:
        comeOrGo(row, number);
        return;
    }
}

RowFeed::Change changeOf(BoardColumn column)
{
    return [column](CallRow &row, int number) { changeFor(column, row, number); };
}

/// Share of a processor that the main thread takes while the feed runs.
double shareWith(MeasuredApplication &application, RowFeed &feed, BoardColumn column, const char *who)
{
    feed.setRate(PerSecond);
    feed.start();
    turnFor(column == BoardColumn::Id ? ComeAndGoMs : SettleMs);
    (void)application.takeTurns();
    const qint64 cpu = threadCpuNs();
    QElapsedTimer wall;
    wall.start();
    turnFor(PhaseMs);
    const double share = static_cast<double>(threadCpuNs() - cpu) / static_cast<double>(wall.nsecsElapsed());
    const QList<qint64> turns = application.takeTurns();
    std::printf("  %s %.1f %% (longest turn %.1f ms)", who, share * 100,
                turns.isEmpty() ? 0.0 : static_cast<double>(turns.constLast()) / NsPerMs);
    return share;
}

std::optional<double> productShare(MeasuredApplication &application, Look &look, BoardColumn column)
{
    BenchPage bench(look);
    const QList<CallRow> rows = runningCalls(Rows);
    if (!bench.open(rows))
        return std::nullopt;
    LivePage &page = bench.page();
    page.table()->header()->setColumnShown(column, true);
    Q_EMIT page.table()->sortChosen({column, true});
    RowFeed feed(rows, changeOf(column), &page,
                 [&page](const CallUpdates &updates) { page.applyUpdates(updates); });
    return shareWith(application, feed, column, "live page");
}

std::optional<double> proxyShare(MeasuredApplication &application, const Look &look, BoardColumn column)
{
    ProxyTable table(look, {column, true});
    const QList<CallRow> rows = runningCalls(Rows);
    if (!table.open(rows))
        return std::nullopt;
    RowFeed feed(rows, changeOf(column), &table.context(),
                 [&table](const CallUpdates &updates) { table.take(updates); });
    return shareWith(application, feed, column, "sorting proxy");
}

} // namespace

bool sortedTable(MeasuredApplication &application, int rounds)
{
    Look look;
    look.install();
    application.setBeating(false);
    bool met = true;
    QHash<BoardColumn, QList<double>> ratios;
    for (int round = 0; round < rounds; ++round) {
        std::printf("round %d: %d rows, %d updates/s of the sorted column; by id: calls that come and go\n",
                    round + 1, Rows, PerSecond);
        for (const CallColumn &column : callColumns()) {
            std::printf("  %-10s", column.title);
            const auto product = productShare(application, look, column.column);
            const auto proxy = proxyShare(application, look, column.column);
            if (!product || !proxy)
                return false;
            ratios[column.column].append(*product / *proxy);
            std::printf("\n");
            std::fflush(stdout);
        }
    }
    for (const CallColumn &column : callColumns()) {
        const QList<double> &values = ratios[column.column];
        met &= printRow({11,
                         QStringLiteral("sorted by %1, 10,000 rows: CPU against a sorting proxy (%2)")
                             .arg(QLatin1String(column.title), spread(values)),
                         0.5, 0.2},
                        median(values));
    }
    return met;
}

} // namespace anrufwarte::bench
