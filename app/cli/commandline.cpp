// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/texttable.h"
#include "app/runtime/processguard.h"

#include <algorithm>

namespace anrufwarte {

namespace {

const QString ProfileOption = QStringLiteral("profile");
const QString LanguageOption = QStringLiteral("lang");
const QString HelpOption = QStringLiteral("help");
const QString VersionOption = QStringLiteral("version");

struct CommonText
{
    Q_DECLARE_TR_FUNCTIONS(CommonText)
};

void declareCommon(QCommandLineParser &parser)
{
    parser.addOption({ProfileOption, CommonText::tr("Folder that holds everything the program writes."),
                      QStringLiteral("DIR")});
    parser.addOption({LanguageOption, CommonText::tr("Language: de or en."), QStringLiteral("LANG")});
    parser.addOption({{QStringLiteral("h"), HelpOption}, CommonText::tr("Show this help.")});
    parser.addOption({{QStringLiteral("v"), VersionOption}, CommonText::tr("Show the version.")});
}

} // namespace

CommandLine::CommandLine(const QStringList &arguments) : m_arguments(arguments), m_commands(allCommands()) {}

void CommandLine::run(const Finish &finish)
{
    m_language.use(Language::inArguments(m_arguments).value_or(QStringLiteral("auto")));
    readSettings();
    const bool isKnown = findCommand();
    declareCommon(m_parser);
    if (m_command) {
        m_parser.addPositionalArgument(m_command->name(), m_command->summary());
        m_parser.setApplicationDescription(m_command->summary());
        m_command->declare(m_parser);
    }
    if (!isKnown)
        return finish(refuse(tr("There is no command \"%1\".").arg(m_commandWord)));
    const bool isParsed = m_parser.parse(m_arguments);
    if (const auto answered = answerAtOnce())
        return finish(*answered);
    if (!isParsed)
        return finish(refuse(m_parser.errorText()));
    if (!m_command)
        return finish(refuse(tr("Which command?")));
    if (const auto refused = checkSettings())
        return finish(*refused);
    m_invocation->arguments = m_parser.positionalArguments().mid(1);
    if (m_command->endsWithReader())
        endWithReader();
    m_command->run(*m_invocation, finish);
}

/// Before everything else: the settings hold the language that help and errors are given in.
void CommandLine::readSettings()
{
    QCommandLineParser common;
    declareCommon(common);
    (void)common.parse(m_arguments); // the options of the command are unknown here
    const Profile profile(common.value(ProfileOption));
    SettingsSources sources{{}, m_environment, profile.settingsFile()};
    if (common.isSet(LanguageOption))
        sources.commandLine.insert(QStringLiteral("ui/language"), common.value(LanguageOption));
    m_invocation.reset(new Invocation{
        m_parser, {}, profile, m_environment, anrufwarte::readSettings(sources), m_clock, m_output});
    m_language.use(m_invocation->settings.settings.uiLanguage);
}

/// False when there is a word that is no command.
bool CommandLine::findCommand()
{
    QCommandLineParser untilCommand;
    declareCommon(untilCommand);
    untilCommand.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    (void)untilCommand.parse(m_arguments);
    m_commandWord = untilCommand.positionalArguments().value(0);
    const auto found = std::find_if(m_commands.begin(), m_commands.end(),
                                    [this](const auto &command) { return command->name() == m_commandWord; });
    m_command = found == m_commands.end() ? nullptr : found->get();
    return m_command || m_commandWord.isEmpty();
}

std::optional<ExitCode> CommandLine::answerAtOnce()
{
    if (m_parser.isSet(HelpOption)) {
        m_output.data((m_command ? m_parser.helpText() : generalHelp()).toUtf8());
        return ExitCode::Done;
    }
    if (m_parser.isSet(VersionOption)) {
        m_output.line(QStringLiteral("anrufwarte-cli " ANRUFWARTE_VERSION));
        return ExitCode::Done;
    }
    return std::nullopt;
}

std::optional<ExitCode> CommandLine::checkSettings() const
{
    const SettingsReading &settings = m_invocation->settings;
    for (const Error &warning : settings.warnings)
        m_output.error(warning);
    if (!m_command->needsSettings() || settings.errors.isEmpty())
        return std::nullopt;
    for (const Error &error : settings.errors)
        m_output.error(error);
    return ExitCode::Usage;
}

QString CommandLine::generalHelp() const
{
    QCommandLineParser parser;
    declareCommon(parser);
    parser.setApplicationDescription(
        tr("Anrufwarte without a window: receives Retell's webhooks, answers questions "
           "about calls, finds faults."));
    parser.addPositionalArgument(QStringLiteral("COMMAND"), tr("What to do; COMMAND --help tells more."),
                                 QStringLiteral("COMMAND"));
    qsizetype width = 0;
    for (const auto &command : m_commands)
        width = std::max(width, command->name().size());
    QString help = parser.helpText() + u'\n' + tr("Commands:") + u'\n';
    for (const auto &command : m_commands)
        help += u"  " + command->name().leftJustified(width + 2) + command->summary() + u'\n';
    help += u'\n' +
            tr("Exit codes: 0 done; 1 done in part or failed; 2 wrong usage or settings, or the address "
               "cannot be "
               "used; 3 the database cannot be used; 4 Retell refuses the key.") +
            u'\n';
    return help;
}

ExitCode CommandLine::refuse(const QString &text) const
{
    m_output.message(text);
    const QString command = m_command ? QString(m_command->name() + u' ') : QString();
    m_output.message(tr("anrufwarte-cli %1--help tells what is possible.").arg(command));
    return ExitCode::Usage;
}

} // namespace anrufwarte
