// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/fieldrules.h"

#include <algorithm>

namespace anrufwarte::http {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHostCharacter(char c)
{
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isLetter || isDigit(c) || QByteArrayView("-._~!$&'()*+,;=:[]%").contains(c);
}

bool isAbsoluteUrl(QByteArrayView target)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.size() > scheme.size() &&
            target.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0) {
            const QByteArrayView rest = target.sliced(scheme.size());
            const auto end =
                std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
            return end != rest.begin() && isHostValue(rest.first(end - rest.begin()));
        }
    }
    return false;
}

} // namespace

bool isRequestTarget(QByteArrayView method, QByteArrayView target)
{
    const auto isAllowed = [](char c) { return c > ' ' && c < '\x7f' && c != '#'; };
    if (target.isEmpty() || !std::all_of(target.begin(), target.end(), isAllowed))
        return false;
    if (method == "CONNECT")
        return isHostValue(target) && target.contains(':');
    if (target == "*")
        return method == "OPTIONS";
    return target.front() == '/' || isAbsoluteUrl(target);
}

bool isHostValue(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(), isHostCharacter);
}

bool isDecimal(QByteArrayView value)
{
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), isDigit);
}

bool hasFoldedLine(QByteArrayView lines)
{
    return lines.indexOf("\r\n ") >= 0 || lines.indexOf("\r\n\t") >= 0;
}

} // namespace anrufwarte::http
