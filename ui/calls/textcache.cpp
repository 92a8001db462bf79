// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/textcache.h"

#include <QGuiApplication>
#include <QTextOption>
#include <memory>

namespace anrufwarte {

namespace {

/// As Qt::TextSingleLine does it: what breaks lines is a space here.
QString withoutBreaks(QString text)
{
    for (const QChar breaking : {QChar(u'\n'), QChar(u'\r'), QChar(u'\t'), QChar(QChar::LineSeparator),
                                 QChar(QChar::ParagraphSeparator)})
        text.replace(breaking, u' ');
    return text;
}

} // namespace

const QStaticText &TextCache::line(int fontKey, const QFont &font, const QString &text)
{
    const std::pair key(fontKey, text);
    if (const QStaticText *known = m_lines.object(key))
        return *known;
    auto line = std::make_unique<QStaticText>(withoutBreaks(text));
    line->setTextFormat(Qt::PlainText); // texts from outside: never guessed to be markup
    QTextOption option;
    option.setTextDirection(QGuiApplication::layoutDirection());
    option.setWrapMode(QTextOption::NoWrap);
    line->setTextOption(option);
    line->prepare({}, font);
    const QStaticText &kept = *line;
    m_lines.insert(key, line.release());
    return kept;
}

} // namespace anrufwarte
