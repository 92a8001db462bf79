// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/boardrow.h"
#include "ui/calls/cellcontext.h"

namespace anrufwarte {

/// What each cell of the live tables says, to the eye and to the ear. Pure functions of row and context.
namespace celltext {
[[nodiscard]] QString status(const BoardRow &row, const CellContext &context);
[[nodiscard]] QString caller(const BoardRow &row, const CellContext &context);
[[nodiscard]] QString called(const BoardRow &row, const CellContext &context);
[[nodiscard]] QString agent(const BoardRow &row, const CellContext &context);
[[nodiscard]] QString duration(const BoardRow &row, const CellContext &context);
[[nodiscard]] QString sentiment(const BoardRow &row, const CellContext &context);
[[nodiscard]] QString cost(const BoardRow &row, const CellContext &context); ///< "≈ 0,34 $" while estimated
[[nodiscard]] QString source(const BoardRow &row, const CellContext &context);
[[nodiscard]] QString missing(int parts);                                         ///< "2 fehlen"
[[nodiscard]] QString dataParts(const BoardRow &row, const CellContext &context); ///< "5/6", "2 fehlen"
[[nodiscard]] QString begin(const BoardRow &row, const CellContext &context);
[[nodiscard]] QString latency(const BoardRow &row, const CellContext &context);
[[nodiscard]] QString id(const BoardRow &row, const CellContext &context);

/// "Läuft, eingehend, +49 30 …418, Terminassistent, Dauer 4 Minuten 12, Daten 1 von 6"
[[nodiscard]] QString sentence(const BoardRow &row, const CellContext &context);
/// "2 von 6 fehlen: Kosten, Latenz"
[[nodiscard]] QString spokenParts(const BoardRow &row, const CellContext &context);
} // namespace celltext

/// How long it lasts or lasted; empty when unknown.
[[nodiscard]] std::optional<qint64> durationMs(const BoardRow &row, const CellContext &context);

/// How many of the six are there, can come, and should be there but are not.
struct PartCounts
{
    int present = 0;
    int possible = 0;
    int missing = 0;
};
[[nodiscard]] std::array<DataState, PartCount> partStates(const BoardRow &row);
[[nodiscard]] PartCounts partCounts(const BoardRow &row);

} // namespace anrufwarte
