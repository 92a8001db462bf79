// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertlist.h"
#include "core/alerts/rejectiontally.h"

#include <QObject>

namespace anrufwarte {

class Clock;
class UiState;

/// What the store says about how calls come in and how good they are; see AlertFacts.
struct AlertFigures
{
    qint64 webhookAwaitedSinceMs = 0; ///< newFromPoll counts since then
    qint64 newFromPoll = 0;
    std::optional<double> latencyP95Ms;
    qint64 latencySamples = 0;
    std::optional<qint64> costMismatches; ///< empty: not counted this time
    std::optional<qint64> implausibleCosts;

    bool operator==(const AlertFigures &) const = default;
};

/// Gathers the facts, lets the rules judge them, and keeps the list of alerts with what people decided.
class AlertBoard : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    AlertBoard(const Clock &clock, UiState &state, QObject *parent = nullptr);

    void setListenerHealth(const ListenerHealth &health);
    void setStoreHealth(const StoreHealth &health);
    /// Why the ongoing calls could not be read; empty: they were.
    void setReadingProblem(const std::optional<Error> &problem);
    void setApiHealth(const ApiHealth &health);
    void setKeyPresent(bool present);
    void setPollerStale(bool stale);
    void setLatencyLimit(double ms);
    void setFigures(const AlertFigures &figures);
    void noteRejected(const DeliveryRecord &record);
    void noteFetched(const QList<CallRow> &rows); ///< rows that were just written
    void noteHealed(const HealedCall &call);
    void passTime(); ///< about once a second: holds, spans and mutes run out

    void acknowledge(AlertKind kind);
    void mute(AlertKind kind, qint64 spanMs); ///< 0: not any more
    void dismiss(AlertKind kind);

    [[nodiscard]] const QList<Alert> &standing() const { return m_list.standing(); }
    [[nodiscard]] const QList<Alert> &ended() const { return m_list.ended(); }
    [[nodiscard]] bool stands(AlertKind kind) const { return m_list.find(kind) != nullptr; }
    [[nodiscard]] std::optional<Alert> banner() const;
    [[nodiscard]] int unseenCount() const;
    /// Empty when it is not muted.
    [[nodiscard]] std::optional<qint64> mutedUntilMs(AlertKind kind) const;
    /// Since when a webhook could have come: the last accepted one, or when listening began.
    [[nodiscard]] qint64 webhookAwaitedSinceMs() const { return m_facts.webhookAwaitedSinceMs; }

Q_SIGNALS:
    void changed();

private:
    void judge();
    void remember();
    void tell();

    const Clock &m_clock;
    UiState &m_state;
    AlertFacts m_facts;
    RuleStates m_states;
    RejectionTally m_rejections;
    QList<HealedCall> m_healed; ///< of the last ten minutes, in the order of arrival
    std::optional<qint64> m_listeningSinceMs;
    AlertList m_list;
    AlertMemory m_remembered;
    int m_toldUnseen = 0;
};

} // namespace anrufwarte
