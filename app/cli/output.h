// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

namespace anrufwarte {

/// Data on standard output, messages on standard error, both UTF-8. Lines for people cannot drive the
/// terminal: control characters of foreign text are written out.
class Output
{
public:
    void data(const QByteArray &bytes) const; ///< as it is
    void line(const QString &text = {}) const;
    void message(const QString &text) const;
    void error(const Error &error) const; ///< the sentence, and its detail if it has one
    void flush() const;
    /// False when data so far did not get where standard output leads: a full disk, say.
    [[nodiscard]] bool isWritten() const;
};

/// Control characters as "\x1b".
[[nodiscard]] QString withoutControls(const QString &text);

} // namespace anrufwarte
