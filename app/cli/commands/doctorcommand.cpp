// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/doctorcommand.h"

#include "app/cli/checkup.h"
#include "app/cli/secretaccess.h"
#include "app/cli/texttable.h"

#include <algorithm>

namespace anrufwarte {

void DoctorCommand::declare(QCommandLineParser &parser) const
{
    parser.setApplicationDescription(
        tr("Checks what Anrufwarte needs: a line per check, and what to do where one "
           "fails. Ends with 0 only if all pass. Changes nothing."));
}

void DoctorCommand::run(const Invocation &invocation, Finish finish)
{
    if (!invocation.arguments.isEmpty())
        return finish(wrongUsage(invocation, tr("doctor takes no arguments.")));
    m_keys = secretSource(invocation);
    m_keys->read(m_keys.get(), [this, &invocation, finish = std::move(finish)](const SecretsReading &keys) {
        examine(invocation, keys, finish);
    });
}

void DoctorCommand::examine(const Invocation &invocation, const SecretsReading &keys, const Finish &finish)
{
    const QList<Finding> findings = checkup::settings(invocation) + checkup::profile(invocation) +
                                    checkup::key(keys) + checkup::keychain(invocation) +
                                    checkup::listener(invocation) + checkup::database(invocation);
    if (keys.secrets.apiKey.isEmpty())
        return report(invocation, findings, finish); // the finding about the key says it
    m_api = std::make_unique<ApiCheck>(invocation.clock, invocation.settings.settings, keys.secrets.apiKey);
    m_api->run([this, &invocation, findings, finish](const QList<Finding> &found) {
        report(invocation, findings + found, finish);
    });
}

void DoctorCommand::report(const Invocation &invocation, const QList<Finding> &findings,
                           const Finish &finish) const
{
    qsizetype width = 0;
    for (const Finding &finding : findings)
        width = std::max(width, terminalWidth(finding.subject));
    for (const Finding &finding : findings) {
        const QString mark = finding.isFine ? tr("ok") : tr("FAILED");
        const QString padding(width - terminalWidth(finding.subject), u' ');
        invocation.output.line(
            QStringLiteral("%1%2  %3  %4").arg(finding.subject, padding, mark, finding.text));
    }
    const bool isAllFine =
        std::all_of(findings.begin(), findings.end(), [](const Finding &f) { return f.isFine; });
    finish(isAllFine ? ExitCode::Done : ExitCode::Partial);
}

} // namespace anrufwarte
