// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/partpage.h"

#include "ui/detail/statenote.h"

#include <QEvent>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
constexpr int NarrowPane = 480;
constexpr int Side = 16;
} // namespace

PartPage::PartPage(Look &look, QWidget *parent)
    : QWidget(parent),
      m_missing(new StateNote(look, this)),
      m_content(new QWidget(this)),
      m_column(new QVBoxLayout(m_content))
{
    m_column->setContentsMargins(Side, 12, Side, 16);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    whole->addWidget(m_missing);
}

void PartPage::begin()
{
    m_isNarrow = width() < NarrowPane;
    arrange(*m_isNarrow);
    render();
}

/// Not a stacked layout: that is as high as its highest page, and this one scrolls.
void PartPage::showPart(bool exists)
{
    m_content->setVisible(exists);
    m_missing->setVisible(!exists);
}

void PartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < NarrowPane;
    if (m_isNarrow == narrow)
        return;
    m_isNarrow = narrow;
    arrange(narrow);
    render();
}

void PartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        render();
    QWidget::changeEvent(event);
}

} // namespace anrufwarte
