// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/plannedcall.h"

#include <QJsonObject>

namespace anrufwarte::simulator {

[[nodiscard]] double roundTo(double value, int decimals);

/// call_cost in cents that adds up: unit prices x started seconds + the one-off analysis (api.md §7).
[[nodiscard]] QJsonObject costObject(qint64 durationMs);
[[nodiscard]] QJsonObject zeroCostObject();

/// Groups e2e, llm, tts, asr with their values; percentiles by linear interpolation over them (api.md §6).
[[nodiscard]] QJsonObject latencyObject(const PlannedCall &call);

} // namespace anrufwarte::simulator
