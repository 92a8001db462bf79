// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonscan.h"

#include <algorithm>
#include <cstring>

namespace anrufwarte::jsonscan {

namespace {

/// The next quote at or behind `at`; `end` if there is none.
const char *nextQuote(const char *at, const char *end)
{
    const void *found = at < end ? std::memchr(at, '"', static_cast<size_t>(end - at)) : nullptr;
    return found ? static_cast<const char *>(found) : end;
}

/// Whether an odd number of backslashes stands before `quote`; the string's content begins at `content`.
bool isEscaped(const char *quote, const char *content)
{
    const char *first = quote;
    while (first > content && first[-1] == '\\')
        --first;
    return (quote - first) % 2 != 0;
}

const char *behindBrackets(const char *at, const char *end)
{
    int depth = 0;
    while (at < end) {
        if (*at == '"') {
            at = behindString(at, end);
            continue;
        }
        if (*at == '{' || *at == '[')
            ++depth;
        else if (*at == '}' || *at == ']')
            --depth;
        ++at;
        if (depth == 0)
            break;
    }
    return at;
}

const char *behindScalar(const char *at, const char *end)
{
    return std::find_if(at, end, [](char c) { return c == ',' || c == '}' || c == ']'; });
}

} // namespace

const char *behindString(const char *at, const char *end)
{
    const char *const content = at + 1;
    const char *quote = nextQuote(content, end);
    while (quote < end && isEscaped(quote, content))
        quote = nextQuote(quote + 1, end);
    return std::min(quote + 1, end);
}

const char *behindValue(const char *at, const char *end, LongValues longValues)
{
    if (*at == '"')
        return behindString(at, end);
    if (*at != '{' && *at != '[')
        return behindScalar(at, end);
    const auto known =
        std::lower_bound(longValues.begin(), longValues.end(), at,
                         [](const LongValue &value, const char *b) { return value.begin < b; });
    return known != longValues.end() && known->begin == at ? known->end : behindBrackets(at, end);
}

} // namespace anrufwarte::jsonscan
