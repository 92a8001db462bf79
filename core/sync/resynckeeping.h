// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/calls/callsource.h"
#include "core/calls/changesink.h"
#include "core/retell/apifailure.h"

#include <QObject>
#include <functional>

namespace anrufwarte {

/// Turns answers into results and hands both to the store together: a result is one only when its change is
/// durable. A dry run gets as far as the result. Lives in the sync thread.
class ResyncKeeping : public QObject
{
    Q_OBJECT
public:
    struct Means ///< all must outlive it
    {
        ChangeSink *sink = nullptr; ///< null: a dry run, nothing is written
        CallSource &source;
        const Clock &clock;
    };

    ResyncKeeping(Means means, CostUnitChoice unit, QObject *parent);

    /// What is noted with the next results; they count themselves in.
    void setRun(const ResyncRun &run) { m_noted = run; }
    /// Notes the run as it stands; `done` when it is written, at once in a dry run.
    void writeRun(const ResyncRun &run, std::function<void()> done);

    void take(const ResyncResult &face, const CallChange &change);
    void takeFailure(const ResyncResult &face, const ApiFailure &failure);

    /// Answers that are not results yet.
    [[nodiscard]] qsizetype underWay() const { return m_underWay; }

Q_SIGNALS:
    void kept(const anrufwarte::ResyncResult &result);
    /// The store does not take it, and will not.
    void failed(const anrufwarte::Error &error);

private:
    using Known = Result<std::optional<Call>>;

    void judge(const ResyncResult &face, CallChange change, const Known &answer);
    void keep(const ResyncResult &result, const std::optional<CallChange> &change);
    void handIn(const ResyncResult &result, const std::optional<CallChange> &change, int failures);
    void submit(const ChangeBatch &batch, const BatchDone &done);
    [[nodiscard]] std::shared_ptr<const SyncNotes> notesOf(const ResyncResult &result) const;
    void giveUp(const Error &error);

    Means m_means;
    const CostUnitChoice m_unit;
    ResyncRun m_noted;
    qsizetype m_underWay = 0;
};

} // namespace anrufwarte
