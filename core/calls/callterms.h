// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anrufwarte {

/// How far one delivery or answer says a call has come. The order is the rank of contract §6.1.
enum class Stage : quint8
{
    Registered = 0,
    Ongoing = 1,
    Finished = 2,
    Analysed = 3
};

/// The state of a call as the program shows it (column `status`).
enum class CallState : quint8
{
    Registered,
    Ongoing,
    Completed,
    Failed
};

enum class Direction : quint8
{
    Unknown,
    Inbound,
    Outbound
};

/// Who told us (column `last_source`).
enum class Source : quint8
{
    Webhook,
    Poll,
    Resync,
    Import,
    User
};

/// Retell's own words for call_status (api.md §4). Other words are kept verbatim, as text.
namespace statusword {
inline constexpr QStringView Registered = u"registered";
inline constexpr QStringView NotConnected = u"not_connected";
inline constexpr QStringView Ongoing = u"ongoing";
inline constexpr QStringView Ended = u"ended";
inline constexpr QStringView Error = u"error";
} // namespace statusword

/// not_connected, ended, error.
[[nodiscard]] bool isTerminalWord(QStringView callStatus);

/// The state that a status word and the furthest stage seen make together: a finished stage is final whatever
/// the word; not_connected and error are Failed (contract §5).
[[nodiscard]] CallState stateOf(QStringView callStatus, Stage furthest);

[[nodiscard]] inline bool isFinished(CallState state)
{
    return state == CallState::Completed || state == CallState::Failed;
}

/// The stored words of contract §5: "ongoing", "completed"; "webhook", "poll"; "inbound".
[[nodiscard]] QString toWord(CallState state);
[[nodiscard]] QString toWord(Source source);
[[nodiscard]] CallState
callStateFromWord(QStringView word);                   ///< unknown: Ongoing (nothing is closed by accident)
[[nodiscard]] Source sourceFromWord(QStringView word); ///< unknown: Webhook
[[nodiscard]] Direction directionFromWord(QStringView word); ///< "inbound", "outbound"

} // namespace anrufwarte
