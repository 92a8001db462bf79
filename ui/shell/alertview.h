// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/alert.h"
#include "ui/look/tone.h"

namespace anrufwarte {

/// Where the button of an alert leads.
enum class AlertTarget
{
    Nowhere,
    Settings,
    Rejections,
    Call,
    Resync,
    Reading ///< once more
};

namespace alertview {
/// What ended is good news when webhooks arrive again, else it is past.
[[nodiscard]] Tone tone(const Alert &alert);
[[nodiscard]] AlertTarget target(AlertKind kind);
} // namespace alertview

} // namespace anrufwarte
