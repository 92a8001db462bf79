// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchpage.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/goaltable.h"
#include "tests/bench/parts.h"
#include "tests/bench/rowfeed.h"
#include "ui/shell/mainwindow.h"

namespace anrufwarte::bench {

namespace {

constexpr int Few = 100, Many = 10'000; ///< a second
constexpr int VisibleRows = 30;
constexpr int SettleMs = 700, PhaseMs = 4'000;
constexpr double NsPerMs = 1e6, FrameMs = 1000.0 / 60;

struct Cost
{
    double share = 0.0;     ///< of one processor, main thread
    double longestMs = 0.0; ///< turn of its loop
};

Cost costOf(MeasuredApplication &application, RowFeed &feed, int perSecond)
{
    feed.setRate(perSecond);
    turnFor(SettleMs);
    (void)application.takeTurns();
    (void)application.takeSlowest();
    const qint64 cpu = threadCpuNs();
    QElapsedTimer wall;
    wall.start();
    turnFor(PhaseMs);
    const Cost cost{static_cast<double>(threadCpuNs() - cpu) / static_cast<double>(wall.nsecsElapsed()),
                    static_cast<double>(application.takeTurns().constLast()) / NsPerMs};
    const auto slowest = application.takeSlowest();
    std::printf("  %6d updates/s: main thread %.1f %% of a processor, longest turn %.1f ms (%s, event %d)\n",
                perSecond, cost.share * 100, cost.longestMs, slowest.receiver, slowest.event);
    std::fflush(stdout);
    return cost;
}

bool compare(MeasuredApplication &application, RowFeed &feed, int rounds, const QString &what)
{
    application.setBeating(false);
    feed.start();
    QList<double> ratios, longest;
    for (int round = 0; round < rounds; ++round) {
        std::printf("round %d: %s, %d visible rows\n", round + 1, qPrintable(what), VisibleRows);
        const Cost few = costOf(application, feed, Few);
        const Cost many = costOf(application, feed, Many);
        ratios.append(many.share / few.share);
        longest.append(std::max(few.longestMs, many.longestMs));
    }
    std::printf("round by round: ratio %s, longest turn %s ms\n", qPrintable(spread(ratios)),
                qPrintable(spread(longest)));
    const bool cpuMet =
        printRow({10, what + QStringLiteral(": UI CPU at 10,000 row updates/s against 100/s"), 4, 2.5},
                 median(ratios));
    const bool turnMet =
        printRow({10, what + QStringLiteral(": longest turn of the main loop, frames"), 2, 1},
                 median(longest) / FrameMs);
    return cpuMet && turnMet;
}

} // namespace

bool updatesOfPage(MeasuredApplication &application, int rounds)
{
    Look look;
    look.install();
    BenchPage bench(look);
    const QList<CallRow> rows = runningCalls(VisibleRows);
    if (!bench.open(rows))
        return false;
    LivePage &page = bench.page();
    RowFeed feed(rows, changeVisibly, &page,
                 [&page](const CallUpdates &updates) { page.applyUpdates(updates); });
    return compare(application, feed, rounds, QStringLiteral("live page"));
}

bool updatesOfProgram(MeasuredApplication &application, int rounds)
{
    BenchWindow bench;
    if (!bench.open())
        return false;
    MainWindow *window = bench.window();
    const QList<CallRow> rows = runningCalls(VisibleRows);
    window->applyUpdates({1, SystemClock().nowMs(), rows});
    RowFeed feed(rows, changeVisibly, window,
                 [window](const CallUpdates &updates) { window->applyUpdates(updates); });
    return compare(application, feed, rounds, QStringLiteral("whole program"));
}

} // namespace anrufwarte::bench
