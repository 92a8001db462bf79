// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/ingest.h"

#include <QCoreApplication>
#include <memory>

namespace anrufwarte {

/// `deliveries`: received webhooks, accepted and rejected; `explain` one, `ingest` stored ones.
class DeliveriesCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(DeliveriesCommand)
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("deliveries"); }
    [[nodiscard]] QString summary() const override
    {
        return tr("list received webhooks, explain and re-ingest them");
    }
    void declare(QCommandLineParser &parser) const override;
    void run(const Invocation &invocation, Finish finish) override;

private:
    [[nodiscard]] ExitCode list(const Invocation &invocation);
    [[nodiscard]] ExitCode explain(const Invocation &invocation, const QString &id);

    std::unique_ptr<Ingest> m_ingest;
};

} // namespace anrufwarte
