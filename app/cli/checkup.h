// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/settings/secretsource.h"

namespace anrufwarte {

/// What doctor found about one thing.
struct Finding
{
    bool isFine = true;
    QString subject; ///< "Settings"
    QString text;    ///< what is, and when not fine, what to do
};

/// The checks of doctor, each a question of its own. Nothing is changed by them.
namespace checkup {
[[nodiscard]] QList<Finding> settings(const Invocation &invocation);
[[nodiscard]] QList<Finding> profile(const Invocation &invocation);
[[nodiscard]] QList<Finding> key(const SecretsReading &keys);
[[nodiscard]] QList<Finding> keychain(const Invocation &invocation);
[[nodiscard]] QList<Finding> listener(const Invocation &invocation);
[[nodiscard]] QList<Finding> database(const Invocation &invocation);
} // namespace checkup

} // namespace anrufwarte
