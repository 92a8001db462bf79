// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

namespace anrufwarte {

/// From here on compression is worth trying (performance.md: at 2 kB it costs more than it saves).
inline constexpr qsizetype CompressFromBytes = 4096;

/// zstd, level 1. Empty when the text is short or does not shrink by at least an eighth: then it is stored as
/// it is.
[[nodiscard]] std::optional<QByteArray> compressed(QByteArrayView bytes);

/// Empty when it is no whole frame, or says it is bigger than anything we store.
[[nodiscard]] std::optional<QByteArray> decompressed(QByteArrayView frame);

} // namespace anrufwarte
