// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonwriter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace anrufwarte::jsonwriter {

namespace bj = boost::json;

namespace {

bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscaped(std::string &out, char c)
{
    constexpr std::string_view Short = "\b\f\n\r\t\"\\";
    constexpr std::string_view Letters = "bfnrt\"\\";
    constexpr std::string_view Hex = "0123456789abcdef";
    const size_t known = Short.find(c);
    if (known != std::string_view::npos) {
        out += '\\';
        out += Letters[known];
        return;
    }
    out += "\\u00";
    out += Hex[static_cast<unsigned char>(c) >> 4U];
    out += Hex[static_cast<unsigned char>(c) & 0xfU];
}

template <typename Number>
void appendNumber(std::string &out, Number number)
{
    std::array<char, 32> buffer;
    out.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr);
}

/// Most numbers of a call are seconds with three decimals: written as whole thousandths, which takes a fifth
/// of the time of finding the shortest text. The same text: up to 15 digits each stand for one double only.
bool appendThousandths(std::string &out, double number)
{
    constexpr double Most = 1e12;
    if (!(std::fabs(number) < Most))
        return false;
    const auto thousandths = static_cast<long long>(std::nearbyint(number * 1000.0));
    if (static_cast<double>(thousandths) / 1000.0 != number || (thousandths == 0 && std::signbit(number)))
        return false;
    const long long whole = std::abs(thousandths) / 1000;
    auto rest = static_cast<int>(std::abs(thousandths) % 1000);
    if (rest == 0)
        return false; // 1e5 and 100000 are both right: the library decides
    if (thousandths < 0)
        out += '-';
    appendNumber(out, whole);
    out += '.';
    for (int place = 100; rest > 0; place /= 10) {
        out += static_cast<char>('0' + rest / place);
        rest %= place;
    }
    return true;
}

void appendDouble(std::string &out, double number)
{
    if (!std::isfinite(number))
        out += "null";
    else if (!appendThousandths(out, number))
        appendNumber(out, number);
}

/// Not inlined: its locals would be in every stack frame of the recursion below.
[[gnu::noinline]] void appendScalar(std::string &out, const bj::value &value)
{
    if (value.is_string())
        appendQuoted(out, value.get_string());
    else if (value.is_bool())
        out += value.get_bool() ? "true" : "false";
    else if (value.is_int64())
        appendNumber(out, value.get_int64());
    else if (value.is_uint64())
        appendNumber(out, value.get_uint64());
    else if (value.is_double())
        appendDouble(out, value.get_double());
    else
        out += "null";
}

// Each has as few locals as can be, and none is inlined into another: a document as deep as it may be has a
// thousand of their frames.

[[gnu::noinline]] void appendArray(std::string &out, const bj::array &array)
{
    out += '[';
    for (size_t i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        append(out, array[i]);
    }
    out += ']';
}

[[gnu::noinline]] void appendObject(std::string &out, const bj::object &object)
{
    out += '{';
    for (const bj::key_value_pair &member : object) {
        if (&member != object.begin())
            out += ',';
        appendQuoted(out, member.key());
        out += ':';
        append(out, member.value());
    }
    out += '}';
}

} // namespace

[[gnu::noinline]] void appendQuoted(std::string &out, std::string_view utf8)
{
    out += '"';
    while (!utf8.empty()) {
        const auto stop = std::find_if(utf8.begin(), utf8.end(), needsEscape);
        out.append(utf8.begin(), stop);
        if (stop == utf8.end())
            break;
        appendEscaped(out, *stop);
        utf8.remove_prefix(static_cast<size_t>(stop - utf8.begin()) + 1);
    }
    out += '"';
}

/// Depth is bounded by MaxJsonDepth when parsing.
void append(std::string &out, const bj::value &value)
{
    if (value.is_array())
        appendArray(out, value.get_array());
    else if (value.is_object())
        appendObject(out, value.get_object());
    else
        appendScalar(out, value);
}

} // namespace anrufwarte::jsonwriter
