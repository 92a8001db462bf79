// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/settings/secretsource.h"
#include "core/store/callreader.h"
#include "core/store/callstore.h"
#include "core/webhook/endpointconfig.h"

#include <QObject>
#include <memory>
#include <optional>

namespace anrufwarte {

/// Checks stored webhooks again with today's keys and lists, at their time of receipt, and takes in those
/// that pass, one after the other. Works beside a running program: each is a transaction of its own. A line
/// per webhook on standard output: "12 accepted", "13 rejected signature_mismatch".
class Ingest : public QObject
{
    Q_OBJECT
public:
    Ingest(const Invocation &invocation, Finish finish);
    ~Ingest() override;

    /// Nothing given: all that are stored as rejected; those that still fail are then no failure.
    void start(const std::optional<QList<DeliveryId>> &ids);

private:
    void open(const SecretsReading &keys);
    [[nodiscard]] Result<void> prepare(const Secrets &secrets);
    void next();
    void take(DeliveryId id);
    void submit(DeliveryId id, std::optional<CallChange> change);
    void report(DeliveryId id, const QString &outcome, bool isTaken);

    const Invocation &m_invocation;
    Finish m_finish;
    std::unique_ptr<SecretSource> m_keys;
    std::unique_ptr<CallReader> m_reader;
    std::unique_ptr<CallStore> m_store;
    EndpointConfig m_config;
    std::optional<QList<DeliveryId>> m_asked;
    QList<DeliveryId> m_waiting;
    bool m_hasFailed = false;
};

} // namespace anrufwarte
