// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusbar.h"

#include "ui/look/look.h"
#include "ui/look/textlabel.h"
#include "ui/shell/statussegment.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace anrufwarte {

StatusBar::StatusBar(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_listener(new StatusSegment(look, this)),
      m_poller(new StatusSegment(look, this)),
      m_store(new StatusSegment(look, this)),
      m_api(new StatusSegment(look, this)),
      m_asOf(new TextLabel(look, TextStyle::Small, &Tokens::text2, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 1, 16, 0);
    row->setSpacing(9);
    for (StatusSegment *segment : {m_listener, m_poller, m_store, m_api})
        row->addWidget(segment);
    row->addStretch(1);
    row->addWidget(m_asOf);
    setFixedHeight(qMax(32, fontMetrics().height() + 14));
    connect(m_listener, &StatusSegment::clicked, this, &StatusBar::listenerPressed);
    connect(m_poller, &StatusSegment::clicked, this, &StatusBar::pollerPressed);
    connect(m_store, &StatusSegment::clicked, this, &StatusBar::storePressed);
    connect(m_api, &StatusSegment::clicked, this, &StatusBar::apiPressed);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    setAccessibleName(tr("State"));
}

void StatusBar::setListener(const StatusText &text)
{
    m_listener->setContent(text);
}

void StatusBar::setPoller(const StatusText &text)
{
    m_poller->setContent(text);
}

void StatusBar::setStore(const StatusText &text)
{
    m_store->setContent(text);
}

void StatusBar::setApi(const StatusText &text)
{
    m_api->setContent(text);
}

void StatusBar::setAsOf(const QString &text, bool stale)
{
    m_asOf->setText(text);
    m_asOf->setColour(stale ? &Tokens::warn : &Tokens::text2);
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_look.tokens();
    painter.fillRect(rect(), t.sidebar);
    painter.fillRect(0, 0, width(), 1, t.line);
    for (const StatusSegment *segment : {m_poller, m_store, m_api})
        painter.fillRect(segment->x() - 5, 9, 1, height() - 18, t.line2);
}

void StatusBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("State"));
}

} // namespace anrufwarte
