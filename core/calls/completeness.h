// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <array>

namespace anrufwarte {

/// The six things a supervisor wants of every call ("Datenlage"), in the order of the meter.
enum class Part : quint8
{
    Duration,
    Cost,
    Transcript,
    Latency,
    Recording,
    Summary
};
inline constexpr int PartCount = 6;

/// vorhanden / ausstehend / fehlt / entfällt (ui.md §0.3).
enum class DataState : quint8
{
    Present,
    Pending,
    Missing,
    Never
};

/// Six bits each: what is there and what can never come. Stored in two columns, so that filters need no JSON.
struct Completeness
{
    quint8 present = 0;
    quint8 never = 0;

    [[nodiscard]] bool isComplete() const { return ((present | never) & AllParts) == AllParts; }
    [[nodiscard]] bool has(Part part) const { return (present & bit(part)) != 0; }
    [[nodiscard]] bool cannotHave(Part part) const { return !has(part) && (never & bit(part)) != 0; }

    [[nodiscard]] static constexpr quint8 bit(Part part)
    {
        return static_cast<quint8>(1U << static_cast<unsigned>(part));
    }
    static constexpr quint8 AllParts = (1U << PartCount) - 1;

    bool operator==(const Completeness &) const = default;
};

/// After the end Retell still works on a call (analysis "seconds later", api.md §2): until then absent is
/// pending.
inline constexpr qint64 PendingAfterEndMs = 5LL * 60 * 1000;

/// The state of each part for the screen. `finished`: the call is over; `endedMs`: when (end_timestamp, else
/// when we heard of it).
[[nodiscard]] std::array<DataState, PartCount> dataStates(const Completeness &completeness, bool finished,
                                                          qint64 endedMs, qint64 nowMs);

} // namespace anrufwarte
