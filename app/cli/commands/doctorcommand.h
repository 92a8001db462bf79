// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/apicheck.h"
#include "app/cli/command.h"
#include "core/settings/secretsource.h"

#include <QCoreApplication>
#include <memory>

namespace anrufwarte {

/// `doctor`: one line per check, and what to do where it fails.
class DoctorCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(DoctorCommand)
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("doctor"); }
    [[nodiscard]] QString summary() const override
    {
        return tr("check settings, key, API, clock, port, database, keychain");
    }
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] bool needsSettings() const override { return false; }
    void run(const Invocation &invocation, Finish finish) override;

private:
    void examine(const Invocation &invocation, const SecretsReading &keys, const Finish &finish);
    void report(const Invocation &invocation, const QList<Finding> &findings, const Finish &finish) const;

    std::unique_ptr<SecretSource> m_keys;
    std::unique_ptr<ApiCheck> m_api;
};

} // namespace anrufwarte
