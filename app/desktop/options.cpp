// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace anrufwarte {

namespace {

struct DesktopWords
{
    Q_DECLARE_TR_FUNCTIONS(DesktopWords)
};

const QString Profile = QStringLiteral("profile");
const QString Demo = QStringLiteral("demo");
const QString Lang = QStringLiteral("lang");
const QString Theme = QStringLiteral("theme");
const QString Minimized = QStringLiteral("minimized");
const QString Help = QStringLiteral("help");
const QString Version = QStringLiteral("version");

void declare(QCommandLineParser &parser)
{
    using W = QCommandLineOption;
    parser.setApplicationDescription(
        DesktopWords::tr("Shows the calls of Retell AI voice agents as they happen."));
    parser.addOption(W(Profile, DesktopWords::tr("Folder that holds everything the program writes."),
                       QStringLiteral("DIR")));
    parser.addOption(
        W(Demo, DesktopWords::tr("Shows made-up calls in a throw-away profile; needs no Retell account.")));
    parser.addOption(W(Lang, DesktopWords::tr("Language: de or en."), QStringLiteral("LANG")));
    parser.addOption(W(Theme, DesktopWords::tr("Colours: auto, light or dark."), QStringLiteral("THEME")));
    parser.addOption(W(Minimized, DesktopWords::tr("Starts without showing the window.")));
    parser.addOption(W({QStringLiteral("h"), Help}, DesktopWords::tr("Show this help.")));
    parser.addOption(W({QStringLiteral("v"), Version}, DesktopWords::tr("Show the version.")));
}

/// The first value that is none of the allowed ones, as a sentence.
QString wrongWord(const QCommandLineParser &parser, const QString &option, const QStringList &allowed)
{
    if (!parser.isSet(option) || allowed.contains(parser.value(option)))
        return {};
    return DesktopWords::tr("--%1 %2 is not possible; allowed: %3.")
        .arg(option, parser.value(option), allowed.join(QStringLiteral(", ")));
}

QString mistakeIn(const QCommandLineParser &parser)
{
    if (!parser.positionalArguments().isEmpty())
        return DesktopWords::tr("\"%1\" is too much.").arg(parser.positionalArguments().constFirst());
    const QString language = wrongWord(parser, Lang, {QStringLiteral("de"), QStringLiteral("en")});
    if (!language.isEmpty())
        return language;
    const QString theme =
        wrongWord(parser, Theme, {QStringLiteral("auto"), QStringLiteral("light"), QStringLiteral("dark")});
    if (!theme.isEmpty())
        return theme;
    if (parser.isSet(Demo) && parser.isSet(Profile))
        return DesktopWords::tr("--demo has a profile of its own; leave --profile out.");
    return {};
}

} // namespace

DesktopOptions readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    const bool understood = parser.parse(arguments);
    DesktopOptions options;
    options.mistake = understood ? mistakeIn(parser) : parser.errorText();
    options.help = parser.helpText();
    options.showHelp = parser.isSet(Help);
    options.showVersion = parser.isSet(Version);
    options.profile = parser.value(Profile);
    options.demo = parser.isSet(Demo);
    options.minimized = parser.isSet(Minimized);
    options.language = parser.value(Lang);
    options.theme = parser.value(Theme);
    return options;
}

} // namespace anrufwarte
