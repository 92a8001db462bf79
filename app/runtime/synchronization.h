// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "core/sync/autoresync.h"
#include "core/sync/poller.h"
#include "core/sync/resync.h"

#include <memory>

namespace anrufwarte {

/// What settings and key mean for the sync thread. A value: it crosses the thread border as a whole.
struct SyncConfig
{
    GateConfig gate;
    PollConfig poll;
    qint64 tellGapAfterMs = 60'000;
    AutoResync::Rules retry;
    Resync::Rules resync;
};
[[nodiscard]] SyncConfig syncConfig(const Settings &settings, const Secrets &secrets);

/// All that asks Retell, in its thread, through one gate: the poller, the walk over the past, retries, and
/// the runs that a person wishes. Made anywhere, then moved; all functions are called in its thread,
/// configure() before the others.
class Synchronization : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    Synchronization(ChangeSink &sink, CallSource &source, const Clock &clock);
    ~Synchronization() override;

    /// Begins, or goes on with other settings or another key.
    void configure(const SyncConfig &config);

    void noteCommitted(const CallUpdates &updates);
    void noteRejected(const CallId &unverifiedId, bool senderIsAllowed);
    void noteNotWritten(const CallId &callId);

    [[nodiscard]] Poller &poller();
    [[nodiscard]] Resync &resync();

Q_SIGNALS:
    void healthChanged(const anrufwarte::ApiHealth &health);
    void resyncProgressed(const anrufwarte::ResyncProgress &progress);
    void resyncResulted(const QList<anrufwarte::ResyncResult> &results);
    void resyncFinished(const anrufwarte::ResyncRun &run);

private:
    struct Parts;
    void make();
    void begin();
    void announce();

    ChangeSink &m_sink;
    CallSource &m_source;
    const Clock &m_clock;
    std::unique_ptr<Parts> m_parts; ///< made in the thread that uses them
    std::optional<ApiHealth> m_told;
    QTimer m_pause; ///< runs after an announcement
    bool m_isPollingOn = false;
};

} // namespace anrufwarte
