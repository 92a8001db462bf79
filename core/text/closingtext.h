// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/closing.h"

namespace anrufwarte {

/// The evidence in words: "Um 17:44:09 durch den Abruf beendet. Der call_ended-Webhook wurde um 17:42:58
/// abgewiesen: Format."
[[nodiscard]] QString closingText(const Closing &closing);

} // namespace anrufwarte
