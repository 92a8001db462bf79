// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <optional>

namespace anrufwarte {

/// WHEN of the command line as UTC ms: an ISO date ("2026-11-22", local midnight), an ISO time (local unless
/// it names its zone), or so long ago: "7d", "24h", "90m".
[[nodiscard]] std::optional<qint64> parseWhen(QStringView text, qint64 nowMs);

} // namespace anrufwarte
