// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/world.h"

#include <QJsonObject>
#include <variant>

namespace anrufwarte::simulator {

struct ListError
{
    QString message; ///< 400
};

/// POST /v3/list-calls (api.md §3): filter_criteria, sort_order, limit (50, at most 1000), skip,
/// pagination_key, include_total over the calls as they stand at that moment. Registered calls show only
/// without a call_status filter.
[[nodiscard]] std::variant<QJsonObject, ListError> listCalls(const QMap<QString, PlannedCall> &calls,
                                                             const QJsonObject &request, qint64 nowMs);

} // namespace anrufwarte::simulator
