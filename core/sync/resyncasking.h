// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/resyncrun.h"
#include "core/sync/apigate.h"

#include <QHash>
#include <QTimer>

namespace anrufwarte {

/// Asks Retell for one call after the other, a few at once, and asks again what failed for a reason that may
/// pass. Only what is about to start stands in the gate's queue: who has precedence does not wait behind
/// hundreds. Lives in the sync thread.
class ResyncAsking : public QObject
{
    Q_OBJECT
public:
    /// `gate` and `clock` must outlive it.
    ResyncAsking(ApiGate &gate, const Clock &clock, int maxInFlight, QObject *parent);

    void begin(const QList<ResyncResult> &targets);
    /// Held, it asks nothing new; what is on its way still comes.
    void setHeld(bool isHeld);
    /// Forgets what has not been asked yet.
    void drop();
    /// And the answers that are on their way.
    void forget();

    /// Something is still to be asked, perhaps again.
    [[nodiscard]] bool hasMore() const { return !m_waiting.isEmpty() || !m_later.isEmpty(); }
    [[nodiscard]] bool isDone() const { return !hasMore() && m_asked.isEmpty(); }
    [[nodiscard]] const std::optional<ResyncResult> &current() const { return m_current; }

Q_SIGNALS:
    /// `face`: what names the call.
    void answered(const anrufwarte::ResyncResult &face, const anrufwarte::CallChange &change);
    /// No answer, and none to come.
    void failed(const anrufwarte::ResyncResult &face, const anrufwarte::ApiFailure &failure);
    /// KeyRefused, Payment: no question will be answered.
    void refused(const anrufwarte::ApiFailure &failure);

private:
    struct Question
    {
        ResyncResult face;
        int failures = 0;
        qint64 dueMs = 0; ///< steady, when asked again
    };

    void pump();
    void takeDue();
    void ask(const Question &question);
    void take(Question question, const ApiAnswer<CallChange> &answer);
    void takeFailure(Question question, const ApiFailure &failure);
    void askAnew();
    void wakeIn(qint64 ms);

    ApiGate &m_gate;
    const Clock &m_clock;
    const int m_maxInFlight;
    QList<Question> m_waiting;
    QList<Question> m_later; ///< failed, to be asked again when they are due
    QHash<CallId, Question> m_asked;
    std::optional<ResyncResult> m_current;
    QTimer m_wake;
    int m_turn = 0; ///< answers to questions of an earlier one are not ours
    bool m_isHeld = false;
};

} // namespace anrufwarte
