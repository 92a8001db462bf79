// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "core/sync/poller.h"

#include <memory>

namespace anrufwarte {

[[nodiscard]] PollConfig pollConfig(const Settings &settings, const Secrets &secrets);

/// The poller and its network in their thread. Made anywhere, then moved; all functions are called in its
/// thread.
class Synchronization : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it.
    Synchronization(ChangeSink &sink, CallSource &source, const Clock &clock);
    ~Synchronization() override;

    /// Begins, or goes on with other settings or another key.
    void configure(const PollConfig &config);

Q_SIGNALS:
    void healthChanged(const anrufwarte::ApiHealth &health);

private:
    ChangeSink &m_sink;
    CallSource &m_source;
    const Clock &m_clock;
    std::unique_ptr<QNetworkAccessManager> m_network; ///< made in the thread that uses it
    std::unique_ptr<Poller> m_poller;
};

} // namespace anrufwarte
