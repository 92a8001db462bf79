// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace anrufwarte {

/// What a list of calls is asked for. Empty members do not restrict. Newest first.
struct CallFilter
{
    bool ongoingOnly = false;      ///< state ongoing; registered is counted apart
    bool incompleteOnly = false;   ///< finished, and something of the six neither there nor impossible
    QString search;                ///< part of a number, agent, transcript, summary or call id
    QString agent;                 ///< agent name or id, exact but for case
    std::optional<qint64> sinceMs; ///< start (else first seen) at or after
    std::optional<qint64> untilMs; ///< before
    qsizetype limit = 100;         ///< 0 = all

    bool operator==(const CallFilter &) const = default;
};

} // namespace anrufwarte
