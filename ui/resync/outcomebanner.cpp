// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/outcomebanner.h"

#include "ui/look/look.h"
#include "ui/look/style.h"
#include "ui/look/stylepaint.h"
#include "ui/look/textlabel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPushButton>

namespace anrufwarte {

namespace {
constexpr int IconSize = 18, Spacing = 8;
}

OutcomeBanner::OutcomeBanner(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_icon(new QLabel),
      m_title(new TextLabel(look, TextStyle::BodyBold)),
      m_text(new TextLabel(look, TextStyle::Body)),
      m_texts(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_buttons(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_texts->setSpacing(8);
    m_texts->addWidget(m_icon);
    m_texts->addWidget(m_title);
    m_texts->addWidget(m_text, 1);
    m_buttons->addStretch(1);
    m_row->setContentsMargins(12, 5, 6, 5);
    m_row->setSpacing(8);
    m_row->addLayout(m_texts, 1);
    m_row->addLayout(m_buttons);
    connect(&look, &Look::changed, this, &OutcomeBanner::recolour);
}

QPushButton *OutcomeBanner::addAction(const QString &iconName)
{
    auto *button = new QPushButton(this);
    setButtonKind(button, ButtonKind::Flat);
    setCompact(button);
    m_buttons->addWidget(button);
    m_actions.append({button, iconName});
    recolour();
    return button;
}

void OutcomeBanner::setContent(Tone tone, const QString &title, const QString &text)
{
    const bool isNews = title != m_title->text() || tone != m_tone || text != m_text->text();
    m_tone = tone;
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
    recolour();
    arrange();
    if (!isNews || !isVisible())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString OutcomeBanner::title() const
{
    return m_title->text();
}

QString OutcomeBanner::text() const
{
    return m_text->text();
}

/// With the buttons below the text, however wide it is just now.
QSize OutcomeBanner::minimumSizeHint() const
{
    const int words = qMax(m_title->minimumSizeHint().width(), m_buttons->minimumSize().width());
    return {words + 2 * IconSize + 24, QWidget::minimumSizeHint().height()};
}

void OutcomeBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_look.tokens();
    stylepaint::roundedRect(&painter, rect(), metric::RadiusCard, toneGround(t, m_tone), toneLine(t, m_tone));
}

void OutcomeBanner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool OutcomeBanner::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // a button came or went
        arrange();
    return QWidget::event(event);
}

/// The buttons stand beside the text where both have room, else below it.
void OutcomeBanner::arrange()
{
    const int words = m_title->sizeHint().width() + m_text->fontMetrics().horizontalAdvance(m_text->text());
    const int needed = IconSize + words + m_buttons->sizeHint().width() + 8 * Spacing;
    const bool narrow = width() < needed;
    if (narrow != (m_row->direction() == QBoxLayout::TopToBottom))
        updateGeometry(); // another height
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(narrow ? 2 : Spacing);
    m_row->setContentsMargins(12, narrow ? 10 : 5, 6, 5);
}

void OutcomeBanner::recolour()
{
    const Tokens &t = m_look.tokens();
    m_icon->setPixmap(m_look.pixmap(toneIcon(m_tone), toneInk(t, m_tone), IconSize, devicePixelRatioF()));
    for (const Action &action : m_actions)
        action.button->setIcon(m_look.icon(action.iconName, t.accentText));
    update();
}

} // namespace anrufwarte
