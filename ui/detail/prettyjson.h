// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anrufwarte {

/// JSON text on several lines for people; text that is no JSON comes back as it is. At most `limit`
/// characters.
[[nodiscard]] QString prettyJson(const QString &text, qsizetype limit);

/// The values of a JSON object or array on one line ("Beratung · 06.–10.10."); other text as it is. At most
/// `limit`.
[[nodiscard]] QString shortJson(const QString &text, qsizetype limit);

/// Cut at `limit` characters with an ellipsis, never inside a surrogate pair.
[[nodiscard]] QString bounded(const QString &text, qsizetype limit);

} // namespace anrufwarte
