// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/look.h"

#include <QLabel>

namespace anrufwarte {

/// A plain-text label in one of the text styles and token colours; follows the theme. Never interprets
/// markup.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    using Colour = QColor Tokens::*;

    TextLabel(const Look &look, TextStyle style, Colour colour = &Tokens::text, QWidget *parent = nullptr);

    void setColour(Colour colour);

private:
    void recolour();

    const Look &m_look;
    Colour m_colour;
};

} // namespace anrufwarte
