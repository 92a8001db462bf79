// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/runtime.h"

#include "app/runtime/log.h"
#include "app/runtime/storeplace.h"

#include <QDateTime>

namespace anrufwarte {

namespace {

QString utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

/// For the log: what follows from it, where that is more than trying again.
const char *consequenceOf(ApiState state)
{
    if (state == ApiState::KeyRefused)
        return "refuses the key and is asked nothing until there is another:";
    return state == ApiState::Payment ? "wants payment and is asked rarely:" : "fails:";
}

} // namespace

Runtime::Runtime(Profile profile, QObject *parent) : QObject(parent), m_profile(std::move(profile))
{
    m_thread.setObjectName(QStringLiteral("listener"));
    m_syncThread.setObjectName(QStringLiteral("sync"));
}

Runtime::~Runtime()
{
    stopSync();
    m_thread.quit();
    m_thread.wait();
    m_hints.reset();
    m_syncReader.reset();
    m_reader.reset();
    m_store.reset();
}

void Runtime::start(const Settings &settings, const Secrets &secrets, WhenBusy whenBusy,
                    std::function<void(Result<void>)> done)
{
    m_settings = settings;
    const auto fail = [this, &done](const Error &error) {
        QMetaObject::invokeMethod(
            this, [done, error] { done(error); }, Qt::QueuedConnection);
    };
    const auto config = receiverConfig(m_profile, settings, secrets);
    if (!config)
        return fail(config.error());
    if (const auto created = m_profile.create(); !created)
        return fail(created.error());
    if (const auto locked = m_lock.take(m_profile); !locked)
        return fail(locked.error());
    if (const auto opened = openStore(); !opened)
        return fail(opened.error());
    m_hints->setKeys(secrets.webhookKeys);
    startReception(
        *config, whenBusy,
        [this, config = syncConfig(settings, secrets), done = std::move(done)](Result<void> started) {
            if (started)
                startSync(config);
            done(std::move(started));
        });
}

Result<void> Runtime::apply(const Settings &settings, const Secrets &secrets)
{
    const auto config = receiverConfig(m_profile, settings, secrets);
    if (!config)
        return config.error();
    m_hints->setKeys(secrets.webhookKeys);
    if (needsNewSockets(m_settings, settings) || !m_listenerHealth.listening)
        inReception([config = *config](Reception &reception) { reception.startOrRetry(config); });
    else
        inReception(
            [config = config->endpoint](Reception &reception) { reception.setEndpointConfig(config); });
    SyncConfig sync = syncConfig(settings, secrets);
    sync.resync.costUnit = m_costUnit;
    inSync([sync](Synchronization &synchronization) { synchronization.configure(sync); });
    m_settings = settings;
    return {};
}

bool Runtime::needsRestart(const Settings &before, const Settings &after)
{
    return before.storeUrl != after.storeUrl || before.storeRawDays != after.storeRawDays ||
           before.retentionDays != after.retentionDays || before.costUnit != after.costUnit;
}

void Runtime::stop(std::function<void()> done)
{
    stopSync();
    if (!m_reception) {
        QMetaObject::invokeMethod(this, std::move(done), Qt::QueuedConnection);
        return;
    }
    connect(m_reception, &Reception::stopped, this, std::move(done), Qt::SingleShotConnection);
    inReception([](Reception &reception) { reception.stop(); });
}

Result<void> Runtime::openStore()
{
    const auto options = storeOptions(m_profile, m_settings);
    if (!options)
        return options.error();
    auto opened = CallStore::open(*options, m_clock);
    if (!opened)
        return opened.error();
    m_store = std::move(opened).value();
    m_costUnit = options->costUnit;
    m_reader = std::make_unique<AsyncReader>(ReaderOptions{options->file, options->costUnit});
    m_syncReader = std::make_unique<AsyncReader>(ReaderOptions{options->file, options->costUnit});
    m_hints = std::make_unique<HintFinder>(*m_store, *m_reader);
    connect(m_store.get(), &CallStore::healthChanged, this, [this](const StoreHealth &health) {
        inReception([health](Reception &reception) { reception.setStoreHealth(health); });
        if (health.problem)
            qCCritical(logStore).noquote() << "store:" << health.problem->detail;
        Q_EMIT
        storeHealthChanged(health);
    });
    connect(m_store.get(), &CallStore::deliveryRejected, this,
            [this](const DeliveryRecord &record) { m_rejectionLog.note(record); });
    if (const auto replaced = m_store->health().replacedBrokenFile)
        qCCritical(logStore).noquote() << "the store was damaged and set aside as" << *replaced;
    return {};
}

void Runtime::startReception(const ReceiverConfig &config, WhenBusy whenBusy,
                             std::function<void(Result<void>)> done)
{
    m_reception = new Reception(*m_store, m_clock);
    m_reception->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_reception, &QObject::deleteLater);
    connect(m_reception, &Reception::healthChanged, this, [this](const ListenerHealth &health) {
        m_listenerHealth = health;
        Q_EMIT
        listenerHealthChanged(health);
    });
    m_thread.start();
    inReception([this, config, whenBusy, done = std::move(done)](Reception &reception) {
        Result<void> started;
        if (whenBusy == WhenBusy::Fail)
            started = reception.start(config);
        else
            reception.startOrRetry(config);
        reception.setStoreHealth(m_store->health());
        QMetaObject::invokeMethod(
            this, [done, started] { done(started); }, Qt::QueuedConnection);
    });
}

void Runtime::inReception(std::function<void(Reception &)> work)
{
    if (!m_reception)
        return;
    QMetaObject::invokeMethod(
        m_reception, [reception = m_reception, work = std::move(work)] { work(*reception); },
        Qt::QueuedConnection);
}

void Runtime::startSync(const SyncConfig &config)
{
    m_sync = new Synchronization(*m_store, *m_syncReader, m_clock);
    m_sync->moveToThread(&m_syncThread);
    connect(&m_syncThread, &QThread::finished, m_sync, &QObject::deleteLater);
    connect(m_sync, &Synchronization::healthChanged, this, &Runtime::takeApiHealth);
    connect(m_sync, &Synchronization::resyncProgressed, this, &Runtime::resyncProgressed);
    connect(m_sync, &Synchronization::resyncResulted, this, &Runtime::resyncResulted);
    connect(m_sync, &Synchronization::resyncFinished, this, &Runtime::resyncFinished);
    m_syncThread.start();
    inSync([config](Synchronization &sync) { sync.configure(config); });
    feedSync();
}

/// What was written, and what was not, gives occasion to ask Retell.
void Runtime::feedSync()
{
    connect(m_store.get(), &CallStore::committed, m_sync, &Synchronization::noteCommitted);
    connect(m_hints.get(), &HintFinder::callNamed, m_sync, &Synchronization::noteRejected);
    connect(m_reception, &Reception::notWritten, m_sync, &Synchronization::noteNotWritten);
}

void Runtime::inSync(std::function<void(Synchronization &)> work)
{
    if (!m_sync)
        return;
    QMetaObject::invokeMethod(
        m_sync, [sync = m_sync, work = std::move(work)] { work(*sync); }, Qt::QueuedConnection);
}

void Runtime::pollNow()
{
    inSync([](Synchronization &sync) { sync.poller().pollNow(); });
}

void Runtime::startResync(const ResyncRequest &request)
{
    inSync([request](Synchronization &sync) { sync.resync().start(request, ResyncTrigger::Person); });
}

void Runtime::resumeResync(const ResyncRun &interrupted)
{
    inSync([interrupted](Synchronization &sync) { sync.resync().resume(interrupted); });
}

void Runtime::pauseResync()
{
    inSync([](Synchronization &sync) { sync.resync().pause(); });
}

void Runtime::continueResync()
{
    inSync([](Synchronization &sync) { sync.resync().goOn(); });
}

void Runtime::cancelResync()
{
    inSync([](Synchronization &sync) { sync.resync().cancel(); });
}

/// Takes no longer than what the thread is just doing: questions on their way are dropped.
void Runtime::stopSync()
{
    m_sync = nullptr;
    m_syncThread.quit();
    m_syncThread.wait();
}

void Runtime::takeApiHealth(const ApiHealth &health)
{
    if (!m_sync)
        return; // still queued when the thread ended
    const ApiHealth before = std::exchange(m_apiHealth, health);
    if (health.state != before.state) {
        if (health.problem)
            qCWarning(logSync).noquote()
                << "Retell's API" << consequenceOf(health.state) << health.problem->detail;
        else if (health.state == ApiState::Ok)
            qCInfo(logSync) << "Retell's API answers";
    }
    if (health.gapFromMs && !before.gapFromMs)
        qCInfo(logSync).noquote() << "fetching what nobody watched:" << utc(*health.gapFromMs) << "to"
                                  << utc(*health.gapToMs);
    else if (!health.gapFromMs && before.gapFromMs)
        qCInfo(logSync) << "fetched what nobody had watched";
    Q_EMIT apiHealthChanged(health);
}

} // namespace anrufwarte
