// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/webhookpath.h"

namespace anrufwarte {

namespace {

QByteArrayView withoutTrailingSlash(QByteArrayView prefix)
{
    return prefix.endsWith('/') ? prefix.chopped(1) : prefix;
}

bool isPlainSegment(QByteArrayView segment)
{
    return !segment.isEmpty() && segment != "." && segment != ".." && !segment.contains('%');
}

} // namespace

bool isAtOrBelow(QByteArrayView path, QByteArrayView prefix)
{
    const QByteArrayView top = withoutTrailingSlash(prefix);
    if (!path.startsWith(top))
        return false;
    QByteArrayView rest = path.sliced(top.size());
    while (!rest.isEmpty()) {
        if (rest.front() != '/')
            return false;
        rest = rest.sliced(1);
        if (rest.isEmpty())
            break; // a trailing slash
        const qsizetype end = rest.indexOf('/');
        const QByteArrayView segment = end < 0 ? rest : rest.first(end);
        if (!isPlainSegment(segment))
            return false;
        rest = rest.sliced(segment.size());
    }
    return !path.isEmpty();
}

bool isHealthPath(QByteArrayView path, QByteArrayView prefix)
{
    const QByteArrayView top = withoutTrailingSlash(prefix);
    return path.startsWith(top) && path.sliced(top.size()) == "/health";
}

} // namespace anrufwarte
