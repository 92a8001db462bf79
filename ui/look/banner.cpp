// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/banner.h"

#include "ui/look/iconbutton.h"
#include "ui/look/look.h"
#include "ui/look/style.h"
#include "ui/look/stylepaint.h"
#include "ui/look/textlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace anrufwarte {

Banner::Banner(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_texts(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_icon(new QLabel(this)),
      m_title(new TextLabel(look, TextStyle::BodyBold, &Tokens::text, this)),
      m_text(new TextLabel(look, TextStyle::Body, &Tokens::text, this)),
      m_action(new QPushButton(this)),
      m_close(new IconButton(look, QStringLiteral("x"), this))
{
    setButtonKind(m_action, ButtonKind::Flat);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_icon->setFixedHeight(metric::ControlHeight);
    for (QLabel *label : {m_title, m_text})
        label->setAlignment(Qt::AlignTop |
                            Qt::AlignLeft); // both begin in the first line, however many follow
    auto *row = new QHBoxLayout(this);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    m_texts->addWidget(m_title);
    m_texts->addWidget(m_text, 1);
    row->addLayout(m_texts, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &Banner::dismissed);
    connect(&look, &Look::changed, this, &Banner::recolour);
    m_close->setLabel(tr("Dismiss this message"));
    setStacked(false);
    recolour();
}

void Banner::setContent(Tone tone, const QString &title, const QString &text, const QString &action,
                        bool dismissible)
{
    const bool news = title != m_title->text() || tone != m_tone;
    m_tone = tone;
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_close->setVisible(dismissible);
    const bool hasButton = dismissible || !action.isEmpty(); // with a room of its own around its words
    layout()->setContentsMargins(12, 4, hasButton ? 6 : 12, 4);
    setAccessibleName(title);
    setAccessibleDescription(text);
    recolour();
    if (news && isVisible())
        announce();
}

void Banner::setStacked(bool stacked)
{
    m_texts->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_texts->setSpacing(stacked ? 2 : 8);
    m_title->setWordWrap(stacked);
    const int room = stacked ? 6 : qMax(0, (metric::ControlHeight - m_text->fontMetrics().height()) / 2);
    m_texts->setContentsMargins(0, room, 0, room);
}

void Banner::setQuiet(bool quiet)
{
    m_quiet = quiet;
}

QString Banner::title() const
{
    return m_title->text();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_look.tokens();
    stylepaint::roundedRect(&painter, rect(), metric::RadiusCard, toneGround(t, m_tone), toneLine(t, m_tone));
}

void Banner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    announce();
}

void Banner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_close->setLabel(tr("Dismiss this message"));
}

void Banner::recolour()
{
    m_icon->setPixmap(
        m_look.pixmap(toneIcon(m_tone), toneInk(m_look.tokens(), m_tone), 18, devicePixelRatioF()));
    update();
}

void Banner::announce()
{
    if (m_quiet)
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace anrufwarte
