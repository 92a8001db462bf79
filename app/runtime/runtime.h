// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runtime/hintfinder.h"
#include "app/runtime/profilelock.h"
#include "app/runtime/reception.h"
#include "app/runtime/rejectionlog.h"
#include "app/runtime/synchronization.h"
#include "core/settings/profile.h"

#include <QThread>
#include <functional>

namespace anrufwarte {

/// The composition root: puts core together for one profile and takes it apart in reverse (store, listener,
/// sync; the sync thread stops first). Lives in the main thread. Knows no window and no command line.
class Runtime : public QObject
{
    Q_OBJECT
public:
    enum class WhenBusy : quint8
    {
        Fail, ///< an address that cannot be used ends the start: a service should say so at once
        Retry ///< the rest runs, the health says why, and it is tried again: a window stays useful
    };

    explicit Runtime(Profile profile, QObject *parent = nullptr);
    ~Runtime() override;

    /// Takes the profile, opens the store, starts to listen, then to poll. `done` comes later, in this
    /// thread. Errors: Profile…, Store…, Listen…, Tls…; after one of them the Runtime is of no more use.
    void start(const Settings &settings, const Secrets &secrets, WhenBusy whenBusy,
               std::function<void(Result<void>)> done);
    /// Changes a running one. What needsRestart() names waits for the next start.
    [[nodiscard]] Result<void> apply(const Settings &settings, const Secrets &secrets);
    [[nodiscard]] static bool needsRestart(const Settings &before, const Settings &after);
    /// Asks and accepts nothing more; `done` when everything that was on its way is answered (a few seconds
    /// at most).
    void stop(std::function<void()> done);

    /// As soon as may be, beside the interval.
    void pollNow();
    /// A person's wish; ignored while one runs.
    void startResync(const ResyncRequest &request);
    void resumeResync(const ResyncRun &interrupted);
    void pauseResync();
    void continueResync();
    void cancelResync();

    /// Only after a successful start.
    [[nodiscard]] CallStore &store() { return *m_store; }
    [[nodiscard]] AsyncReader &reader() { return *m_reader; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] const ListenerHealth &listenerHealth() const { return m_listenerHealth; }
    [[nodiscard]] const ApiHealth &apiHealth() const { return m_apiHealth; }

Q_SIGNALS:
    void listenerHealthChanged(const anrufwarte::ListenerHealth &health);
    void storeHealthChanged(const anrufwarte::StoreHealth &health);
    void apiHealthChanged(const anrufwarte::ApiHealth &health);
    /// See Resync.
    void resyncProgressed(const anrufwarte::ResyncProgress &progress);
    void resyncResulted(const QList<anrufwarte::ResyncResult> &results);
    void resyncFinished(const anrufwarte::ResyncRun &run);

private:
    [[nodiscard]] Result<void> openStore();
    void startReception(const ReceiverConfig &config, WhenBusy whenBusy,
                        std::function<void(Result<void>)> done);
    void inReception(std::function<void(Reception &)> work);
    void startSync(const SyncConfig &config);
    void feedSync();
    void inSync(std::function<void(Synchronization &)> work);
    void stopSync();
    void takeApiHealth(const ApiHealth &health);

    const Profile m_profile;
    const SystemClock m_clock;
    ProfileLock m_lock;
    RejectionLog m_rejectionLog{m_clock};
    Settings m_settings;
    CostUnitChoice m_costUnit = CostUnitChoice::Auto; ///< by which the store reads amounts until it is closed
    std::unique_ptr<CallStore> m_store;
    std::unique_ptr<AsyncReader> m_reader;
    std::unique_ptr<HintFinder> m_hints;
    QThread m_thread;                 ///< "listener"
    Reception *m_reception = nullptr; ///< lives in m_thread, deleted when that ends
    ListenerHealth m_listenerHealth;
    std::unique_ptr<AsyncReader>
        m_syncReader;                  ///< of its own: searches of the window do not hold up the poller
    QThread m_syncThread;              ///< "sync"
    Synchronization *m_sync = nullptr; ///< lives in m_syncThread, deleted when that ends
    ApiHealth m_apiHealth;
};

} // namespace anrufwarte
