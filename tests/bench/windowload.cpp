// SPDX-License-Identifier: GPL-3.0-or-later
// The window under load: rows 6, 9, 10 and 11 of the load table, with the real program, its listener and its
// store in a throw-away profile. Without --part every part runs, each in a process of its own; prints what
// was seen and the table's rows. QT_QPA_PLATFORM=offscreen or xcb.
#include "tests/bench/parts.h"

#include <QCommandLineParser>
#include <QProcess>
#include <cstdio>

using namespace anrufwarte::bench;

namespace {

const QStringList Parts{QStringLiteral("acks"), QStringLiteral("pixels"), QStringLiteral("page"),
                        QStringLiteral("program"), QStringLiteral("sort")};

bool runPart(MeasuredApplication &application, const QString &part, int rounds, int intervalMs)
{
    if (part == QLatin1String("acks"))
        return acksBesideWork(application, rounds, intervalMs);
    if (part == QLatin1String("pixels"))
        return acceptedToPixels(application, rounds);
    if (part == QLatin1String("page"))
        return updatesOfPage(application, rounds);
    if (part == QLatin1String("program"))
        return updatesOfProgram(application, rounds);
    return sortedTable(application, rounds);
}

/// Each in a process of its own: there is one program to a process.
bool runAll(const QStringList &options)
{
    bool met = true;
    for (const QString &part : Parts) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(),
                      QStringList{QStringLiteral("--part"), part} + options);
        process.waitForFinished(-1);
        met &= process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    return met;
}

} // namespace

int main(int argc, char *argv[])
{
    MeasuredApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("anrufwarte"));
    QApplication::setQuitOnLastWindowClosed(false);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption part(QStringLiteral("part"), Parts.join(u' '), QStringLiteral("NAME"));
    const QCommandLineOption rounds(QStringLiteral("rounds"), {}, QStringLiteral("N"), QStringLiteral("3"));
    const QCommandLineOption interval(QStringLiteral("interval-ms"),
                                      QStringLiteral("pace of the resync of acks; 0 = the program's own"),
                                      QStringLiteral("MS"), QStringLiteral("0"));
    parser.addOptions({part, rounds, interval});
    parser.process(application);

    const int count = qMax(1, parser.value(rounds).toInt());
    if (!parser.isSet(part))
        return runAll({QStringLiteral("--rounds"), QString::number(count), QStringLiteral("--interval-ms"),
                       parser.value(interval)})
                   ? 0
                   : 1;
    if (!Parts.contains(parser.value(part)))
        parser.showHelp(2);
    return runPart(application, parser.value(part), count, parser.value(interval).toInt()) ? 0 : 1;
}
