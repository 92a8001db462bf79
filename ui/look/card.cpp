// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/card.h"

#include "ui/look/look.h"
#include "ui/look/stylepaint.h"

#include <QPainter>

namespace anrufwarte {

Card::Card(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_look.tokens();
    stylepaint::roundedRect(&painter, rect(), metric::RadiusCard, t.surface, t.line);
}

} // namespace anrufwarte
