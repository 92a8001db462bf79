// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QByteArray>
#include <QLatin1String>
#include <QList>

namespace anrufwarte {

/// How some program writes JSON.
struct JsonStyle
{
    QLatin1String name;
    int indent = 0;              ///< spaces per level; 0 = one line
    bool spaced = false;         ///< one line, with a space after ',' and ':' (Python)
    bool escapedSlash = false;   ///< \/ (PHP)
    bool escapedUnicode = false; ///< \u00fc for everything beyond ASCII (PHP, Python)
};

[[nodiscard]] QByteArray writeJson(const JsonValue &value, const JsonStyle &style);

/// The same document as other programs would have written it, and the body with other line ends: what a
/// sender may have signed before somebody on the way wrote it anew. A bounded list, without the body itself.
/// Empty for a body that is larger than `MaxReencodedBytes` or no JSON at most `MaxReencodedDepth` deep.
struct BodyVariant
{
    QLatin1String name;
    QByteArray body;
};
inline constexpr qsizetype MaxReencodedBytes = 1024LL * 1024;
inline constexpr int MaxReencodedDepth = 64;
[[nodiscard]] QList<BodyVariant> bodyVariants(const QByteArray &body);

} // namespace anrufwarte
