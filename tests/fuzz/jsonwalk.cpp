// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/jsonwalk.h"

#include "core/base/json.h"

#include <charconv>
#include <cstring>

namespace anrufwarte::fuzz {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The four digits behind "\u"; -1 when there are not four.
int codeUnit(QByteArrayView text, qsizetype at)
{
    int unit = -1;
    if (at + 4 > text.size())
        return -1;
    const char *end = text.data() + at + 4;
    return std::from_chars(text.data() + at, end, unit, 16).ptr == end ? unit : -1;
}

/// Walks from behind the opening quote; gives the place behind the closing one.
qsizetype walkString(QByteArrayView text, qsizetype at, Deviations &found)
{
    bool isHigh = false; // the unit before was the first half of a pair
    while (at < text.size() && text[at] != '"') {
        int unit = -1;
        const char c = text[at];
        if (c == '\\' && at + 1 < text.size()) {
            const char kind = text[at + 1];
            at += 2;
            if (kind == 'u') {
                unit = codeUnit(text, at);
                at += unit < 0 ? 0 : 4;
            } else if (kind == '\0' || std::strchr("\"\\/bfnrt", kind) == nullptr) {
                found.unknownEscape = true;
            }
        } else {
            found.rawControl |= static_cast<unsigned char>(c) < 0x20;
            found.byteOrderMark |= text.sliced(at).startsWith("\xef\xbb\xbf");
            ++at;
        }
        found.byteOrderMark |= unit == 0xfeff;
        const bool isLow = unit >= 0xdc00 && unit <= 0xdfff;
        found.loneSurrogate |= isLow != isHigh;
        isHigh = unit >= 0xd800 && unit <= 0xdbff;
    }
    found.loneSurrogate |= isHigh;
    return at + 1;
}

/// Walks over everything that can be in a number, and judges it.
qsizetype walkNumber(QByteArrayView text, qsizetype from, Deviations &found)
{
    qsizetype at = from;
    qsizetype exponentFrom = -1;
    bool hasDigit = false;
    for (; at < text.size() && (isDigit(text[at]) || std::memchr("+-.eE", text[at], 5) != nullptr); ++at) {
        if (text[at] == '.') {
            const bool hasBoth =
                at > from && isDigit(text[at - 1]) && at + 1 < text.size() && isDigit(text[at + 1]);
            found.barePoint |= !hasBoth;
        }
        if (text[at] == 'e' || text[at] == 'E')
            exponentFrom = at + 1;
        hasDigit |= exponentFrom < 0 && text[at] >= '1' && text[at] <= '9';
    }
    constexpr qsizetype MostExponentDigits = 8;
    found.hugeExponent |= exponentFrom >= 0 && at - exponentFrom > MostExponentDigits;
    double value = 0;
    const auto read = std::from_chars(text.data() + from, text.data() + at, value);
    found.beyondDouble |= read.ec == std::errc::result_out_of_range || (value == 0 && hasDigit);
    return at;
}

} // namespace

Deviations deviationsOf(QByteArrayView text)
{
    Deviations found;
    int depth = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = walkString(text, at + 1, found);
        } else if (isDigit(c) || c == '-' || c == '.') {
            at = walkNumber(text, at, found);
        } else {
            depth += (c == '[' || c == '{') ? 1 : 0;
            depth -= (c == ']' || c == '}') ? 1 : 0;
            found.tooDeep |= depth > MaxJsonDepth;
            ++at;
        }
    }
    return found;
}

} // namespace anrufwarte::fuzz
