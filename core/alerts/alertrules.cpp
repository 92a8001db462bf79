// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertrules.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 HourMs = 60 * MinuteMs;
constexpr qint64 RejectionsForDanger = 3;
constexpr qint64 UnannouncedCalls = 2;
constexpr qint64 FewestSamples = 20;

bool storeHasProblem(const AlertFacts &facts)
{
    return facts.store && (!facts.store->writable || facts.store->problem);
}

bool storeIsUnwritable(const AlertFacts &facts)
{
    return facts.store && !facts.store->writable;
}

bool callsAreUnreadable(const AlertFacts &facts)
{
    return facts.reading.has_value();
}

bool listenerHasProblem(const AlertFacts &facts)
{
    return facts.listener && (!facts.listener->listening || facts.listener->problem);
}

/// Listening on one of several addresses is a warning, on none an outage.
bool listenerIsDown(const AlertFacts &facts)
{
    return facts.listener && !facts.listener->listening;
}

bool apiIs(const AlertFacts &facts, ApiState state)
{
    return facts.api && facts.api->state == state;
}

/// The former system's outage: calls come and go, and nobody at Retell's end says so.
bool webhooksStayAway(const AlertFacts &facts)
{
    return facts.listener && facts.listener->listening && facts.hasKey &&
           facts.newFromPoll >= UnannouncedCalls && facts.nowMs - facts.webhookAwaitedSinceMs >= 3 * MinuteMs;
}

bool answersAreSlow(const AlertFacts &facts)
{
    return facts.latencyP95Ms && facts.latencySamples >= FewestSamples &&
           *facts.latencyP95Ms > facts.latencyLimitMs;
}

using Condition = bool (*)(const AlertFacts &);

/// A state without hysteresis: it ends as soon as it is over.
template <Condition holds>
bool no(const AlertFacts &facts)
{
    return !holds(facts);
}

template <ApiState state>
bool isApi(const AlertFacts &facts)
{
    return apiIs(facts, state);
}

/// A red message of the API stays until another answer: "not asked yet" after a change of settings is none.
template <ApiState state>
bool apiAnswersElse(const AlertFacts &facts)
{
    return facts.api && facts.api->state != state && facts.api->state != ApiState::Waiting;
}

bool lacksKey(const AlertFacts &facts)
{
    return !facts.hasKey;
}

bool wereRejected(const AlertFacts &facts)
{
    return facts.rejected > 0;
}

bool manyWereRejected(const AlertFacts &facts)
{
    return facts.rejectedLately >= RejectionsForDanger;
}

bool webhooksCameBack(const AlertFacts &facts)
{
    return facts.newFromPoll == 0;
}

bool pollerIsStale(const AlertFacts &facts)
{
    return facts.isPollerStale && !apiIs(facts, ApiState::KeyRefused) && !apiIs(facts, ApiState::Payment);
}

bool fileWasReplaced(const AlertFacts &facts)
{
    return facts.store && facts.store->replacedBrokenFile;
}

bool wereHealed(const AlertFacts &facts)
{
    return facts.healed > 0;
}

bool costsDiffer(const AlertFacts &facts)
{
    return facts.costMismatches > 0;
}

bool costsAreImplausible(const AlertFacts &facts)
{
    return facts.implausibleCosts > 0;
}

// clang-format off
constexpr AlertSeverity Warn = AlertSeverity::Warn, Danger = AlertSeverity::Danger;
constexpr std::array<AlertRule, AlertKindCount> Rules{{
    // kind, severity, raises, clears, worsens, raise after, clear after, banner, notified, dismissible
    {AlertKind::StoreProblem, Warn, storeHasProblem, no<storeHasProblem>, storeIsUnwritable,
     0, 0, true, true, false},
    {AlertKind::CallsUnreadable, Danger, callsAreUnreadable, no<callsAreUnreadable>, nullptr,
     0, 0, true, false, false},
    {AlertKind::ListenerDown, Warn, listenerHasProblem, no<listenerHasProblem>, listenerIsDown,
     0, 0, true, true, false},
    {AlertKind::NoKey, Danger, lacksKey, no<lacksKey>, nullptr,
     0, 0, true, false, false},
    {AlertKind::KeyRefused, Danger, isApi<ApiState::KeyRefused>, apiAnswersElse<ApiState::KeyRefused>, nullptr,
     0, 0, true, true, false},
    {AlertKind::Payment, Danger, isApi<ApiState::Payment>, apiAnswersElse<ApiState::Payment>, nullptr,
     0, 0, true, true, false},
    {AlertKind::NoWebhooks, Danger, webhooksStayAway, webhooksCameBack, nullptr,
     0, 0, true, true, false},
    {AlertKind::Rejected, Warn, wereRejected, no<wereRejected>, manyWereRejected,
     0, 0, true, true, true},
    {AlertKind::PollerStale, Warn, pollerIsStale, no<pollerIsStale>, nullptr,
     2 * MinuteMs, 0, true, false, false},
    {AlertKind::FileReplaced, Warn, fileWasReplaced, no<fileWasReplaced>, nullptr,
     0, 0, true, false, true},
    {AlertKind::CallHealed, Warn, wereHealed, no<wereHealed>, nullptr,
     0, 0, true, false, true},
    {AlertKind::SlowAnswers, Warn, answersAreSlow, no<answersAreSlow>, nullptr,
     0, HourMs, false, false, true},
    {AlertKind::CostMismatch, Warn, costsDiffer, no<costsDiffer>, nullptr,
     0, 0, false, false, true},
    {AlertKind::CostImplausible, Warn, costsAreImplausible, no<costsAreImplausible>, nullptr,
     0, 0, false, false, true},
}};
// clang-format on

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < Rules.size(); ++i) {
        if (static_cast<std::size_t>(Rules[i].kind) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder(), "ruleOf() and RuleStates go by position");

RuleState next(const AlertRule &rule, const AlertFacts &facts, RuleState state)
{
    const bool turns = state.isRaised ? rule.clears(facts) : rule.raises(facts);
    if (!turns)
        return {state.isRaised, {}};
    // A clock that was set back must not make the wait longer.
    const qint64 since = std::min(state.turningSinceMs.value_or(facts.nowMs), facts.nowMs);
    const qint64 holdMs = state.isRaised ? rule.clearAfterMs : rule.raiseAfterMs;
    if (facts.nowMs - since < holdMs)
        return {state.isRaised, since};
    return {!state.isRaised, {}};
}

template <typename Health>
std::optional<Error> problemOf(const std::optional<Health> &health)
{
    return health ? health->problem : std::nullopt;
}

void describe(AlertFinding &finding, const AlertFacts &facts)
{
    AlertSubject &subject = finding.subject;
    switch (finding.kind) {
    case AlertKind::StoreProblem:
        subject.error = problemOf(facts.store);
        return;
    case AlertKind::CallsUnreadable:
        subject.error = facts.reading;
        return;
    case AlertKind::ListenerDown:
        subject.error = problemOf(facts.listener);
        return;
    case AlertKind::NoKey:
        return;
    case AlertKind::KeyRefused:
    case AlertKind::Payment:
        subject.error = problemOf(facts.api);
        return;
    case AlertKind::NoWebhooks:
        finding.count = facts.newFromPoll;
        subject.atMs = facts.webhookAwaitedSinceMs;
        return;
    case AlertKind::Rejected:
        finding.count = facts.rejected;
        finding.newestMs = facts.newestRejected.receivedMs;
        subject.delivery = facts.newestRejected;
        return;
    case AlertKind::PollerStale:
        subject.error = problemOf(facts.api);
        subject.atMs = facts.api ? facts.api->lastPollMs : std::nullopt;
        return;
    case AlertKind::FileReplaced:
        if (facts.store)
            subject.path = facts.store->replacedBrokenFile.value_or(QString());
        return;
    case AlertKind::CallHealed:
        finding.count = facts.healed;
        finding.newestMs = facts.newestHealed.atMs;
        subject.callId = facts.newestHealed.callId;
        subject.callNumber = facts.newestHealed.number;
        subject.isAfterRejection = facts.newestHealed.isAfterRejection;
        subject.isByResync = facts.newestHealed.isByResync;
        subject.atMs = facts.newestHealed.atMs;
        return;
    case AlertKind::SlowAnswers:
        subject.measured = facts.latencyP95Ms.value_or(0.0);
        subject.limit = facts.latencyLimitMs;
        return;
    case AlertKind::CostMismatch:
        finding.count = facts.costMismatches;
        return;
    case AlertKind::CostImplausible:
        finding.count = facts.implausibleCosts;
        return;
    }
}

} // namespace

const AlertRule &ruleOf(AlertKind kind)
{
    return Rules[static_cast<std::size_t>(kind)];
}

Evaluation evaluate(const AlertFacts &facts, RuleStates states)
{
    Evaluation result;
    for (const AlertRule &rule : Rules) {
        RuleState &state = states[static_cast<std::size_t>(rule.kind)];
        state = next(rule, facts, state);
        if (!state.isRaised)
            continue;
        AlertFinding finding;
        finding.kind = rule.kind;
        finding.isFading = !rule.raises(facts);
        if (!finding.isFading) {
            const bool isWorse = rule.worsens && rule.worsens(facts);
            finding.severity = isWorse ? Danger : rule.severity;
            describe(finding, facts);
        }
        result.findings.append(finding);
    }
    result.states = states;
    return result;
}

} // namespace anrufwarte
