// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resyncsession.h"

#include "app/cli/secretaccess.h"
#include "app/runtime/storeplace.h"
#include "app/runtime/synchronization.h"

#include <algorithm>

namespace anrufwarte {

namespace {

bool isLocalNumber(const QString &call)
{
    return std::all_of(call.begin(), call.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

ExitCode exitCodeOf(const ResyncRun &run)
{
    if (run.problem)
        return exitCodeFor(run.problem->code);
    return run.end == ResyncEnd::Completed && run.failed == 0 ? ExitCode::Done : ExitCode::Partial;
}

} // namespace

ResyncSession::ResyncSession(const Invocation &invocation, ResyncReport::Format format, Finish finish)
    : m_invocation(invocation),
      m_finish(std::move(finish)),
      m_report(invocation.output, format, invocation.settings.settings.privacyMaskNumbers)
{
    connect(&m_quit, &QuitSignals::quitRequested, this, &ResyncSession::quit);
}

ResyncSession::~ResyncSession()
{
    if (m_gate)
        m_gate->close();
}

void ResyncSession::start(const ResyncRequest &request, const QString &call)
{
    m_request = request;
    m_call = call;
    m_keys = secretSource(m_invocation);
    m_keys->read(this, [this](const SecretsReading &keys) {
        for (const Error &problem : keys.problems)
            m_invocation.output.error(problem);
        open(keys.secrets);
    });
}

void ResyncSession::open(const Secrets &secrets)
{
    if (secrets.apiKey.isEmpty())
        return finish(failed(m_invocation, {ErrorCode::NoKey, {}, {}}));
    if (const auto opened = openStore(); !opened)
        return finish(failed(m_invocation, opened.error()));
    if (const auto named = nameCall(); !named)
        return finish(failed(m_invocation, named.error()));
    begin(secrets);
}

/// A dry run opens nothing that could be written to.
Result<void> ResyncSession::openStore()
{
    const Settings &settings = m_invocation.settings.settings;
    auto options = storeOptions(m_invocation.profile, settings);
    if (!options)
        return options.error();
    if (!m_request.isDryRun) {
        if (const auto created = m_invocation.profile.create(); !created)
            return created.error();
        options->keepsHouse = false;
        auto store = CallStore::open(*options, m_invocation.clock);
        if (!store)
            return store.error();
        m_store = std::move(store).value();
    }
    m_reader = std::make_unique<AsyncReader>(ReaderOptions{options->file, options->costUnit});
    return {};
}

/// A local number means a call of this store; a Retell id may be one that was never heard of.
Result<void> ResyncSession::nameCall()
{
    if (m_request.scope != ResyncScope::Calls)
        return {};
    if (!isLocalNumber(m_call)) {
        m_request.calls = {CallId(m_call)};
        return {};
    }
    const auto options = readerOptions(m_invocation.profile, m_invocation.settings.settings);
    if (!options)
        return options.error();
    const auto known = CallReader(*options).call(m_call);
    if (!known)
        return known.error();
    m_request.calls = {known->row.callId};
    return {};
}

void ResyncSession::begin(const Secrets &secrets)
{
    const SyncConfig config = syncConfig(m_invocation.settings.settings, secrets);
    m_network = makeApiNetwork();
    m_gate = std::make_unique<ApiGate>(*m_network, m_invocation.clock, systemRandom());
    m_account = std::make_unique<AccountFacts>(*m_gate, m_invocation.clock);
    m_resync = std::make_unique<Resync>(
        Resync::Means{*m_gate, *m_account, m_store.get(), *m_reader, m_invocation.clock});
    const auto options = storeOptions(m_invocation.profile, m_invocation.settings.settings);
    m_resync->setRules({config.gate.budget.maxInFlight, options ? options->costUnit : CostUnitChoice::Auto});
    connect(m_resync.get(), &Resync::resulted, this, &ResyncSession::show);
    connect(m_resync.get(), &Resync::finished, this, &ResyncSession::conclude);
    connect(m_resync.get(), &Resync::progressed, this,
            [this](const ResyncProgress &progress) { m_bar.draw(progress, m_invocation.clock.nowMs()); });
    m_gate->configure(config.gate);
    m_resync->start(m_request, ResyncTrigger::CommandLine);
}

void ResyncSession::show(const QList<ResyncResult> &results)
{
    m_bar.clear();
    m_report.add(results);
    m_bar.draw(m_resync->progress(), m_invocation.clock.nowMs());
}

void ResyncSession::conclude(const ResyncRun &run)
{
    m_bar.clear();
    m_report.end();
    for (const QString &line : summaryLines(run, Formats()))
        m_invocation.output.message(line);
    if (run.problem)
        m_invocation.output.error(*run.problem);
    finish(exitCodeOf(run));
}

void ResyncSession::quit()
{
    if (!m_resync || !m_resync->isRunning() || m_resync->progress().phase == ResyncPhase::Finishing) {
        m_bar.clear();
        if (m_resync)
            m_report.end();
        return finish(ExitCode::Partial);
    }
    m_bar.clear();
    m_invocation.output.message(tr("Finishes what is on its way. A second signal ends at once."));
    m_resync->cancel();
}

void ResyncSession::finish(ExitCode code)
{
    if (m_finish)
        std::exchange(m_finish, nullptr)(code);
}

} // namespace anrufwarte
