// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/tokens.h"

#include <QString>

namespace anrufwarte {

/// What a chip or banner means; colour, ground and icon follow from it, so that colour never stands alone.
enum class Tone
{
    Neutral,
    Info,
    Ok,
    Warn,
    Danger
};

[[nodiscard]] QColor toneInk(const Tokens &tokens, Tone tone);
[[nodiscard]] QColor toneGround(const Tokens &tokens, Tone tone);
[[nodiscard]] QColor toneLine(const Tokens &tokens, Tone tone);
[[nodiscard]] QString toneIcon(Tone tone);

} // namespace anrufwarte
