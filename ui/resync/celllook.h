// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/look.h"
#include "ui/look/tone.h"

#include <QMetaType>
#include <optional>

namespace anrufwarte {

/// How a cell of the resync tables is painted; its text is the display role. The models say what a cell
/// means, the delegate knows no model.
struct CellLook
{
    using Colour = QColor Tokens::*;

    QString icon; ///< Lucide name; "chevron-right" turns down while its row is open
    Colour iconColour = &Tokens::text2;
    Colour colour = &Tokens::text;
    TextStyle font = TextStyle::Body;
    std::optional<Tone> chip;
    Colour ground = &Tokens::surface;
    int indent = 0;        ///< px
    bool isNumber = false; ///< right-aligned and never cut
};

/// The role of a CellLook, in all models of this folder.
inline constexpr int CellLookRole = Qt::UserRole;
/// Retell's id of the call that a row belongs to.
inline constexpr int CellCallRole = Qt::UserRole + 1;

} // namespace anrufwarte

Q_DECLARE_METATYPE(anrufwarte::CellLook)
