// SPDX-License-Identifier: GPL-3.0-or-later
// anrufwarte-simulator: a stand-in for Retell, for the demo, tests and training. REST API and signed
// webhooks.
#include "app/simulator/options.h"
#include "app/simulator/simulation.h"
#include "core/text/errortext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <cstdio>

using namespace anrufwarte;

namespace {

constexpr int UsageExit = 2;

/// Retell's clock, which need not be ours.
class RetellClock final : public Clock
{
public:
    explicit RetellClock(qint64 aheadMs) : m_aheadMs(aheadMs) {}

    [[nodiscard]] qint64 nowMs() const override { return m_ours.nowMs() + m_aheadMs; }
    [[nodiscard]] qint64 steadyMs() const override { return m_ours.steadyMs(); }

private:
    const SystemClock m_ours;
    const qint64 m_aheadMs;
};

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
        "ANRUFWARTE_SIMULATOR_KEY.\n\n"
        "For tests and training, to programs on this computer only: POST /__control with {\"faults\": "
        "\"off\"} "
        "or {\"calls\": \"off\"} ends all faults or the beginning of new calls, \"on\" resumes them; "
        "GET /__counts says how much there was so far; GET /__truth tells of every call how it ends, and "
        "which "
        "webhooks were acknowledged."));
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
        simulator::CallPlanner::make(conversations.readAll(), options->seed, options->speed, options->lacks);
    if (!planner)
        return fail(planner.error());

    const RetellClock clock(options->clockAheadMs);
    simulator::Simulation simulation(*options, std::move(planner).value(), clock);
    const Result<QString> origin = simulation.start();
    if (!origin)
        return fail(origin.error());
    std::printf("listening %s\n", qPrintable(*origin));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
