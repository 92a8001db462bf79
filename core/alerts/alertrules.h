// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertfacts.h"

#include <QList>
#include <array>

namespace anrufwarte {

/// One line of the table of rules.
struct AlertRule
{
    AlertKind kind;
    AlertSeverity severity;
    bool (*raises)(const AlertFacts &facts);
    bool (*clears)(const AlertFacts &facts);  ///< may ask for more than the opposite of raises: hysteresis
    bool (*worsens)(const AlertFacts &facts); ///< null: never; else this makes a warning a danger
    qint64 raiseAfterMs;                      ///< the condition must have held for so long
    qint64 clearAfterMs;
    bool isBanner;      ///< else it is an entry under the bell only (ui.md §7)
    bool isNotified;    ///< by the desktop, too
    bool isDismissible; ///< a person can declare it done; the others end when their cause does
};

[[nodiscard]] const AlertRule &ruleOf(AlertKind kind);

/// What stands, as evaluate() found it.
struct AlertFinding
{
    AlertKind kind = AlertKind::ListenerDown;
    bool isFading = false; ///< its cause is gone but not for long enough: the rest says nothing
    AlertSeverity severity = AlertSeverity::Warn;
    qint64 count = 1;
    qint64 newestMs = 0; ///< UTC; 0: a state, which has no newest moment
    AlertSubject subject;

    bool operator==(const AlertFinding &) const = default;
};

/// What a rule remembers from one evaluation to the next.
struct RuleState
{
    bool isRaised = false;
    std::optional<qint64> turningSinceMs; ///< UTC: since then the condition to change this holds

    bool operator==(const RuleState &) const = default;
};
using RuleStates = std::array<RuleState, AlertKindCount>; ///< by AlertKind

struct Evaluation
{
    RuleStates states;
    QList<AlertFinding> findings;
};

/// All rules against the facts. Pure: the same facts and states give the same answer.
[[nodiscard]] Evaluation evaluate(const AlertFacts &facts, RuleStates states);

} // namespace anrufwarte
