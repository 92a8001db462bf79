// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonspelling.h"

#include "core/base/jsonscan.h"

#include <QVarLengthArray>
#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int MostDepth = 16;
constexpr qsizetype MostMembers = 64; ///< their names are compared each with each

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The escapes that the writer itself uses, but for \u00..: those have more than one spelling.
bool isPlainString(QByteArrayView content)
{
    constexpr QByteArrayView Letters = "bfnrt\"\\";
    for (qsizetype at = content.indexOf('\\'); at >= 0; at = content.indexOf('\\', at + 2)) {
        if (at + 1 == content.size() || !Letters.contains(content[at + 1]))
            return false;
    }
    return true;
}

/// Up to 15 digits stand for one double only, so they are its shortest form when they do not end with a zero
/// behind the point. Below 0.001 the shortest form has an exponent; longer whole numbers may be no integers.
bool isPlainNumber(QByteArrayView number)
{
    constexpr qsizetype MostDigits = 15;
    const QByteArrayView digits = number.startsWith('-') ? number.sliced(1) : number;
    const qsizetype point = digits.indexOf('.');
    const bool isPlain =
        std::all_of(digits.begin(), digits.end(), [](char c) { return isDigit(c) || c == '.'; });
    if (!isPlain || digits.size() > MostDigits)
        return false;
    return point < 0 || (!digits.endsWith('0') && !digits.startsWith("0.00"));
}

/// Walks over one text once.
class Spelling
{
public:
    explicit Spelling(QByteArrayView json) : m_at(json.begin()), m_end(json.end()) {}

    /// Takes one value; false for one that is, or may be, spelled otherwise.
    [[nodiscard]] bool takeValue(int depth) // NOLINT(misc-no-recursion): depth is bounded
    {
        switch (*m_at) {
        case '{':
            return depth < MostDepth && takeObject(depth + 1);
        case '[':
            return depth < MostDepth && takeArray(depth + 1);
        case '"':
            return isPlainString(takeString());
        default:
            return isPlainScalar(takeScalar());
        }
    }

private:
    [[nodiscard]] bool takeObject(int depth) // NOLINT(misc-no-recursion)
    {
        QVarLengthArray<QByteArrayView, MostMembers> names;
        for (++m_at; *m_at != '}'; skip(',')) {
            const QByteArrayView name = takeString();
            skip(':');
            if (names.size() == MostMembers || names.contains(name) || !isPlainString(name) ||
                !takeValue(depth))
                return false;
            names.append(name);
        }
        ++m_at;
        return true;
    }

    [[nodiscard]] bool takeArray(int depth) // NOLINT(misc-no-recursion)
    {
        for (++m_at; *m_at != ']'; skip(',')) {
            if (!takeValue(depth))
                return false;
        }
        ++m_at;
        return true;
    }

    /// What stands between the quotes.
    [[nodiscard]] QByteArrayView takeString()
    {
        const char *const begin = m_at + 1;
        m_at = jsonscan::behindString(m_at, m_end);
        return {begin, m_at - 1 - begin};
    }

    [[nodiscard]] QByteArrayView takeScalar()
    {
        const char *const begin = m_at;
        m_at = jsonscan::behindValue(m_at, m_end, {});
        return {begin, m_at - begin};
    }

    [[nodiscard]] static bool isPlainScalar(QByteArrayView scalar)
    {
        const bool isWord = scalar == "true" || scalar == "false" || scalar == "null";
        return isWord || isPlainNumber(scalar);
    }

    void skip(char separator) { m_at += *m_at == separator ? 1 : 0; }

    const char *m_at;
    const char *m_end;
};

} // namespace

bool isSpelledAsWritten(QByteArrayView json)
{
    return !json.isEmpty() && Spelling(json).takeValue(0);
}

} // namespace anrufwarte
