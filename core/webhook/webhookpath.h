// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace anrufwarte {

/// Is `path` the prefix or below it? Whole segments are compared byte by byte; nothing is decoded or
/// normalised, so a path that would need it (empty segments, ".", "..", '%') is not ours (contract §4). A
/// trailing slash does not matter.
[[nodiscard]] bool isAtOrBelow(QByteArrayView path, QByteArrayView prefix);

/// Exactly `<prefix>/health`.
[[nodiscard]] bool isHealthPath(QByteArrayView path, QByteArrayView prefix);

} // namespace anrufwarte
