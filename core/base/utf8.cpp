// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

namespace anrufwarte {

QString textFromUtf8(QByteArrayView utf8)
{
    constexpr QByteArrayView Mark = "\xef\xbb\xbf";
    if (!utf8.startsWith(Mark))
        return QString::fromUtf8(utf8);
    QString marks;
    while (utf8.startsWith(Mark)) {
        marks += QChar(QChar::ByteOrderMark);
        utf8 = utf8.sliced(Mark.size());
    }
    return marks + QString::fromUtf8(utf8);
}

} // namespace anrufwarte
