// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/foreigntext.h"

namespace anrufwarte {

namespace {
constexpr QChar FirstStrongIsolate(0x2068);
constexpr QChar PopIsolate(0x2069);

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\v' || c == u'\f' || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
}

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

bool isRightToLeft(QChar c)
{
    // Letters beyond the first plane count as well: a lone surrogate tells nothing, so any of them is
    // suspected.
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL || c.isHighSurrogate();
}

bool isIsolateMark(QChar c)
{
    return c >= QChar(0x2066) && c <= PopIsolate;
}
} // namespace

QString isolated(const QString &foreign)
{
    QString text = foreign;
    bool suspicious = false;
    for (QChar &c : text) {
        if (isLineEnd(c))
            c = u' ';
        else if (isIsolateMark(c))
            c = QChar::ReplacementCharacter; // its own marks could end ours
        else if (!isInvisible(c) && !isRightToLeft(c))
            continue;
        suspicious = true;
    }
    return suspicious ? FirstStrongIsolate + text + PopIsolate : text;
}

} // namespace anrufwarte
