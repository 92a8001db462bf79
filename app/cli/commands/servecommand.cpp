// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/servecommand.h"

#include "app/cli/secretaccess.h"

namespace anrufwarte {

void ServeCommand::declare(QCommandLineParser &parser) const
{
    parser.setApplicationDescription(
        tr("Receives webhooks and polls Retell until SIGTERM or SIGINT, then finishes what is on its way and "
           "ends. Prints one line \"listening URL\" per address on standard output once it accepts; logs on "
           "standard error."));
}

void ServeCommand::run(const Invocation &invocation, Finish finish)
{
    m_finish = std::move(finish);
    if (!invocation.arguments.isEmpty())
        return m_finish(wrongUsage(invocation, tr("serve takes no arguments.")));
    m_log = Log::toStandardError();
    m_quit = std::make_unique<QuitSignals>();
    QObject::connect(m_quit.get(), &QuitSignals::quitRequested, m_quit.get(), [this] { stop(); });
    m_keys = secretSource(invocation);
    m_keys->read(m_keys.get(), [this, &invocation](const SecretsReading &keys) { start(invocation, keys); });
}

void ServeCommand::start(const Invocation &invocation, const SecretsReading &keys)
{
    for (const Error &problem : keys.problems)
        invocation.output.error(problem);
    if (keys.secrets.webhookKeys.isEmpty())
        return m_finish(failed(invocation, {ErrorCode::NoKey, {}, {}}));
    m_runtime = std::make_unique<Runtime>(invocation.profile);
    m_runtime->start(invocation.settings.settings, keys.secrets, Runtime::WhenBusy::Fail,
                     [this, &invocation](const Result<void> &started) {
                         if (!started)
                             return m_finish(failed(invocation, started.error()));
                         m_isRunning = true;
                         announce(invocation);
                         if (m_isStopping)
                             stop();
                     });
}

void ServeCommand::announce(const Invocation &invocation) const
{
    for (const QString &address : m_runtime->listenerHealth().addresses)
        invocation.output.line(QString(u"listening " + address));
    invocation.output.flush();
}

/// Also before the start is through: it then stops as soon as it is. A second signal changes nothing.
void ServeCommand::stop()
{
    m_isStopping = true;
    if (!m_isRunning)
        return;
    m_isRunning = false;
    qCInfo(logRuntime) << "stopping";
    m_runtime->stop([this] { m_finish(ExitCode::Done); }); // the store writes what is queued as it goes
}

} // namespace anrufwarte
