// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/searchfield.h"

#include "ui/look/look.h"

#include <QAction>
#include <QEvent>
#include <QPainter>

namespace anrufwarte {

namespace {
constexpr int GlassSize = 16, GlassLeft = 11, TextLeft = 26;
constexpr int LongestText = 200;
} // namespace

SearchField::SearchField(const Look &look, QWidget *parent)
    : QLineEdit(parent), m_look(look), m_clear(addAction(QIcon(), QLineEdit::TrailingPosition))
{
    setTextMargins(TextLeft, 0, 0, 0);
    setMaxLength(LongestText);
    m_clear->setVisible(false);
    connect(this, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
    connect(m_clear, &QAction::triggered, this, &QLineEdit::clear);
    const auto recolour = [this] {
        m_clear->setIcon(m_look.icon(QStringLiteral("x"), m_look.tokens().text2));
        update();
    };
    connect(&look, &Look::changed, this, recolour);
    recolour();
    retranslate();
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SearchField::retranslate()
{
    m_clear->setText(tr("Clear search"));
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.drawPixmap(
        GlassLeft, (height() - GlassSize) / 2,
        m_look.pixmap(QStringLiteral("search"), m_look.tokens().text2, GlassSize, devicePixelRatioF()));
}

} // namespace anrufwarte
