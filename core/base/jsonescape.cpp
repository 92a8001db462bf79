// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonescape.h"

#include <QChar>
#include <charconv>
#include <cstring>

namespace anrufwarte::jsonescape {

namespace {

constexpr qsizetype UnicodeEscapeBytes = 6; ///< \u0000
constexpr int NotUnicode = -1;

/// The code unit of a \u escape at `at`; NotUnicode if there is none.
int unitAt(QByteArrayView text, qsizetype at)
{
    if (text.size() - at < UnicodeEscapeBytes || text[at] != '\\' || text[at + 1] != 'u')
        return NotUnicode;
    unsigned unit = 0;
    const char *const digits = text.data() + at + 2;
    const char *const end = text.data() + at + UnicodeEscapeBytes;
    return std::from_chars(digits, end, unit, 16).ptr == end ? static_cast<int>(unit) : NotUnicode;
}

bool isHigh(int unit)
{
    return unit != NotUnicode && QChar::isHighSurrogate(static_cast<char32_t>(unit));
}

bool isLow(int unit)
{
    return unit != NotUnicode && QChar::isLowSurrogate(static_cast<char32_t>(unit));
}

/// What one escape, or a pair of them, stands for.
struct Escape
{
    char32_t character = 0;
    qsizetype size = 0;
    bool isLoneHalf = false;
};

char32_t shortEscape(char letter)
{
    switch (letter) {
    case 'b':
        return U'\b';
    case 'f':
        return U'\f';
    case 'n':
        return U'\n';
    case 'r':
        return U'\r';
    case 't':
        return U'\t';
    default:
        return static_cast<unsigned char>(letter); // \" \\ \/
    }
}

/// `at` is that of a backslash.
Escape escapeAt(QByteArrayView text, qsizetype at)
{
    const int unit = unitAt(text, at);
    if (unit == NotUnicode)
        return {at + 1 < text.size() ? shortEscape(text[at + 1]) : U'\\', 2};
    if (isHigh(unit)) {
        const int next = unitAt(text, at + UnicodeEscapeBytes);
        if (isLow(next))
            return {QChar::surrogateToUcs4(static_cast<char16_t>(unit), static_cast<char16_t>(next)),
                    2 * UnicodeEscapeBytes};
    }
    if (isHigh(unit) || isLow(unit))
        return {QChar::ReplacementCharacter, UnicodeEscapeBytes, true};
    return {static_cast<char32_t>(unit), UnicodeEscapeBytes};
}

char *putUtf8(char *out, char32_t character)
{
    const auto put = [&out](char32_t bits) { *out++ = static_cast<char>(static_cast<unsigned char>(bits)); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xc0 | character >> 6U);
        put(0x80 | (character & 0x3fU));
    } else if (character < 0x10000) {
        put(0xe0 | character >> 12U);
        put(0x80 | (character >> 6U & 0x3fU));
        put(0x80 | (character & 0x3fU));
    } else {
        put(0xf0 | character >> 18U);
        put(0x80 | (character >> 12U & 0x3fU));
        put(0x80 | (character >> 6U & 0x3fU));
        put(0x80 | (character & 0x3fU));
    }
    return out;
}

/// The next backslash at or behind `from`; the text's size if there is none.
qsizetype nextBackslash(QByteArrayView text, qsizetype from)
{
    const qsizetype found = text.indexOf('\\', from);
    return found < 0 ? text.size() : found;
}

} // namespace

QByteArray unescaped(QByteArrayView content)
{
    QByteArray utf8(content.size(), Qt::Uninitialized); // no escape is shorter than what it stands for
    char *out = utf8.data();
    for (qsizetype at = 0; at < content.size();) {
        const qsizetype stop = nextBackslash(content, at);
        std::memcpy(out, content.data() + at, static_cast<size_t>(stop - at));
        out += stop - at;
        at = stop;
        if (at < content.size()) {
            const Escape escape = escapeAt(content, at);
            out = putUtf8(out, escape.character);
            at += escape.size;
        }
    }
    utf8.truncate(out - utf8.constData());
    return utf8;
}

QByteArray withoutLoneHalves(QByteArrayView json)
{
    constexpr QByteArrayView Replacement = "\\ufffd";
    QByteArray mended;
    for (qsizetype at = nextBackslash(json, 0); at < json.size();) {
        const Escape escape = escapeAt(json, at);
        if (escape.isLoneHalf) {
            if (mended.isNull())
                mended = json.toByteArray();
            mended.replace(at, Replacement.size(), Replacement);
        }
        at = nextBackslash(json, at + escape.size);
    }
    return mended;
}

} // namespace anrufwarte::jsonescape
