// SPDX-License-Identifier: GPL-3.0-or-later
// What the store's own engine can do: the same bodies as webhookload sends, stored as they are, as plain rows
// in groups of 128, each group durable, in a database with the store's own settings. Prints one JSON line.
// The receiver's durable rate is measured against it.
#include "core/store/database.h"
#include "tests/bench/signedrequests.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <cstdio>

using namespace anrufwarte;

namespace {

constexpr qsizetype Group = 128;

/// Rows a second; 0 if the database refuses.
double rateOf(const QList<QByteArray> &bodies, const QString &folder)
{
    const QTemporaryDir scratch(folder + QStringLiteral("/anrufwarte-limit-XXXXXX"));
    auto database =
        Database::open(scratch.filePath(QStringLiteral("limit.sqlite")), Database::Access::ReadWrite, 2'000);
    if (!database || !(*database)->configureForWriting() ||
        !(*database)->run(QStringLiteral(
            "CREATE TABLE deliveries (id INTEGER PRIMARY KEY, received_ms INTEGER, body BLOB)")))
        return 0.0;
    const QString insert = QStringLiteral("INSERT INTO deliveries (received_ms, body) VALUES (?, ?)");
    QElapsedTimer took;
    took.start();
    for (qsizetype begin = 0; begin < bodies.size(); begin += Group) {
        if (!(*database)->run(QStringLiteral("BEGIN IMMEDIATE")))
            return 0.0;
        for (const QByteArray &body : bodies.mid(begin, Group)) {
            if (!(*database)->statement(insert).run(begin, body))
                return 0.0;
        }
        if (!(*database)->run(QStringLiteral("COMMIT")))
            return 0.0;
    }
    return static_cast<double>(bodies.size()) * 1e9 / static_cast<double>(took.nsecsElapsed());
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption count(QStringLiteral("count"), {}, QStringLiteral("N"), QStringLiteral("10000"));
    const QCommandLineOption bytes(QStringLiteral("bytes"), {}, QStringLiteral("N"), QStringLiteral("2000"));
    const QCommandLineOption folder(QStringLiteral("folder"), {}, QStringLiteral("DIR"), QDir::tempPath());
    parser.addOptions({count, bytes, folder});
    parser.process(application);

    QList<QByteArray> bodies =
        bench::signedRequests({"/", "key", qMax(1, parser.value(count).toInt()),
                               parser.value(bytes).toLongLong(), 1'790'000'000'000, "limit"});
    for (QByteArray &request : bodies)
        request = request.mid(request.indexOf("\r\n\r\n") + 4);
    const double perSecond = rateOf(bodies, parser.value(folder));
    std::printf("{\"per_second\":%.1f,\"bytes\":%lld}\n", perSecond,
                static_cast<long long>(bodies.first().size()));
    return perSecond > 0 ? 0 : 1;
}
