// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/asyncreader.h"
#include "tests/bench/benchpage.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/goaltable.h"
#include "tests/bench/parts.h"
#include "tests/bench/rowfeed.h"
#include "ui/resync/resyncpage.h"
#include "ui/shell/mainwindow.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace anrufwarte::bench {

namespace {

constexpr int WebhooksPerSecond = 200, UpdatesPerSecond = 100;
constexpr int PhaseSeconds = 8, SettleMs = 1'000;
constexpr int QueryEveryMs = 250; ///< as somebody types
constexpr int IncompleteCalls = 20'000, CallsToSearch = 10'000;

struct Acks
{
    double p50Ms = 0.0;
    double p99Ms = 0.0;
};

/// Search of everything that is stored, again and again.
class Searcher : public QObject
{
public:
    explicit Searcher(const QString &file) : m_reader({file, CostUnitChoice::Auto})
    {
        m_pause.setSingleShot(true);
        connect(&m_pause, &QTimer::timeout, this, &Searcher::ask);
    }

    void setSearching(bool searches)
    {
        m_searches = searches;
        if (searches)
            ask();
    }
    /// ms, since the last time.
    [[nodiscard]] QList<double> takeTook() { return std::exchange(m_tookMs, {}); }

private:
    void ask()
    {
        if (!m_searches)
            return;
        CallFilter filter;
        filter.search = QStringLiteral("Weihnachtsmann"); // no hit: reads every transcript
        m_took.start();
        m_reader.read<Result<QList<CallRow>>>(
            this, [filter](CallReader &reader) { return reader.rows(filter); },
            [this](const Result<QList<CallRow>> &) {
                m_tookMs.append(static_cast<double>(m_took.nsecsElapsed()) / 1e6);
                m_pause.start(QueryEveryMs);
            });
    }

    AsyncReader m_reader;
    QTimer m_pause;
    QElapsedTimer m_took;
    QList<double> m_tookMs;
    bool m_searches = false;
};

/// Everything a phase needs.
struct Scene
{
    BenchWindow &bench;
    RowFeed &feed;
    Searcher &searcher;
    ResyncPage *resync = nullptr;
};

std::optional<Acks> load(const BenchWindow &bench, int count, int perSecond)
{
    const auto process = bench.startLoad({QStringLiteral("--count"), QString::number(count),
                                          QStringLiteral("--rate"), QString::number(perSecond)});
    if (!turnUntil([&process] { return process->state() == QProcess::NotRunning; }, 120'000) ||
        process->exitCode() != 0)
        return std::nullopt;
    const QJsonObject figures = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
    return Acks{figures[QStringLiteral("p50_ms")].toDouble(), figures[QStringLiteral("p99_ms")].toDouble()};
}

std::optional<Acks> phase(const Scene &scene, bool busy)
{
    if (busy) {
        scene.feed.setRate(UpdatesPerSecond);
        scene.searcher.setSearching(true);
        Q_EMIT scene.resync->startRequested({});
    }
    turnFor(SettleMs);
    (void)scene.bench.takeAsked();
    (void)scene.searcher.takeTook();
    const std::optional<Acks> acks = load(scene.bench, PhaseSeconds * WebhooksPerSecond, WebhooksPerSecond);
    if (!acks)
        return std::nullopt;
    const QList<double> searches = scene.searcher.takeTook();
    std::printf("  %s: ack p50 %.2f p99 %.2f ms; %lld calls asked for, %lld searches of %.0f ms\n",
                busy ? "busy" : "idle", acks->p50Ms, acks->p99Ms,
                static_cast<long long>(scene.bench.takeAsked()), static_cast<long long>(searches.size()),
                median(searches));
    std::fflush(stdout);
    if (busy) {
        Q_EMIT scene.resync->cancelRequested();
        scene.feed.setRate(0);
        scene.searcher.setSearching(false);
        turnFor(SettleMs);
    }
    return acks;
}

} // namespace

bool acksBesideWork(MeasuredApplication &application, int rounds, int requestIntervalMs)
{
    application.setBeating(false);
    BenchWindow bench(IncompleteCalls, requestIntervalMs);
    if (!bench.open() || !load(bench, CallsToSearch, 0))
        return false;
    MainWindow *window = bench.window();
    const QList<CallRow> rows = runningCalls(30);
    window->applyUpdates({1, SystemClock().nowMs(), rows});
    RowFeed feed(rows, changeVisibly, window,
                 [window](const CallUpdates &updates) { window->applyUpdates(updates); });
    feed.start();
    Searcher searcher(bench.storeFile());
    const Scene scene{bench, feed, searcher, window->findChild<ResyncPage *>()};
    QList<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        std::printf("round %d: %d webhooks a second\n", round + 1, WebhooksPerSecond);
        const std::optional<Acks> idle = phase(scene, false);
        const std::optional<Acks> busy = phase(scene, true);
        if (!idle || !busy)
            return false;
        ratios.append(busy->p99Ms / idle->p99Ms);
    }
    return printRow({6,
                     QStringLiteral("ack p99 while the window paints 100 updates/s, searches and resyncs, "
                                    "against it idle (%1)")
                         .arg(spread(ratios)),
                     1.5, 1.1},
                    median(ratios));
}

} // namespace anrufwarte::bench
