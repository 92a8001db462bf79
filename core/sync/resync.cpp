// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/resync.h"

#include "core/sync/resyncasking.h"
#include "core/sync/resynckeeping.h"
#include "core/sync/resynclisting.h"

namespace anrufwarte {

namespace {

using namespace std::chrono_literals;

constexpr auto BeatPause = 100ms;
constexpr auto CancelPatience = 10s;
constexpr auto CancelPatienceInPause = 2s; ///< what waits for its turn at the gate would not come soon
constexpr qsizetype KeptPerAsked =
    4; ///< answers waiting for the store, for each question that may be on its way

/// From a signal of its own, too. What it still answers reaches nobody.
template <typename T>
void retire(std::unique_ptr<T> &part, QObject *owner)
{
    if (!part)
        return;
    QObject::disconnect(part.get(), nullptr, owner, nullptr);
    part.release()->deleteLater();
}

} // namespace

Resync::Resync(Means means, QObject *parent) : QObject(parent), m_means(means), m_beat(this), m_patience(this)
{
    m_patience.setSingleShot(true);
    connect(&m_beat, &QTimer::timeout, this, &Resync::publish);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_asking)
            m_asking->forget();
        finishIfDone();
    });
    connect(&m_means.gate, &ApiGate::refused, this, [this] {
        if (isRunning() && m_means.gate.trouble())
            refuse(toError(*m_means.gate.trouble()));
    });
    connect(&m_means.gate, &ApiGate::reset, this, [this] {
        if (isRunning() && !m_means.gate.isOpen())
            refuse({ErrorCode::NoKey, {}, {}});
    });
    connect(&m_means.gate, &ApiGate::stateChanged, this, &Resync::update);
}

Resync::~Resync() = default;

bool Resync::isRunning() const
{
    return m_keeping != nullptr;
}

void Resync::start(const ResyncRequest &request, ResyncTrigger trigger)
{
    Q_ASSERT(m_means.sink || request.isDryRun);
    if (isRunning())
        return;
    m_progress = {};
    m_progress.run.startedMs = m_means.clock.nowMs();
    m_progress.run.request = request;
    m_progress.run.trigger = trigger;
    m_isResumed = false;
    begin();
}

void Resync::resume(const ResyncRun &interrupted)
{
    if (isRunning())
        return;
    m_progress = {};
    m_progress.run = interrupted;
    m_progress.run.end = ResyncEnd::Running;
    m_progress.run.finishedMs = 0;
    m_progress.run.problem.reset();
    m_isResumed = true;
    begin();
}

void Resync::begin()
{
    m_end = ResyncEnd::Running;
    m_isPaused = false;
    m_isFinishing = false;
    m_pace.begin(m_means.clock.steadyMs());
    const bool isDryRun = m_progress.run.request.isDryRun;
    m_keeping = std::make_unique<ResyncKeeping>(
        ResyncKeeping::Means{isDryRun ? nullptr : m_means.sink, m_means.source, m_means.clock},
        m_rules.costUnit, this);
    connect(m_keeping.get(), &ResyncKeeping::kept, this, &Resync::take);
    connect(m_keeping.get(), &ResyncKeeping::failed, this, &Resync::takeStoreFailure);
    m_beat.start(BeatPause);
    update();
    if (!m_means.gate.isOpen()) {
        const auto &trouble = m_means.gate.trouble();
        return refuse(trouble ? toError(*trouble) : Error{ErrorCode::NoKey, {}, {}});
    }
    countIncomplete([this](const Result<qint64> &count) {
        if (m_end != ResyncEnd::Running)
            return;
        if (!count)
            return refuse(count.error());
        if (!m_isResumed)
            m_progress.run.incompleteBefore = *count;
        m_keeping->writeRun(m_progress.run, [this] { list(); });
    });
}

void Resync::countIncomplete(std::function<void(Result<qint64>)> take)
{
    m_means.source.incompleteCount(m_keeping.get(), [take = std::move(take)](const Result<qint64> &count) {
        const bool isNoStore = !count && count.error().code == ErrorCode::StoreMissing;
        take(isNoStore ? Result<qint64>(0) : count);
    });
}

void Resync::list()
{
    if (m_end != ResyncEnd::Running)
        return;
    const ResyncRun &run = m_progress.run;
    m_listing = std::make_unique<ResyncListing>(ResyncListing::Means{m_means.gate, m_means.source},
                                                run.request, run.startedMs, this);
    connect(m_listing.get(), &ResyncListing::listed, this, &Resync::takeTargets);
    connect(m_listing.get(), &ResyncListing::failed, this, &Resync::refuse);
    m_listing->start();
}

void Resync::takeTargets(const Targets &targets)
{
    retire(m_listing, this);
    if (!m_isResumed)
        return ask(targets);
    m_means.source.resyncDone(m_progress.run.startedMs, m_keeping.get(),
                              [this, targets](const Result<QSet<CallId>> &done) {
                                  if (m_end != ResyncEnd::Running)
                                      return;
                                  if (!done)
                                      return refuse(done.error());
                                  Targets left;
                                  for (const ResyncResult &target : targets) {
                                      if (!done->contains(target.callId))
                                          left.append(target);
                                  }
                                  ask(left);
                              });
}

void Resync::ask(const Targets &targets)
{
    m_progress.run.total = m_progress.run.done() + targets.size();
    m_keeping->setRun(m_progress.run);
    m_pace.begin(m_means.clock.steadyMs());
    m_asking = std::make_unique<ResyncAsking>(m_means.gate, m_means.clock, m_rules.maxInFlight, this);
    connect(m_asking.get(), &ResyncAsking::answered, this,
            [this](const ResyncResult &face, CallChange change) {
                m_means.account.complete(change);
                m_keeping->take(face, change);
                holdBack();
            });
    connect(m_asking.get(), &ResyncAsking::failed, this,
            [this](const ResyncResult &face, const ApiFailure &failure) {
                m_keeping->takeFailure(face, failure);
                holdBack();
            });
    connect(m_asking.get(), &ResyncAsking::refused, this,
            [this](const ApiFailure &failure) { refuse(toError(failure)); });
    m_asking->setHeld(m_isPaused);
    m_asking->begin(targets);
    update();
    finishIfDone();
}

/// Nothing new is asked in a pause, nor while the store has enough to do.
void Resync::holdBack()
{
    if (m_asking)
        m_asking->setHeld(m_isPaused || m_keeping->underWay() >= KeptPerAsked * m_rules.maxInFlight);
}

void Resync::take(const ResyncResult &result)
{
    m_progress.run.count(result);
    m_pace.note(m_means.clock.steadyMs());
    m_results.append(result);
    holdBack();
    update();
    finishIfDone();
}

void Resync::pause()
{
    if (!isRunning() || m_end != ResyncEnd::Running)
        return;
    m_isPaused = true;
    holdBack();
    update();
}

void Resync::goOn()
{
    if (!m_isPaused || !isRunning())
        return;
    m_isPaused = false;
    m_pace.begin(m_means.clock.steadyMs());
    holdBack();
    update();
}

void Resync::cancel()
{
    if (!isRunning() || m_end != ResyncEnd::Running)
        return;
    m_end = ResyncEnd::Cancelled;
    retire(m_listing, this);
    if (m_asking)
        m_asking->drop();
    m_patience.start(m_means.gate.waitMs() > 0 ? CancelPatienceInPause : CancelPatience);
    update();
    finishIfDone();
}

/// The run cannot go on. What has been answered is still kept.
void Resync::refuse(const Error &problem)
{
    if (!isRunning() || m_isFinishing || m_end == ResyncEnd::Refused)
        return;
    m_end = ResyncEnd::Refused;
    m_progress.run.problem = problem;
    retire(m_listing, this);
    if (m_asking)
        m_asking->forget();
    update();
    finishIfDone();
}

void Resync::takeStoreFailure(const Error &problem)
{
    if (!m_isFinishing)
        return refuse(problem);
    m_end = ResyncEnd::Refused; // it was the end that could not be written
    m_progress.run.problem = problem;
    conclude();
}

void Resync::finishIfDone()
{
    const bool isAsked = m_asking ? m_asking->isDone() : m_end != ResyncEnd::Running;
    if (!isRunning() || m_isFinishing || !isAsked || m_keeping->underWay() > 0)
        return;
    if (m_end == ResyncEnd::Running)
        m_end = ResyncEnd::Completed;
    finish();
}

void Resync::finish()
{
    m_isFinishing = true;
    m_patience.stop();
    update();
    countIncomplete([this](const Result<qint64> &count) {
        ResyncRun &run = m_progress.run;
        run.incompleteAfter = count.value_or(run.incompleteBefore);
        run.finishedMs = m_means.clock.nowMs();
        run.end = m_end;
        m_keeping->writeRun(run, [this] { conclude(); });
    });
}

void Resync::conclude()
{
    m_beat.stop();
    m_progress.run.end = m_end;
    retire(m_listing, this);
    retire(m_asking, this);
    retire(m_keeping, this);
    publish();
    Q_EMIT finished(ResyncRun(m_progress.run)); // a copy: who hears it may start the next one
}

ResyncPhase Resync::phase() const
{
    if (!isRunning())
        return ResyncPhase::Idle;
    if (m_end != ResyncEnd::Running)
        return ResyncPhase::Finishing;
    if (m_isPaused)
        return ResyncPhase::Paused;
    const bool wantsToAsk = m_asking ? m_asking->hasMore() : m_listing != nullptr;
    if (wantsToAsk && m_means.gate.waitMs() > 0)
        return ResyncPhase::Waiting;
    return m_asking ? ResyncPhase::Asking : ResyncPhase::Listing;
}

void Resync::update()
{
    if (isRunning() && phase() != m_progress.phase)
        publish();
}

void Resync::publish()
{
    const qint64 steadyMs = m_means.clock.steadyMs();
    ResyncProgress &now = m_progress;
    now.phase = phase();
    const bool isAsking = now.phase == ResyncPhase::Asking;
    now.current = isAsking && m_asking ? m_asking->current() : std::nullopt;
    now.perSecond = isAsking ? m_pace.perSecond(steadyMs) : 0.0;
    now.remainingMs = isAsking ? m_pace.remainingMs(now.run.total - now.run.done(), steadyMs) : std::nullopt;
    now.waitUntilMs.reset();
    now.waitsFor.reset();
    if (now.phase == ResyncPhase::Waiting) {
        now.waitUntilMs = m_means.clock.nowMs() + m_means.gate.waitMs();
        if (const auto &trouble = m_means.gate.trouble())
            now.waitsFor = toError(*trouble);
    }
    if (now == m_published && m_results.isEmpty())
        return;
    m_published = now;
    const Targets results = std::exchange(m_results, {});
    Q_EMIT progressed(m_published);
    if (!results.isEmpty())
        Q_EMIT resulted(results);
}

} // namespace anrufwarte
