// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include "ui/look/look.h"
#include "ui/look/textlabel.h"
#include "ui/shell/sidebaritem.h"

#include <QEvent>
#include <QIcon>
#include <QKeySequence>
#include <QPainter>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
constexpr int MarkSize = 30;
}

Sidebar::Sidebar(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_mark(new QLabel(this)),
      m_name(new TextLabel(look, TextStyle::Section, &Tokens::text, this)),
      m_subtitle(new TextLabel(look, TextStyle::Caption, &Tokens::text2, this)),
      m_live(new SidebarItem(look, QStringLiteral("phone-call"), this)),
      m_resync(new SidebarItem(look, QStringLiteral("refresh-cw"), this)),
      m_settings(new SidebarItem(look, QStringLiteral("settings"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 14, 9, 10);
    column->setSpacing(4);
    buildBrand(column);
    column->addSpacing(10);
    column->addWidget(m_live);
    column->addWidget(m_resync);
    column->addStretch(1);
    column->addWidget(m_settings);
    setFixedWidth(Width);
    connectItem(m_live, PageId::Live);
    connectItem(m_resync, PageId::Resync);
    connectItem(m_settings, PageId::Settings);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    m_live->setChecked(true);
    retranslate();
}

void Sidebar::connectItem(SidebarItem *item, PageId page)
{
    connect(item, &SidebarItem::clicked, this, [this, page] {
        Q_EMIT
        pageChosen(page);
    });
}

void Sidebar::buildBrand(QVBoxLayout *column)
{
    m_mark->setPixmap(QIcon(QStringLiteral(":/icons/app/anrufwarte.svg"))
                          .pixmap(QSize(MarkSize, MarkSize), devicePixelRatioF()));
    m_name->setText(QStringLiteral("Anrufwarte"));
    auto *brand = new QHBoxLayout;
    brand->setContentsMargins(4, 0, 0, 0);
    brand->setSpacing(10);
    brand->addWidget(m_mark);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_subtitle);
    m_subtitle->hide();
    brand->addLayout(names);
    brand->addStretch(1);
    column->addLayout(brand);
}

void Sidebar::setCurrent(PageId page)
{
    switch (page) {
    case PageId::Live:
        return m_live->setChecked(true);
    case PageId::Resync:
        return m_resync->setChecked(true);
    case PageId::Settings:
        return m_settings->setChecked(true);
    }
}

void Sidebar::setRunning(int calls)
{
    m_live->setBadge(calls);
}

void Sidebar::setResyncProgress(std::optional<double> share)
{
    m_resync->setProgress(share);
}

void Sidebar::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty() && !m_collapsed);
}

void Sidebar::setCollapsedByChoice(bool collapsed)
{
    m_byChoice = collapsed;
    recollapse();
}

void Sidebar::setWindowWidth(int width)
{
    m_narrow = width < NarrowWindow;
    recollapse();
}

void Sidebar::recollapse()
{
    const bool collapsed = m_byChoice || m_narrow;
    if (collapsed == m_collapsed)
        return;
    m_collapsed = collapsed;
    m_name->setVisible(!collapsed);
    m_subtitle->setVisible(!collapsed && !m_subtitle->text().isEmpty());
    for (SidebarItem *item : {m_live, m_resync, m_settings})
        item->setCollapsed(collapsed);
    setFixedWidth(collapsed ? CollapsedWidth : Width);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.tokens().sidebar);
    painter.fillRect(width() - 1, 0, 1, height(), m_look.tokens().line);
}

void Sidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Sidebar::retranslate()
{
    setAccessibleName(tr("Pages"));
    m_live->setLabel(tr("Ongoing calls"), QKeySequence(Qt::CTRL | Qt::Key_1));
    m_resync->setLabel(tr("Resync"), QKeySequence(Qt::CTRL | Qt::Key_2));
    m_settings->setLabel(tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
}

} // namespace anrufwarte
