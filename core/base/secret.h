// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace anrufwarte {

/// A key. It has no stream operator and no QVariant form, so that it cannot slip into a log, an error or a
/// settings dump.
class Secret
{
public:
    Secret() = default;

    /// Trims surrounding white space: a pasted line end breaks every signature (retell/api.md §2).
    [[nodiscard]] static Secret fromConfigured(const QByteArray &text);

    /// The bytes exactly as they are, for keys that are no setting (signature vectors, the simulator).
    [[nodiscard]] static Secret verbatim(const QByteArray &bytes);

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

    /// The bytes themselves, for HMAC and the Authorization header alone.
    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }

    /// At most the last four characters, and only of keys of at least eight: all that may ever be shown.
    [[nodiscard]] QString lastFour() const;

    bool operator==(const Secret &) const = default;

private:
    QByteArray m_bytes;
};

} // namespace anrufwarte
