// SPDX-License-Identifier: GPL-3.0-or-later
// anrufwarte-simulator: a stand-in for Retell, for the demo, tests and training. REST API and signed
// webhooks.
#include "app/simulator/options.h"
#include "app/simulator/simulation.h"
#include "core/http/listener.h"
#include "core/text/errortext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <cstdio>

using namespace anrufwarte;

namespace {

constexpr int UsageExit = 2;

int fail(const Error &error)
{
    std::fputs(qPrintable(sentence(error) + u'\n'), stderr);
    return UsageExit;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("anrufwarte-simulator"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ANRUFWARTE_VERSION));
    // Nothing here needs an orderly end: a signal may simply end the process.
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "Simulator",
        "Stands in for Retell: REST API and signed webhooks. The key comes from the environment variable "
        "ANRUFWARTE_SIMULATOR_KEY."));
    parser.addHelpOption();
    parser.addVersionOption();
    simulator::declareOptions(parser);
    parser.process(application);

    const Result<simulator::Options> options =
        simulator::readOptions(parser, qgetenv(simulator::KeyVariable));
    if (!options)
        return fail(options.error());
    QFile conversations(QStringLiteral(":/simulator/conversations.json"));
    if (!conversations.open(QIODevice::ReadOnly))
        return fail({ErrorCode::Internal, conversations.fileName(), {}});
    Result<simulator::CallPlanner> planner =
        simulator::CallPlanner::make(conversations.readAll(), options->seed, options->speed);
    if (!planner)
        return fail(planner.error());

    const SystemClock clock;
    simulator::Simulation simulation(*options, std::move(planner).value(), clock);
    http::Listener listener(simulation.api(), clock);
    http::ListenerOptions listen;
    listen.addresses = {{options->listenHost, options->listenPort}};
    const Result<QList<http::Endpoint>> bound = listener.start(listen);
    if (!bound)
        return fail(bound.error());
    simulation.start();
    std::printf("listening %s\n", qPrintable(bound->first().origin()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
