// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ingest.h"

#include "app/cli/secretaccess.h"
#include "app/cli/storeaccess.h"
#include "app/runtime/receiverconfig.h"
#include "app/runtime/storeplace.h"
#include "core/webhook/judgement.h"

namespace anrufwarte {

Ingest::Ingest(const Invocation &invocation, Finish finish)
    : m_invocation(invocation), m_finish(std::move(finish))
{
}

Ingest::~Ingest() = default;

void Ingest::start(const std::optional<QList<DeliveryId>> &ids)
{
    m_asked = ids;
    m_keys = secretSource(m_invocation);
    m_keys->read(this, [this](const SecretsReading &keys) { open(keys); });
}

void Ingest::open(const SecretsReading &keys)
{
    for (const Error &problem : keys.problems)
        m_invocation.output.error(problem);
    if (const auto prepared = prepare(keys.secrets); !prepared)
        return m_finish(failed(m_invocation, prepared.error()));
    next();
}

Result<void> Ingest::prepare(const Secrets &secrets)
{
    if (secrets.webhookKeys.isEmpty())
        return Error{ErrorCode::NoKey, {}, {}};
    const Settings &settings = m_invocation.settings.settings;
    const auto config = receiverConfig(m_invocation.profile, settings, secrets);
    if (!config)
        return config.error();
    m_config = config->endpoint;
    auto reader = openReader(m_invocation);
    if (!reader)
        return reader.error();
    m_reader = std::move(reader).value();
    auto options = storeOptions(m_invocation.profile, settings);
    if (!options)
        return options.error();
    options->keepsHouse = false;
    auto store = CallStore::open(*options, m_invocation.clock);
    if (!store)
        return store.error();
    m_store = std::move(store).value();
    if (m_asked) {
        m_waiting = *m_asked;
        return {};
    }
    const auto rejected = m_reader->deliveries(true, 0);
    if (!rejected)
        return rejected.error();
    for (const DeliveryRecord &delivery : *rejected)
        m_waiting.prepend(delivery.id); // oldest first, as they came
    return {};
}

void Ingest::next()
{
    if (!m_waiting.isEmpty())
        return take(m_waiting.takeFirst());
    m_store.reset();
    m_finish(m_hasFailed ? ExitCode::Partial : ExitCode::Done);
}

void Ingest::take(DeliveryId id)
{
    const auto delivery = m_reader->delivery(id);
    if (!delivery) {
        m_invocation.output.error(delivery.error());
        return report(id, QStringLiteral("not_found"), false);
    }
    if (delivery->accepted || delivery->ingestedMs)
        return report(id, QStringLiteral("accepted already"), true);
    if (delivery->body.isEmpty() && delivery->bytes > 0)
        return report(id, QStringLiteral("body no longer kept"), false);
    Judgement judgement = judge(submissionOf(*delivery), m_config);
    if (!judgement.accepted())
        return report(id, QStringLiteral("rejected %1").arg(judgement.reason), false);
    submit(id, std::move(judgement.change));
}

void Ingest::submit(DeliveryId id, std::optional<CallChange> change)
{
    const auto taken = change ? QStringLiteral("accepted") : QStringLiteral("accepted, changes no call");
    const auto done = [this, id, taken](const Result<BatchOutcome> &outcome) {
        if (!outcome)
            m_invocation.output.error(outcome.error());
        report(id, outcome ? taken : QStringLiteral("not stored"), outcome.has_value());
    };
    ChangeBatch batch;
    batch.ingested = id;
    if (change) {
        change->reason += QStringLiteral(", delivery %1 ingested later").arg(id.value());
        batch.changes.append(*std::move(change));
    }
    if (const auto queued = m_store->submit(std::move(batch), this, done); !queued)
        done(queued.error());
}

void Ingest::report(DeliveryId id, const QString &outcome, bool isTaken)
{
    if (!isTaken && m_asked)
        m_hasFailed = true;
    if (isTaken || m_asked)
        m_invocation.output.line(QStringLiteral("%1 %2").arg(QString::number(id.value()), outcome));
    QMetaObject::invokeMethod(this, &Ingest::next, Qt::QueuedConnection);
}

} // namespace anrufwarte
