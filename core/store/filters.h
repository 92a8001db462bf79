// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callfilter.h"

#include <QVariantList>

namespace anrufwarte {

/// A CallFilter as SQL: constant text, and the values to bind to its marks.
struct FilterSql
{
    QString tail; ///< " WHERE … ORDER BY … LIMIT ?"
    QVariantList values;
};

[[nodiscard]] FilterSql filterSql(const CallFilter &filter);

/// A pattern for LIKE … ESCAPE '\' that finds the text itself anywhere, whatever % _ and \ are in it.
[[nodiscard]] QString containsPattern(const QString &text);

} // namespace anrufwarte
