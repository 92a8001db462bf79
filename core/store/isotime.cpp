// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/isotime.h"

#include <QDateTime>
#include <utility>

namespace anrufwarte {

QString isoUtc(qint64 ms)
{
    // All rows of one transaction carry the same moment, and formatting it costs more than writing some of
    // them.
    thread_local std::pair<qint64, QString> last;
    if (last.second.isEmpty() || last.first != ms)
        last = {ms, QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs)};
    return last.second;
}

qint64 fromIsoUtc(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace anrufwarte
