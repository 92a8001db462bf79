// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/callstore.h"

#include "core/store/handover.h"
#include "core/store/writer.h"
#include "core/store/zstdcodec.h"

#include <QThread>
#include <mutex>

namespace anrufwarte {

namespace {

constexpr qsizetype IsBehind = 8;                           ///< batches waiting
constexpr qsizetype MostPackedHere = qsizetype(256) * 1024; ///< a millisecond of the sender's thread

} // namespace

struct CallStore::Private
{
    Private(StoreOptions storeOptions, const Clock &storeClock)
        : options(std::move(storeOptions)),
          clock(storeClock),
          queue({options.maxQueuedBatches, options.maxQueuedBytes})
    {
    }

    [[nodiscard]] SessionRules rules() const
    {
        SessionRules rules;
        rules.file = options.file;
        rules.busyTimeoutMs = options.busyTimeoutMs;
        rules.costUnit = options.costUnit;
        rules.retention = {options.rawDays, options.retentionDays};
        rules.keepsHouse = options.keepsHouse;
        return rules;
    }

    const StoreOptions options;
    const Clock &clock;
    WriteQueue queue;
    Mailboxes mailboxes;
    mutable std::mutex healthMutex;
    StoreHealth health;
    std::unique_ptr<QThread> thread;
};

Result<std::unique_ptr<CallStore>> CallStore::open(StoreOptions options, const Clock &clock)
{
    const Result<StartReport> report =
        prepareStoreFile({options.file, options.busyTimeoutMs, options.keepsHouse, true}, clock);
    if (!report)
        return report.error();
    auto d = std::make_unique<Private>(std::move(options), clock);
    d->health.writable = true;
    d->health.problem = report->damage;
    d->health.replacedBrokenFile = report->replacedBrokenFile;
    return std::unique_ptr<CallStore>(new CallStore(std::move(d)));
}

CallStore::CallStore(std::unique_ptr<Private> privateData) : d(std::move(privateData))
{
    // The face outlives the thread (joined in the destructor), so `this` is safe to post to.
    WriterVoice voice;
    voice.committed = [this](CallUpdates updates) {
        handover::queue(this, [this, updates = std::move(updates)] { Q_EMIT committed(updates); });
    };
    voice.rejected = [this](DeliveryRecord record) {
        handover::queue(this, [this, record = std::move(record)] { Q_EMIT deliveryRejected(record); });
    };
    voice.health = [this](StoreHealth health, bool toBeTold) {
        {
            const std::lock_guard locker(d->healthMutex);
            d->health = health;
        }
        if (toBeTold)
            handover::queue(this, [this, health = std::move(health)] { Q_EMIT healthChanged(health); });
    };
    d->thread.reset(QThread::create([this, voice = std::move(voice), health = d->health] {
        Writer(d->rules(), d->queue, d->clock, health, voice).run();
        handover::give(this);
    }));
    d->thread->setObjectName(QStringLiteral("store-writer"));
    d->thread->start();
}

CallStore::~CallStore()
{
    d->queue.close();
    d->thread->wait();
    handover::take(this);
}

Result<void> CallStore::submit(ChangeBatch batch, QObject *context, BatchDone done)
{
    QueuedBatch queued;
    queued.bytes = roughBytes(batch);
    queued.batch = std::move(batch);
    queued.receiver = {d->mailboxes.of(context), std::move(done)};
    queued.submittedMs = d->clock.nowMs();
    // While the writer is behind, whoever brings more takes this off it; when it is not, it is done sooner
    // there.
    const std::optional<DeliveryRecord> &delivery = queued.batch.delivery;
    if (delivery && delivery->body.size() <= MostPackedHere && d->queue.size() >= IsBehind)
        queued.frame = compressed(delivery->body);
    if (d->queue.put(std::move(queued)))
        return {};
    return Error{ErrorCode::QueueFull, {}, {d->options.file}};
}

bool CallStore::noteRejected(DeliveryRecord delivery)
{
    return d->queue.putRejected(std::move(delivery));
}

void CallStore::noteHints(DeliveryId delivery, QString event, CallId callId, QList<HintFound> hints)
{
    d->queue.putHints({delivery, std::move(event), std::move(callId), std::move(hints)});
}

StoreHealth CallStore::health() const
{
    const std::lock_guard locker(d->healthMutex);
    StoreHealth health = d->health;
    health.queued = d->queue.size();
    return health;
}

const QString &CallStore::file() const
{
    return d->options.file;
}

} // namespace anrufwarte
