// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callsource.h"
#include "core/calls/changesink.h"
#include "core/sync/accountfacts.h"
#include "core/sync/apigate.h"

#include <QQueue>
#include <QSet>
#include <QTimer>

namespace anrufwarte {

/// A person's wish: asks Retell again about many calls, hands over what is new, and says per call and field
/// what was before and what is now. One run at a time. What it wrote stays, whatever becomes of it: every
/// result is in the store with the change it belongs to, and an interrupted run goes on where it stopped.
/// Lives in the sync thread, or in the only thread of a command.
class Resync : public QObject
{
    Q_OBJECT
public:
    struct Means ///< all must outlive the Resync
    {
        ApiGate &gate;
        AccountFacts &account;
        ChangeSink *sink = nullptr; ///< null: only dry runs
        CallSource &source;
        const Clock &clock;
    };
    struct Rules
    {
        int maxInFlight = 8;
        CostUnitChoice costUnit = CostUnitChoice::Auto;
    };

    explicit Resync(Means means, QObject *parent = nullptr);

    void setRules(const Rules &rules) { m_rules = rules; }

    /// Ignored while one runs.
    void start(const ResyncRequest &request, ResyncTrigger trigger);
    /// Goes on with an interrupted run of the store: calls that have a result in it are left out.
    void resume(const ResyncRun &interrupted);
    void pause();
    void goOn();
    /// What is on its way still comes and is kept; then finished() with ResyncEnd::Cancelled.
    void cancel();

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const ResyncProgress &progress() const { return m_progress; }

Q_SIGNALS:
    /// At most ten times a second, and at every change of phase.
    void progressed(const anrufwarte::ResyncProgress &progress);
    /// In the order in which the answers came; together with progressed().
    void resulted(const QList<anrufwarte::ResyncResult> &results);
    void finished(const anrufwarte::ResyncRun &run);

private:
    Means m_means;
    Rules m_rules;
    ResyncProgress m_progress;
};

/// What one answer changes of a call, as people compare it. Pure. `before` empty: never heard of it. Values
/// that are unknown before and after have no line.
[[nodiscard]] QList<FieldDelta> compareCalls(const std::optional<Call> &before, const Call &after);

} // namespace anrufwarte
