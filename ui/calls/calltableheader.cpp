// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calltableheader.h"

#include "core/text/terms.h"
#include "ui/calls/callcolumns.h"
#include "ui/calls/celltexts.h"
#include "ui/calls/partmeter.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <algorithm>

namespace anrufwarte {

namespace {
constexpr int OuterPadding = 12, InnerPadding = 8, ArrowSize = 14, ArrowGap = 4;
constexpr int LeastAgentWidth = 64, UsualAgentWidth = 124;
constexpr int AgentSection = static_cast<int>(BoardColumn::Agent);
constexpr int BodyPixels = 13; ///< the size the design's widths are for
constexpr int CellIcon = 22;   ///< with its gap

int textWidth(TextStyle style, const QString &text)
{
    return QFontMetrics(Look::font(style)).horizontalAdvance(text);
}

/// What the longest word of a column needs beside its padding; 0 = words do not decide.
int widthOfWords(BoardColumn column)
{
    switch (column) {
    case BoardColumn::Status:
        return OuterPadding - InnerPadding + CellIcon + textWidth(TextStyle::BodyBold, terms::unconfirmed());
    case BoardColumn::Sentiment:
        return CellIcon + textWidth(TextStyle::Body, terms::sentiment(QStringLiteral("Negative")));
    case BoardColumn::DataParts:
        return PartMeter::Width + textWidth(TextStyle::SmallMedium, celltext::missing(PartCount));
    default:
        return 0;
    }
}

int scaled(int pixels)
{
    return pixels * QFontInfo(Look::font(TextStyle::Body)).pixelSize() / BodyPixels;
}

/// The design's widths are for German; words of another language may need more.
int defaultWidth(const CallColumn &column)
{
    const int arrow = column.isNumber ? ArrowGap + ArrowSize : InnerPadding;
    const int title = textWidth(TextStyle::SmallMedium, columnTitle(column.column)) + InnerPadding + arrow;
    return std::max({scaled(column.width), title, widthOfWords(column.column) + 2 * InnerPadding});
}
} // namespace

CallTableHeader::CallTableHeader(const Look &look, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_look(look)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    setFocusPolicy(Qt::NoFocus);
    setFixedHeight(metric::HeaderHeight);
    connect(this, &QHeaderView::sectionClicked, this, &CallTableHeader::chooseSort);
    connect(this, &QHeaderView::sectionMoved, this, &CallTableHeader::layoutChosen);
    connect(this, &QHeaderView::sectionResized, this, &CallTableHeader::noteResize);
    connect(&look, &Look::changed, viewport(), qOverload<>(&QWidget::update));
}

void CallTableHeader::setSort(BoardSort sort)
{
    m_sort = sort;
    viewport()->update();
}

void CallTableHeader::fitTo(int width)
{
    m_space = width;
    stretchAgent();
}

void CallTableHeader::noteResize(int section)
{
    if (m_resizing || section == AgentSection)
        return;
    stretchAgent();
    Q_EMIT
    layoutChosen();
}

int CallTableHeader::widthOfOthers() const
{
    return length() - sectionSize(AgentSection); // 0 while it is hidden
}

int CallTableHeader::leastWidth() const
{
    return widthOfOthers() + (isSectionHidden(AgentSection) ? 0 : scaled(LeastAgentWidth));
}

int CallTableHeader::comfortableWidth() const
{
    return widthOfOthers() + (isSectionHidden(AgentSection) ? 0 : scaled(UsualAgentWidth));
}

void CallTableHeader::stretchAgent()
{
    if (m_space != 0 && !isSectionHidden(AgentSection))
        resizeSection(AgentSection, qMax(scaled(LeastAgentWidth), m_space - widthOfOthers()));
}

void CallTableHeader::resetLayout()
{
    {
        const QScopedValueRollback resizing(m_resizing, true);
        for (const CallColumn &column : callColumns()) {
            const int section = static_cast<int>(column.column);
            moveSection(visualIndex(section), section);
            setSectionHidden(section, !column.isVisible);
            m_languageWidths[static_cast<size_t>(section)] = defaultWidth(column);
            resizeSection(section, defaultWidth(column));
        }
    }
    setSectionResizeMode(QHeaderView::Interactive);
    setSectionResizeMode(AgentSection, QHeaderView::Fixed);
    stretchAgent();
    Q_EMIT
    layoutChosen();
}

void CallTableHeader::fitLanguage()
{
    const QScopedValueRollback resizing(m_resizing, true);
    for (const CallColumn &column : callColumns()) {
        const int section = static_cast<int>(column.column);
        int &last = m_languageWidths[static_cast<size_t>(section)];
        const int wanted = defaultWidth(column);
        const int size = sectionSize(section);
        if (section != AgentSection && (size == last || size < wanted)) // a hidden one has the size 0
            resizeSection(section, wanted);
        last = wanted;
    }
    stretchAgent();
}

void CallTableHeader::setColumnShown(BoardColumn column, bool shown)
{
    // The last one stays: an empty table could not be told from a broken one.
    if (!shown && shownColumns().size() == 1)
        return;
    setSectionHidden(static_cast<int>(column), !shown);
    stretchAgent();
    Q_EMIT
    layoutChosen();
}

QList<BoardColumn> CallTableHeader::shownColumns() const
{
    QList<BoardColumn> columns;
    for (int visual = 0; visual < count(); ++visual) {
        if (!isSectionHidden(logicalIndex(visual)))
            columns.append(static_cast<BoardColumn>(logicalIndex(visual)));
    }
    return columns;
}

void CallTableHeader::fillMenu(QMenu &menu)
{
    for (const CallColumn &column : callColumns()) {
        QAction *action = menu.addAction(columnTitle(column.column));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(static_cast<int>(column.column)));
        connect(action, &QAction::toggled, this,
                [this, id = column.column](bool shown) { setColumnShown(id, shown); });
    }
    menu.addSeparator();
    QMenu *sort = menu.addMenu(tr("Sort by"));
    for (const BoardColumn column : shownColumns()) {
        QAction *action = sort->addAction(columnTitle(column));
        action->setCheckable(true);
        action->setChecked(column == m_sort.column);
        connect(action, &QAction::triggered, this, [this, column] { chooseSort(static_cast<int>(column)); });
    }
    menu.addAction(tr("Fit widths to content"), this, &CallTableHeader::fitRequested);
    menu.addAction(tr("Reset columns"), this, &CallTableHeader::resetLayout);
}

void CallTableHeader::chooseSort(int section)
{
    const auto column = static_cast<BoardColumn>(section);
    // First click: what is usually looked for, so large numbers first and names from A.
    const bool descending = m_sort.column == column ? !m_sort.descending : callColumn(column).isNumber;
    Q_EMIT
    sortChosen({column, descending});
}

QSize CallTableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), metric::HeaderHeight};
}

void CallTableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &t = m_look.tokens();
    const CallColumn &column = callColumn(static_cast<BoardColumn>(section));
    const bool sorted = m_sort.column == column.column;
    const QFont font = Look::font(TextStyle::SmallMedium);
    const QString title = columnTitle(column.column);
    QRect area = rect.adjusted(shownColumns().value(0) == column.column ? OuterPadding : InnerPadding, 0,
                               -InnerPadding, 0);
    if (sorted && column.isNumber)
        area.setLeft(rect.left()); // the arrow may use the padding
    painter->save();
    painter->fillRect(rect, t.raised);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.line);
    painter->setFont(font);
    painter->setPen(sorted ? t.text : t.text2);
    const QFontMetrics metrics(font);
    if (sorted) {
        const int titleWidth = qMin(metrics.horizontalAdvance(title), area.width() - ArrowSize - ArrowGap);
        const int left = column.isNumber ? area.right() - titleWidth - ArrowGap - ArrowSize
                                         : area.left() + titleWidth + ArrowGap;
        painter->drawPixmap(
            left, rect.top() + (rect.height() - ArrowSize) / 2,
            m_look.pixmap(m_sort.descending ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up"),
                          t.text, ArrowSize, devicePixelRatioF()));
        if (!column.isNumber)
            area.setRight(area.left() + titleWidth);
    }
    painter->drawText(
        area, Qt::AlignVCenter | Qt::TextSingleLine | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft),
        metrics.elidedText(title, Qt::ElideRight, area.width() + 1));
    painter->restore();
}

void CallTableHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(event->globalPos());
}

} // namespace anrufwarte
