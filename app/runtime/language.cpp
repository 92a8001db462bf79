// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/language.h"

#include <QCoreApplication>
#include <QLocale>

namespace anrufwarte {

namespace {

/// The system's own locale where it speaks our language (en_GB keeps its dates), else the language's main
/// one.
QLocale localeFor(const QString &language)
{
    const QLocale::Language wanted = language == QLatin1String("de") ? QLocale::German : QLocale::English;
    const QLocale system = QLocale::system();
    if (system.language() == wanted)
        return QLocale(system.name());
    return wanted == QLocale::German ? QLocale(QLocale::German, QLocale::Germany)
                                     : QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace

Language::~Language()
{
    remove();
}

void Language::use(const QString &choice)
{
    remove();
    const bool isSystemGerman = QLocale::system().language() == QLocale::German;
    const bool isGerman = choice == QLatin1String("de") || (choice != QLatin1String("en") && isSystemGerman);
    m_current = isGerman ? QStringLiteral("de") : QStringLiteral("en");
    QLocale::setDefault(localeFor(m_current));
    if (m_qt.load(QStringLiteral(":/i18n/qtbase_%1.qm").arg(m_current)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_program.load(QStringLiteral(":/i18n/anrufwarte_%1.qm").arg(m_current)))
        QCoreApplication::installTranslator(&m_program);
}

std::optional<QString> Language::inArguments(const QStringList &arguments)
{
    const QString option = QStringLiteral("--lang");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i) == option && i + 1 < arguments.size())
            return arguments.at(i + 1);
        if (arguments.at(i).startsWith(QString(option + u'=')))
            return arguments.at(i).section(u'=', 1);
    }
    return std::nullopt;
}

void Language::remove()
{
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
}

} // namespace anrufwarte
