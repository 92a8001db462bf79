// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QCoreApplication>

namespace anrufwarte {

/// `show CALL`: one call with everything known, its history and its completeness.
class ShowCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ShowCommand)
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("show"); }
    [[nodiscard]] QString summary() const override { return tr("show one call with everything known"); }
    void declare(QCommandLineParser &parser) const override;
    void run(const Invocation &invocation, Finish finish) override;
};

} // namespace anrufwarte
