// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/runtime/log.h"
#include "app/runtime/quitsignals.h"
#include "app/runtime/runtime.h"
#include "core/settings/secretsource.h"

#include <QCoreApplication>
#include <memory>

namespace anrufwarte {

/// `serve`: receives webhooks and polls until SIGTERM or SIGINT, then finishes what is on its way.
class ServeCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ServeCommand)
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("serve"); }
    [[nodiscard]] QString summary() const override
    {
        return tr("receive webhooks and poll Retell until SIGTERM, without a window");
    }
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] bool endsWithReader() const override { return false; }
    void run(const Invocation &invocation, Finish finish) override;

private:
    void start(const Invocation &invocation, const SecretsReading &keys);
    void announce(const Invocation &invocation) const;
    void stop();

    std::unique_ptr<Log> m_log;
    std::unique_ptr<SecretSource> m_keys;
    std::unique_ptr<QuitSignals> m_quit;
    std::unique_ptr<Runtime> m_runtime;
    Finish m_finish;
    bool m_isRunning = false;
    bool m_isStopping = false;
};

} // namespace anrufwarte
