// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "core/sync/poller.h"
#include "core/sync/sleepwatch.h"

#include <memory>

namespace anrufwarte {

/// What settings and key mean for the sync thread. A value: it crosses the thread border as a whole.
struct SyncConfig
{
    GateConfig gate;
    PollConfig poll;
};
[[nodiscard]] SyncConfig syncConfig(const Settings &settings, const Secrets &secrets);

/// All that asks Retell, in its thread, through one gate. Made anywhere, then moved; all functions are called
/// in its thread.
class Synchronization : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    Synchronization(ChangeSink &sink, CallSource &source, const Clock &clock);
    ~Synchronization() override;

    /// Begins, or goes on with other settings or another key.
    void configure(const SyncConfig &config);
    void pollNow();

Q_SIGNALS:
    void healthChanged(const anrufwarte::ApiHealth &health);

private:
    struct Parts;
    void announce();

    ChangeSink &m_sink;
    CallSource &m_source;
    const Clock &m_clock;
    std::unique_ptr<Parts> m_parts; ///< made in the thread that uses them
};

} // namespace anrufwarte
