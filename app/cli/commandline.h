// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandtable.h"
#include "app/runtime/language.h"

#include <QCoreApplication>

namespace anrufwarte {

/// From the words of the command line to the command that runs:
/// `anrufwarte-cli [--profile DIR] [--lang de|en] COMMAND …`.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
public:
    explicit CommandLine(const QStringList &arguments);

    /// Begins; `finish` comes once, possibly before this returns.
    void run(const Finish &finish);

private:
    void readSettings();
    [[nodiscard]] bool findCommand();
    [[nodiscard]] std::optional<ExitCode> answerAtOnce();
    [[nodiscard]] std::optional<ExitCode> checkSettings() const;
    [[nodiscard]] QString generalHelp() const;
    [[nodiscard]] ExitCode refuse(const QString &text) const;

    const QStringList m_arguments;
    const QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    const SystemClock m_clock{};
    const Output m_output{};
    Language m_language;
    std::vector<std::unique_ptr<Command>> m_commands;
    Command *m_command = nullptr; ///< one of them
    QString m_commandWord;        ///< as written
    QCommandLineParser m_parser;
    std::unique_ptr<Invocation> m_invocation; ///< what the running command refers to
};

} // namespace anrufwarte
