// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageheader.h"

#include "ui/look/iconbutton.h"
#include "ui/look/look.h"
#include "ui/look/searchfield.h"
#include "ui/look/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <chrono>

namespace anrufwarte {

using namespace std::chrono_literals;

namespace {
constexpr int NarrowHeader = 1000;
}

PageHeader::PageHeader(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_title(new TextLabel(look, TextStyle::Page, &Tokens::text, this)),
      m_context(new TextLabel(look, TextStyle::Small, &Tokens::text3, this)),
      m_search(new SearchField(look, this)),
      m_action(new QPushButton(this)),
      m_bell(new IconButton(look, QStringLiteral("bell"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 12, 0, 12);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addSpacing(4);
    row->addWidget(m_context, 1);
    row->addWidget(m_search);
    row->addWidget(m_action);
    m_action->hide();
    row->addWidget(m_bell);
    m_context->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // what does not fit is elided
    m_context->installEventFilter(this);
    m_search->setFixedWidth(300);

    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(250ms);
    connect(m_search, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, [this] {
        Q_EMIT
        searchChanged(m_search->text().trimmed());
    });
    connect(m_search, &QLineEdit::returnPressed, this, &PageHeader::searchDone);
    auto *escape = new QShortcut(Qt::Key_Escape, m_search);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        clearSearch();
        Q_EMIT
        searchDone();
    });
    connect(m_action, &QPushButton::clicked, this, &PageHeader::actionPressed);
    connect(m_bell, &IconButton::clicked, this, &PageHeader::bellPressed);
    connect(&look, &Look::changed, this, &PageHeader::recolour);
    recolour();
    retranslate();
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setContext(const QString &text, bool warning)
{
    m_contextText = text;
    m_context->setAccessibleName(text);
    fitContext();
    m_context->setColour(warning ? &Tokens::warn : &Tokens::text3);
}

void PageHeader::setMessageCount(int count)
{
    m_bell->setBadge(count);
    m_bell->setAccessibleDescription(count > 0 ? tr("%n message(s)", nullptr, count) : tr("No messages"));
}

void PageHeader::setSearch(const QString &placeholder)
{
    m_search->setVisible(!placeholder.isEmpty());
    const QString keys = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
    m_search->setPlaceholderText(placeholder + QStringLiteral("  (%1)").arg(keys));
    m_search->setAccessibleName(placeholder);
}

void PageHeader::setAction(const QString &text, const QString &iconName)
{
    m_actionText = text;
    m_actionIcon = iconName;
    m_action->setVisible(!text.isEmpty());
    m_action->setAccessibleName(text);
    recolour();
    fitAction();
}

void PageHeader::fitAction()
{
    const bool narrow = width() < NarrowHeader;
    m_action->setText(narrow ? QString() : m_actionText);
    m_action->setToolTip(narrow ? m_actionText : QString());
}

void PageHeader::fitContext()
{
    const QString shown =
        m_context->fontMetrics().elidedText(m_contextText, Qt::ElideRight, m_context->width());
    m_context->setText(shown);
    m_context->setToolTip(shown == m_contextText ? QString() : m_contextText);
}

bool PageHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_context && event->type() == QEvent::Resize)
        fitContext();
    return QWidget::eventFilter(watched, event);
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitAction();
}

void PageHeader::focusSearch()
{
    if (!m_search->isVisible())
        return;
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool PageHeader::isSearching() const
{
    return m_search->hasFocus();
}

void PageHeader::clearSearch()
{
    m_search->clear();
}

QWidget *PageHeader::bell() const
{
    return m_bell;
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PageHeader::retranslate()
{
    m_bell->setLabel(tr("Messages"));
}

void PageHeader::recolour()
{
    if (!m_actionIcon.isEmpty())
        m_action->setIcon(m_look.icon(m_actionIcon, m_look.tokens().text));
}

} // namespace anrufwarte
