// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/alert.h"

#include <QString>

namespace anrufwarte {

class Formats;

/// An alert in words, plain text.
struct AlertText
{
    QString title;  ///< what happened
    QString text;   ///< what follows and what to do
    QString action; ///< a verb for a button; empty = there is nothing to press

    bool operator==(const AlertText &) const = default;
};

/// The words in the current language. Of a state that is over: what it was and from when to when; of a
/// listener that works again, that it does.
[[nodiscard]] AlertText alertText(const Alert &alert, const Formats &formats);

} // namespace anrufwarte
