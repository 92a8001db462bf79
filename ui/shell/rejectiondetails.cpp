// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rejectiondetails.h"

#include "core/text/terms.h"
#include "ui/look/textlabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {

struct OutcomeLook
{
    QString icon;
    QColor Tokens::*colour;
    QString spoken;
};

} // namespace

RejectionDetails::RejectionDetails(const Look &look, QWidget *parent)
    : QWidget(parent), m_look(look), m_grid(nullptr)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void RejectionDetails::setRecord(const DeliveryRecord *record)
{
    delete m_content;
    m_content = nullptr;
    if (!record)
        return;
    m_content = new QWidget(this);
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(0, 8, 0, 4);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(3, 1);
    addText(terms::rejection(*record), false);
    for (const HintFound &hint : record->hints)
        addText(terms::hint(hint), true);
    for (const DeliveryCheck &check : record->checks)
        addCheck(check);
    layout()->addWidget(m_content);
    m_content->show();
}

void RejectionDetails::addText(const QString &text, bool hint)
{
    auto *label =
        new TextLabel(m_look, hint ? TextStyle::Body : TextStyle::BodyBold, &Tokens::text, m_content);
    label->setText(text);
    label->setWordWrap(true);
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 4);
}

void RejectionDetails::addCheck(const DeliveryCheck &check)
{
    const OutcomeLook outcome = [&]() -> OutcomeLook {
        switch (check.outcome) {
        case CheckOutcome::Passed:
            return {QStringLiteral("circle-check"), &Tokens::ok, tr("passed")};
        case CheckOutcome::Failed:
            return {QStringLiteral("circle-x"), &Tokens::danger, tr("failed")};
        case CheckOutcome::NotReached:
            break;
        }
        return {QStringLiteral("circle-dashed"), &Tokens::text3, tr("not checked yet")};
    }();
    const bool reached = check.outcome != CheckOutcome::NotReached;
    const auto label = [this](const QString &text, TextStyle style, QColor Tokens::*colour) {
        auto *made = new TextLabel(m_look, style, colour, m_content);
        made->setText(text);
        made->setWordWrap(true);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return made;
    };
    m_grid->setRowMinimumHeight(m_grid->rowCount(), 6); // air between the checks
    const int row = m_grid->rowCount() + 1;
    auto *icon = new QLabel(m_content);
    icon->setPixmap(m_look.pixmap(outcome.icon, m_look.tokens().*outcome.colour, 16, devicePixelRatioF()));
    icon->setAccessibleName(outcome.spoken);
    auto *name = label(terms::check(check.kind), TextStyle::BodyMedium, &Tokens::text);
    name->setAccessibleName(name->text() + u": " + outcome.spoken);
    name->setWordWrap(false);
    m_grid->addWidget(icon, row, 0, 2, 1, Qt::AlignTop);
    m_grid->addWidget(name, row, 1, 2, 1, Qt::AlignTop);
    m_grid->addWidget(label(tr("expected"), TextStyle::Small, &Tokens::text3), row, 2, Qt::AlignTop);
    m_grid->addWidget(label(terms::expected(check), TextStyle::Mono, &Tokens::text2), row, 3, Qt::AlignTop);
    m_grid->addWidget(label(tr("received"), TextStyle::Small, &Tokens::text3), row + 1, 2, Qt::AlignTop);
    const bool failed = check.outcome == CheckOutcome::Failed;
    m_grid->addWidget(label(reached ? terms::received(check) : outcome.spoken, TextStyle::Mono,
                            failed ? &Tokens::danger : &Tokens::text2),
                      row + 1, 3, Qt::AlignTop);
}

} // namespace anrufwarte
