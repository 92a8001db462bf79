// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/settings/secretsource.h"

#include <QCoreApplication>
#include <memory>

namespace anrufwarte {

/// `config list|get|set|set-secret`. Works with wrong settings too: it is how they are put right.
class ConfigCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ConfigCommand)
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("config"); }
    [[nodiscard]] QString summary() const override { return tr("show and change settings, store keys"); }
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] bool needsSettings() const override { return false; }
    void run(const Invocation &invocation, Finish finish) override;

private:
    void list(const Invocation &invocation, const Finish &finish);
    void get(const Invocation &invocation, const QString &key, const Finish &finish);
    void getSecret(const Invocation &invocation, SecretName name, const Finish &finish);
    [[nodiscard]] ExitCode set(const Invocation &invocation, const QString &key, const QString &value);
    void setSecret(const Invocation &invocation, const QString &key, const Finish &finish);

    std::unique_ptr<SecretSource> m_keys;
};

} // namespace anrufwarte
