// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QCoreApplication>

namespace anrufwarte {

/// `calls`: lists calls, newest first.
class CallsCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(CallsCommand)
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("calls"); }
    [[nodiscard]] QString summary() const override { return tr("list calls, newest first"); }
    void declare(QCommandLineParser &parser) const override;
    void run(const Invocation &invocation, Finish finish) override;
};

} // namespace anrufwarte
