// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/dashboard.h"
#include "core/store/callreader.h"

namespace anrufwarte {

class Database;

/// CallReader::dayFigures().
[[nodiscard]] Result<DayFigures> readDayFigures(Database &database, TimeSpan today,
                                                TimeSpan sameSpanLastWeek);

} // namespace anrufwarte
