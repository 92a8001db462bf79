// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/health.h"
#include "core/calls/callupdates.h"
#include "core/calls/changesink.h"

#include <QObject>
#include <memory>

namespace anrufwarte {

struct StoreOptions
{
    QString file; ///< absolute path of the SQLite file
    CostUnitChoice costUnit = CostUnitChoice::Auto;
    int rawDays = 30;
    int retentionDays = 0;
    qsizetype maxQueuedBatches = 4096; ///< over it submit() says QueueFull
    qint64 maxQueuedBytes = 256LL * 1024 * 1024;
    int busyTimeoutMs =
        2000; ///< how long a write waits for another process before it is answered StoreLocked
    /// True for the one process that listens and polls: it replaces a damaged file, deletes what is too old
    /// and checks the file after an unclean stop. Commands beside it set this to false.
    bool keepsHouse = true;
};

/// The store's face: lives in the thread that made it (main), owns the writer thread and is the ChangeSink.
/// Everything that is written goes through its one bounded queue and comes back, after the durable commit, as
/// committed().
class CallStore : public QObject, public ChangeSink
{
    Q_OBJECT
public:
    /// Opens, checks (faults.md 2.4) and migrates the file; starts the writer. A damaged file is renamed and
    /// a new one begun (StoreHealth::replacedBrokenFile). Errors: StoreNewer, StoreDirectoryMissing,
    /// StoreReadOnly, StoreLocked …
    [[nodiscard]] static Result<std::unique_ptr<CallStore>> open(StoreOptions options, const Clock &clock);

    /// Stops taking batches, writes what is queued, joins the writer.
    ~CallStore() override;

    [[nodiscard]] Result<void> submit(ChangeBatch batch, QObject *context, BatchDone done) override;
    bool noteRejected(DeliveryRecord delivery) override;

    /// Works out the hints of a stored rejection later; written like everything else.
    void noteHints(DeliveryId delivery, QString event, CallId callId, QList<HintFound> hints);

    [[nodiscard]] StoreHealth health() const;
    [[nodiscard]] const QString &file() const;

Q_SIGNALS:
    /// After a commit of this process, or (within a second) of another one beside it.
    void committed(const anrufwarte::CallUpdates &updates);
    /// A rejection was written down (with its id, without its body).
    void deliveryRejected(const anrufwarte::DeliveryRecord &record);
    void healthChanged(const anrufwarte::StoreHealth &health);

private:
    struct Private;
    explicit CallStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace anrufwarte
