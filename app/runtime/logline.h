// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace anrufwarte::logline {

/// One event, one line: control characters (line ends, ANSI escapes) are written out, phone numbers masked
/// ("+49301****56"), and what is too long is cut.
[[nodiscard]] QString safe(const QString &message);

/// "<4>listener: …": the priority prefix that the journal understands (sd-daemon(3)).
[[nodiscard]] QByteArray forJournal(QtMsgType type, const QString &category, const QString &message);

/// "2026-11-22T17:52:24.120Z warning listener: …"
[[nodiscard]] QByteArray forPeople(QtMsgType type, const QString &category, const QString &message,
                                   qint64 nowMs);

} // namespace anrufwarte::logline
