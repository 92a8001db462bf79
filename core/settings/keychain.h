// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QProcessEnvironment>
#include <chrono>
#include <functional>
#include <memory>

namespace anrufwarte {

/// The keychain of the desktop (Secret Service, KWallet …). Asynchronous: answers come later, from the event
/// loop of the calling thread, once each. Never falls back to plain text.
class Keychain
{
public:
    virtual ~Keychain() = default;

    /// An empty secret: not there, locked, or no keychain behind it.
    virtual void read(const QString &name, std::function<void(Secret)> done) = 0;
    /// False: not kept. There is no other way to learn whether a keychain works than to write to it.
    virtual void write(const QString &name, const Secret &secret, std::function<void(bool)> done) = 0;
};

/// Empty when there cannot be one (no session bus: a server, a container). A job that has not answered after
/// `patience` counts as failed: a locked keychain may wait for a person.
[[nodiscard]] std::unique_ptr<Keychain> systemKeychain(const QProcessEnvironment &environment,
                                                       std::chrono::milliseconds patience);

} // namespace anrufwarte
