// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/listcard.h"

#include "ui/look/style.h"
#include "ui/look/textlabel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace anrufwarte {

namespace {
constexpr int HeadHeight = 42;

struct ResultFilterWords
{
    Q_DECLARE_TR_FUNCTIONS(ResultFilterWords)
};
} // namespace

ListCard::ListCard(const Look &look, QAbstractItemView *table, QWidget *parent)
    : Card(look, parent),
      m_title(new TextLabel(look, TextStyle::BodyBold)),
      m_count(new TextLabel(look, TextStyle::Body, &Tokens::text2)),
      m_note(new TextLabel(look, TextStyle::Small, &Tokens::text2)),
      m_filters(new QHBoxLayout),
      m_stack(new QStackedWidget),
      m_empty(new TextLabel(look, TextStyle::Body, &Tokens::text2))
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 10, 6);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addWidget(m_note);
    head->addStretch(1);
    m_filters->setSpacing(8);
    head->addLayout(m_filters);
    head->addSpacing(0);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(24, 24, 24, 24);
    m_stack->addWidget(table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, metric::RadiusCard / 2); // the card's line and its round corners
    column->setSpacing(0);
    auto *box = new QWidget;
    box->setLayout(head);
    box->setMinimumHeight(HeadHeight);
    column->addWidget(box);
    column->addWidget(m_stack, 1);
}

void ListCard::setTitle(const QString &title, const QString &count, const QString &note)
{
    m_title->setText(title);
    m_count->setText(count);
    m_note->setText(note.isEmpty() ? QString() : QStringLiteral("·  ") + note);
}

void ListCard::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

QString ListCard::count() const
{
    return m_count->text();
}

QString ListCard::note() const
{
    return m_note->text();
}

QComboBox *ListCard::addFilter()
{
    auto *box = new QComboBox;
    setCompact(box);
    m_filters->addWidget(box);
    return box;
}

void ListCard::showEmpty(bool empty)
{
    m_stack->setCurrentIndex(empty ? 1 : 0);
}

void fillResultFilter(QComboBox &box)
{
    const QSignalBlocker quiet(box);
    const int chosen = qMax(0, box.currentIndex());
    box.clear();
    box.addItem(ResultFilterWords::tr("Show: changed and failed"), int(ResultFilter::ChangedAndFailed));
    box.addItem(ResultFilterWords::tr("Show: all"), int(ResultFilter::All));
    box.addItem(ResultFilterWords::tr("Show: failed only"), int(ResultFilter::Failed));
    box.setCurrentIndex(chosen);
    box.setAccessibleName(ResultFilterWords::tr("Which results are shown"));
}

ResultFilter resultFilter(const QComboBox &box)
{
    return static_cast<ResultFilter>(box.currentData().toInt());
}

} // namespace anrufwarte
