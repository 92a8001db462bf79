// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace anrufwarte::test {

/// A language for as long as the object lives: locale, the program's words and Qt's own. The test links
/// anrufwarte_translations.
class Language
{
public:
    explicit Language(const QLocale &locale) : m_before(QLocale())
    {
        QLocale::setDefault(locale);
        const QString code =
            locale.language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
        if (!m_words.load(QStringLiteral(":/i18n/anrufwarte_") + code))
            qFatal("catalogue of %s is not linked", qPrintable(code));
        if (m_qtWords.load(QStringLiteral(":/i18n/qtbase_") + code))
            QCoreApplication::installTranslator(&m_qtWords);
        QCoreApplication::installTranslator(&m_words);
    }

    ~Language()
    {
        QCoreApplication::removeTranslator(&m_words);
        QCoreApplication::removeTranslator(&m_qtWords);
        QLocale::setDefault(m_before);
    }

    Q_DISABLE_COPY_MOVE(Language)

private:
    QLocale m_before;
    QTranslator m_words;
    QTranslator m_qtWords;
};

struct German : Language
{
    German() : Language(QLocale(QLocale::German, QLocale::Germany)) {}
};

struct English : Language
{
    English() : Language(QLocale(QLocale::English, QLocale::UnitedKingdom)) {}
};

} // namespace anrufwarte::test
