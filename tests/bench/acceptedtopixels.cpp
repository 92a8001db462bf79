// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchwindow.h"
#include "tests/bench/goaltable.h"
#include "tests/bench/parts.h"
#include "tests/bench/sightings.h"
#include "tests/bench/signedrequests.h"
#include "ui/calls/livepage.h"

#include <QFile>

namespace anrufwarte::bench {

namespace {

constexpr double FrameNs = 1e9 / 60;
constexpr double NsPerMs = 1e6;
constexpr int PerSecond = 1'000;
constexpr int Seconds = 10;
constexpr int WarmSeconds = 2;
constexpr int Running = 16; ///< in view together with the newest of those that just ended

struct Way
{
    int number = 0;
    qint64 sentNs = 0;
    qint64 answeredNs = 0;
};

QList<Way> waysIn(const QString &log)
{
    QFile file(log);
    QList<Way> ways;
    if (!file.open(QFile::ReadOnly))
        return ways;
    while (!file.atEnd()) {
        const QByteArrayList fields = file.readLine().trimmed().split(' ');
        if (fields.size() == 3)
            ways.append({fields[0].toInt(), fields[1].toLongLong(), fields[2].toLongLong()});
    }
    return ways;
}

/// p99 over all webhooks, in frames.
struct Delays
{
    double modelSinceSent = 0.0;
    double modelSinceAnswer = 0.0;
    double pixelsSinceSent = 0.0;
    double pixelsSinceAnswer = 0.0;
};

/// Empty when a webhook never came into the model, or nothing was painted: then there is nothing to judge.
std::optional<Delays> delaysOf(const QList<Way> &ways, const Sightings &sightings)
{
    QList<qint64> model, modelAnswer, pixels, pixelsAnswer;
    for (const Way &way : ways) {
        if (const std::optional<qint64> seen = sightings.inModel(way.number)) {
            model.append(*seen - way.sentNs);
            modelAnswer.append(std::max<qint64>(0, *seen - way.answeredNs));
        }
        if (const std::optional<qint64> seen = sightings.painted(way.number)) {
            pixels.append(*seen - way.sentNs);
            pixelsAnswer.append(std::max<qint64>(0, *seen - way.answeredNs));
        }
    }
    std::printf(
        "  %lld webhooks, %lld seen in the model, %lld in view and painted; since their sending: model p50 "
        "%.1f p99 %.1f max %.1f ms, pixels p50 %.1f p99 %.1f max %.1f ms\n",
        static_cast<long long>(ways.size()), static_cast<long long>(model.size()),
        static_cast<long long>(pixels.size()), quantile(model, 0.5) / NsPerMs,
        quantile(model, 0.99) / NsPerMs, quantile(model, 1.0) / NsPerMs, quantile(pixels, 0.5) / NsPerMs,
        quantile(pixels, 0.99) / NsPerMs, quantile(pixels, 1.0) / NsPerMs);
    if (model.size() < ways.size() || pixels.isEmpty()) {
        std::printf("  not all came into the model, or none into view\n");
        return std::nullopt;
    }
    return Delays{quantile(model, 0.99) / FrameNs, quantile(modelAnswer, 0.99) / FrameNs,
                  quantile(pixels, 0.99) / FrameNs, quantile(pixelsAnswer, 0.99) / FrameNs};
}

/// From webhook number `first` on. Empty when the load was not all taken.
std::optional<Delays> measure(MeasuredApplication &application, const BenchWindow &window, int first,
                              int seconds)
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("ways"));
    const Sightings sightings(application, *window.live()->table(), Running);
    const auto load =
        window.startLoad({QStringLiteral("--count"), QString::number(seconds * PerSecond),
                          QStringLiteral("--rate"), QString::number(PerSecond), QStringLiteral("--running"),
                          QString::number(Running), QStringLiteral("--series"), QStringLiteral("window"),
                          QStringLiteral("--first"), QString::number(first), QStringLiteral("--log"), log});
    const qint64 cpu = threadCpuNs();
    (void)application.takeTurns();
    (void)application.takeSlowest();
    if (!turnUntil([&load] { return load->state() == QProcess::NotRunning; }, 60'000) ||
        load->exitCode() != 0)
        return std::nullopt;
    const double share = static_cast<double>(threadCpuNs() - cpu) / (seconds * 1e9);
    turnFor(500); // the last ones are painted, too
    const auto slowest = application.takeSlowest();
    std::printf("  %s", load->readAllStandardOutput().constData());
    std::printf("  main thread %.0f %% of a processor, longest turn %.1f ms (%s, event %d)\n", share * 100,
                static_cast<double>(slowest.ns) / NsPerMs, slowest.receiver, slowest.event);
    return delaysOf(waysIn(log), sightings);
}

} // namespace

bool acceptedToPixels(MeasuredApplication &application, int rounds)
{
    BenchWindow window;
    if (!window.open() || !measure(application, window, 0, WarmSeconds))
        return false;
    QList<double> model, modelAnswer, pixels, pixelsAnswer;
    int first = WarmSeconds * PerSecond;
    for (int round = 0; round < rounds; ++round) {
        std::printf("round %d: %d webhooks a second of 2 kB\n", round + 1, PerSecond);
        const std::optional<Delays> delays = measure(application, window, first, Seconds);
        first += Seconds * PerSecond;
        if (!delays)
            return false;
        model.append(delays->modelSinceSent);
        modelAnswer.append(delays->modelSinceAnswer);
        pixels.append(delays->pixelsSinceSent);
        pixelsAnswer.append(delays->pixelsSinceAnswer);
    }
    std::printf(
        "p99 in frames, round by round, since the sending: model %s, pixels %s; since the 204: model %s, "
        "pixels %s\n",
        qPrintable(spread(model)), qPrintable(spread(pixels)), qPrintable(spread(modelAnswer)),
        qPrintable(spread(pixelsAnswer)));
    const bool modelMet =
        printRow({9, QStringLiteral("webhook to row in the model, p99, frames, since its 204"), 2, 1},
                 median(modelAnswer));
    const bool pixelsMet = printRow(
        {9, QStringLiteral("webhook to pixels, p99, frames, since its 204"), 3, 2}, median(pixelsAnswer));
    const bool sentMet =
        printRow({9, QStringLiteral("webhook to row in the model, p99, frames, since its sending"), 2, 1},
                 median(model));
    const bool sentPixelsMet = printRow(
        {9, QStringLiteral("webhook to pixels, p99, frames, since its sending"), 3, 2}, median(pixels));
    return modelMet && pixelsMet && sentMet && sentPixelsMet;
}

} // namespace anrufwarte::bench
