// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/datachecklist.h"

#include "core/text/foreigntext.h"
#include "core/text/terms.h"
#include "ui/detail/callcontent.h"
#include "ui/detail/partnote.h"
#include "ui/look/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QToolButton>
#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int NarrowPane = 480, WidePane = 720;
constexpr int IconSize = 16;
constexpr qsizetype MostWarnings = 30;

/// In the order of reading: what comes first during a call stands first.
constexpr std::array ReadingOrder{Part::Transcript, Part::Cost,      Part::Duration,
                                  Part::Latency,    Part::Recording, Part::Summary};

} // namespace

DataChecklist::DataChecklist(Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_title(new TextLabel(look, TextStyle::BodyBold, &Tokens::text, this)),
      m_hint(new TextLabel(look, TextStyle::Small, &Tokens::text2, this)),
      m_grid(new QGridLayout),
      m_warningLine(new QToolButton(this)),
      m_warnings(new TextLabel(look, TextStyle::Small, &Tokens::text2, this))
{
    for (Item &item : m_items) {
        item.icon = new QLabel(this);
        item.text = new TextLabel(look, TextStyle::SmallMedium, &Tokens::text, this);
    }
    m_warnings->setWordWrap(true);
    m_warnings->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_warnings->hide();
    m_warningLine->setCheckable(true);
    m_warningLine->setAutoRaise(true);
    m_warningLine->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_warningLine, &QToolButton::toggled, m_warnings, &QWidget::setVisible);
    connect(m_warningLine, &QToolButton::toggled, this, &DataChecklist::recolour);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_hint);
    m_grid->setVerticalSpacing(4);
    m_grid->setHorizontalSpacing(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addLayout(m_grid);
    layout->addWidget(m_warningLine, 0, Qt::AlignLeft);
    layout->addWidget(m_warnings);
    connect(&look, &Look::changed, this, &DataChecklist::recolour);
    arrange();
}

void DataChecklist::showCall(const Call &call, qint64 nowMs)
{
    if (call.row.callId != m_call.row.callId)
        m_warningLine->setChecked(false);
    m_call = call;
    m_nowMs = nowMs;
    render();
}

QString DataChecklist::partText(Part part) const
{
    const auto *found = std::find(ReadingOrder.begin(), ReadingOrder.end(), part);
    return m_items[static_cast<size_t>(found - ReadingOrder.begin())].text->text();
}

QString DataChecklist::warningText() const
{
    return m_warnings->text();
}

void DataChecklist::render()
{
    const auto states = partStates(m_call.row, m_nowMs);
    for (size_t i = 0; i < m_items.size(); ++i) {
        const Part part = ReadingOrder[i];
        Item &item = m_items[i];
        item.state = states[static_cast<size_t>(part)];
        QString text = terms::part(part);
        if (item.state == DataState::Missing)
            text += QStringLiteral(" · ") + terms::dataState(item.state);
        else if (item.state == DataState::Never)
            text += QStringLiteral(" · ") + tr("n/a"); // the whole word is in the tooltip: columns are narrow
        item.text->setText(text);
        item.text->setAccessibleName(terms::part(part) + QLatin1String(": ") + terms::dataState(item.state));
        item.icon->setToolTip(item.text->accessibleName());
        item.text->setToolTip(item.text->accessibleName());
    }
    m_title->setText(tr("Data"));
    const auto is = [&states](DataState state) { return std::count(states.begin(), states.end(), state); };
    if (!isFinished(m_call.row.state))
        m_hint->setText(tr("The rest follows after the call"));
    else if (is(DataState::Pending) > 0)
        m_hint->setText(tr("Retell is still working on it"));
    else if (const auto missing = is(DataState::Missing); missing > 0)
        m_hint->setText(tr("%n part(s) missing", nullptr, static_cast<int>(missing)));
    else
        m_hint->setText(tr("complete"));
    renderWarnings();
    recolour();
}

void DataChecklist::renderWarnings()
{
    const QList<FieldWarning> &warnings = m_call.warnings;
    QStringList lines;
    for (const FieldWarning &warning : warnings.first(std::min(warnings.size(), MostWarnings)))
        lines.append(
            tr("Field %1: unexpected type (%2)").arg(isolated(warning.member), isolated(warning.found)));
    m_warnings->setText(lines.join(u'\n'));
    m_warningLine->setText(tr("%n field(s) could not be read", nullptr, static_cast<int>(warnings.size())));
    m_warningLine->setVisible(!warnings.isEmpty());
    m_warnings->setVisible(!warnings.isEmpty() && m_warningLine->isChecked());
}

void DataChecklist::recolour()
{
    const Tokens &tokens = m_look.tokens();
    for (Item &item : m_items) {
        const QColor ink = item.state == DataState::Present   ? tokens.ok
                           : item.state == DataState::Missing ? tokens.warnMark
                                                              : tokens.text3;
        item.icon->setPixmap(m_look.pixmap(stateIcon(item.state), ink, IconSize, devicePixelRatioF()));
        item.text->setColour(item.state == DataState::Missing ? &Tokens::warn
                             : item.state == DataState::Never ? &Tokens::text3
                                                              : &Tokens::text);
    }
    m_warningLine->setIcon(m_look.icon(m_warningLine->isChecked() ? QStringLiteral("chevron-down")
                                                                  : QStringLiteral("chevron-right"),
                                       tokens.text2));
    update();
}

void DataChecklist::arrange()
{
    const int columns = width() < NarrowPane ? 2 : width() < WidePane ? 3 : 6;
    if (columns == m_columns)
        return;
    for (int old = 0; old < 2 * m_columns; ++old)
        m_grid->setColumnStretch(old, 0);
    m_columns = columns;
    for (int i = 0; i < PartCount; ++i) {
        const Item &item = m_items[static_cast<size_t>(i)];
        m_grid->addWidget(item.icon, i / columns, 2 * (i % columns));
        m_grid->addWidget(item.text, i / columns, 2 * (i % columns) + 1);
    }
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(2 * column + 1, 1);
}

void DataChecklist::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void DataChecklist::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(1, 0, width() - 2, 1, m_look.tokens().line);
}

void DataChecklist::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        render();
    QWidget::changeEvent(event);
}

} // namespace anrufwarte
