// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callid.h"

#include <QMetaType>

namespace anrufwarte {

/// Why a call is asked for again without anybody's wish.
enum class RetryCause : quint8
{
    Incomplete, ///< over, and data is missing
    Rejected,   ///< a webhook about it was rejected
    NotWritten  ///< a webhook about it could not be written
};

/// Why a call is not asked for any more; may always be asked again by hand.
enum class SetAside : quint8
{
    No,
    NotStored,      ///< Retell's data storage setting
    NeverConnected, ///< there is nothing to come
    NotFound,       ///< Retell does not know it (404, 422)
    NothingNew      ///< sync/maxAttempts readable answers brought nothing new
};

/// A call that waits for its automatic resync. Kept in the store across restarts.
struct RetryEntry
{
    CallId callId;
    RetryCause cause = RetryCause::Incomplete;
    int attempts = 0;   ///< readable answers in a row that brought nothing new
    qint64 dueMs = 0;   ///< UTC ms
    qint64 askedMs = 0; ///< UTC ms, last try; 0 = never
    SetAside setAside = SetAside::No;

    bool operator==(const RetryEntry &) const = default;
};

/// The stored words: "incomplete", "rejected"; "" , "not_stored", "nothing_new".
[[nodiscard]] QString toWord(RetryCause cause);
[[nodiscard]] QString toWord(SetAside reason);
[[nodiscard]] RetryCause retryCauseFromWord(QStringView word); ///< unknown: Incomplete
[[nodiscard]] SetAside setAsideFromWord(QStringView word);     ///< unknown: No

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::RetryEntry)
