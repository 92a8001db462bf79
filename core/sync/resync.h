// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callsource.h"
#include "core/calls/changesink.h"
#include "core/sync/accountfacts.h"
#include "core/sync/apigate.h"
#include "core/sync/resyncpace.h"

#include <QTimer>
#include <memory>

namespace anrufwarte {

class ResyncListing;
class ResyncAsking;
class ResyncKeeping;

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
    ~Resync() override;

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
    using Targets = QList<ResyncResult>;

    void begin();
    void countIncomplete(std::function<void(Result<qint64>)> take);
    void list();
    void takeTargets(const Targets &targets);
    void ask(const Targets &targets);
    void take(const ResyncResult &result);
    void refuse(const Error &problem);
    void takeStoreFailure(const Error &problem);
    void finishIfDone();
    void finish();
    void conclude();
    void holdBack();
    void update();
    void publish();
    [[nodiscard]] ResyncPhase phase() const;

    Means m_means;
    Rules m_rules;
    ResyncProgress m_progress;
    ResyncProgress m_published;
    ResyncPace m_pace;
    QTimer m_beat;
    QTimer m_patience; ///< with answers that were on their way when it was cancelled
    Targets m_results; ///< to be published
    /// Those of one run; gone with it, and with them every answer to it.
    std::unique_ptr<ResyncListing> m_listing;
    std::unique_ptr<ResyncAsking> m_asking;
    std::unique_ptr<ResyncKeeping> m_keeping;
    ResyncEnd m_end = ResyncEnd::Running; ///< how it will end, once that is certain
    bool m_isResumed = false;
    bool m_isPaused = false;
    bool m_isFinishing = false;
};

/// What one answer changes of a call, as people compare it. Pure. `before` empty: never heard of it. Values
/// that are unknown before and after have no line.
[[nodiscard]] QList<FieldDelta> compareCalls(const std::optional<Call> &before, const Call &after);

} // namespace anrufwarte
