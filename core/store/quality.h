// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/qualityfigures.h"

namespace anrufwarte {

class Database;

/// `tolerance`: how far parts and total of a cost may be apart, in the unit of the payload.
[[nodiscard]] Result<QualityFigures> readQuality(Database &database, qint64 sinceMs, double tolerance);

} // namespace anrufwarte
