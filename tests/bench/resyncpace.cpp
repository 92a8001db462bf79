// SPDX-License-Identifier: GPL-3.0-or-later
// The pace of a resync (one start per 100 ms, answers overlapped), measured by the server that is asked: the
// real anrufwarte-cli beside the loop of the former system (one call, then 100 ms of sleep), without latency
// and with 500 ms. Prints one JSON line per measurement.
#include "tests/bench/incompletestore.h"
#include "tests/bench/pacedserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>

using namespace anrufwarte;

namespace {

constexpr int IntervalMs = 100;
constexpr double NsPerMs = 1e6;

struct Pace
{
    qsizetype calls = 0;
    double totalMs = 0.0; ///< from the first question to the last answer
    double p99Ms = 0.0;   ///< latency as the server gave it
    double smallestGapMs = 0.0;

    [[nodiscard]] double ratio() const { return totalMs / (static_cast<double>(calls) * IntervalMs + p99Ms); }
};

Pace paceOf(QList<bench::Asked> asked)
{
    std::sort(asked.begin(), asked.end(),
              [](const bench::Asked &a, const bench::Asked &b) { return a.cameNs < b.cameNs; });
    Pace pace;
    QList<qint64> latencies;
    qint64 first = -1, last = 0, gap = std::numeric_limits<qint64>::max();
    for (qsizetype i = 0; i < asked.size(); ++i) {
        if (i > 0)
            gap = std::min(gap, asked[i].cameNs - asked[i - 1].cameNs);
        if (!asked[i].isCall)
            continue;
        ++pace.calls;
        first = first < 0 ? asked[i].cameNs : first;
        last = std::max(last, asked[i].answeredNs);
        latencies.append(asked[i].answeredNs - asked[i].cameNs);
    }
    std::sort(latencies.begin(), latencies.end());
    pace.totalMs = static_cast<double>(last - first) / NsPerMs;
    pace.p99Ms = static_cast<double>(latencies.value(latencies.size() * 99 / 100)) / NsPerMs;
    pace.smallestGapMs = static_cast<double>(gap) / NsPerMs;
    return pace;
}

void print(const char *who, int latencyMs, const Pace &pace)
{
    std::printf("{\"who\":\"%s\",\"latency_ms\":%d,\"calls\":%lld,\"total_ms\":%.0f,\"p99_ms\":%.1f,"
                "\"smallest_gap_ms\":%.2f,\"total_per_budget\":%.4f}\n",
                who, latencyMs, static_cast<long long>(pace.calls), pace.totalMs, pace.p99Ms,
                pace.smallestGapMs, pace.ratio());
    std::fflush(stdout);
}

/// `anrufwarte-cli resync --all` on a store of its own.
bool runProduct(const QString &origin, int calls)
{
    const QTemporaryDir folder;
    if (!bench::makeIncompleteStore(folder.path(), calls))
        return false;
    QProcess resync;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ANRUFWARTE_RETELL_API_KEY"), QStringLiteral("key_of_the_benchmark"));
    environment.insert(QStringLiteral("ANRUFWARTE_RETELL_BASE_URL"), origin);
    environment.insert(QStringLiteral("ANRUFWARTE_SYNC_REQUEST_INTERVAL_MS"), QString::number(IntervalMs));
    resync.setProcessEnvironment(environment);
    resync.setStandardOutputFile(QProcess::nullDevice());
    resync.setStandardErrorFile(QProcess::nullDevice());
    resync.start(
        QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("anrufwarte-cli")),
        {QStringLiteral("--profile"), folder.path(), QStringLiteral("resync"), QStringLiteral("--all")});
    return resync.waitForFinished(-1) && resync.exitCode() == 0;
}

/// The loop of the former system: ask, wait for the answer, sleep 100 ms.
class FormerLoop : public QObject
{
public:
    FormerLoop(QString origin, int calls) : m_origin(std::move(origin)), m_left(calls) { ask(); }

private:
    void ask()
    {
        if (m_left-- == 0)
            return QCoreApplication::quit();
        QNetworkRequest request(QUrl(m_origin + QStringLiteral("/v2/get-call/call_%1").arg(m_left)));
        QNetworkReply *reply = m_network.get(request);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            reply->deleteLater();
            QTimer::singleShot(IntervalMs, Qt::PreciseTimer, this, [this] { ask(); });
        });
    }

    QNetworkAccessManager m_network;
    const QString m_origin;
    int m_left;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("calls"), QStringLiteral("Of the resync."), QStringLiteral("N"),
                      QStringLiteral("300")});
    parser.addOption({QStringLiteral("former-calls"), QStringLiteral("Of the former system's loop."),
                      QStringLiteral("N"), QStringLiteral("60")});
    parser.process(application);

    bench::PacedServer server;
    for (const int latencyMs : {0, 500}) {
        server.setLatencyMs(latencyMs);
        if (!runProduct(server.origin(), parser.value(QStringLiteral("calls")).toInt()))
            return 1;
        const Pace product = paceOf(server.take());
        print("anrufwarte", latencyMs, product);
        const FormerLoop former(server.origin(), parser.value(QStringLiteral("former-calls")).toInt());
        QCoreApplication::exec();
        const Pace loop = paceOf(server.take());
        print("former", latencyMs, loop);
        std::printf("{\"latency_ms\":%d,\"former_per_call_over_ours\":%.2f}\n", latencyMs,
                    (loop.totalMs / static_cast<double>(loop.calls)) /
                        (product.totalMs / static_cast<double>(product.calls)));
    }
    return 0;
}
