// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/resyncsession.h"

#include <QCoreApplication>
#include <memory>

namespace anrufwarte {

/// `resync`: fetches calls again from Retell and fills what is missing.
class ResyncCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ResyncCommand)
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("resync"); }
    [[nodiscard]] QString summary() const override
    {
        return tr("fetch calls again from Retell and fill what is missing");
    }
    void declare(QCommandLineParser &parser) const override;
    void run(const Invocation &invocation, Finish finish) override;

private:
    [[nodiscard]] static Result<ResyncRequest> requestFrom(const QCommandLineParser &options);

    std::unique_ptr<ResyncSession> m_session;
};

} // namespace anrufwarte
