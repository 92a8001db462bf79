// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anrufwarte {

/// "2026-11-22T18:05:09.123Z": the form of every *_at column. Any thread.
[[nodiscard]] QString isoUtc(qint64 ms);

/// 0 when it is no such text.
[[nodiscard]] qint64 fromIsoUtc(const QString &text);

} // namespace anrufwarte
