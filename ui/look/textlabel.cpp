// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/textlabel.h"

namespace anrufwarte {

TextLabel::TextLabel(const Look &look, TextStyle style, Colour colour, QWidget *parent)
    : QLabel(parent), m_look(look), m_colour(colour)
{
    setTextFormat(Qt::PlainText);
    setFont(Look::font(style));
    recolour();
    connect(&look, &Look::changed, this, &TextLabel::recolour);
}

void TextLabel::setColour(Colour colour)
{
    if (m_colour == colour)
        return;
    m_colour = colour;
    recolour();
}

void TextLabel::recolour()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_look.tokens().*m_colour);
    setPalette(colours);
}

} // namespace anrufwarte
