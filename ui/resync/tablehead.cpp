// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/tablehead.h"

#include "ui/resync/celldelegate.h"

#include <QPainter>

namespace anrufwarte {

namespace {
constexpr int BodyPixels = 13; ///< the size the design's widths are for
constexpr int LeastWidth = 24, NarrowTable = 780;
} // namespace

TableHead::TableHead(const Look &look, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_look(look)
{
    setSectionsClickable(false);
    setHighlightSections(false);
    setMinimumSectionSize(LeastWidth);
    setFocusPolicy(Qt::NoFocus);
    setFixedHeight(metric::HeaderHeight);
    connect(&look, &Look::changed, viewport(), qOverload<>(&QWidget::update));
}

void TableHead::setWidths(const QList<int> &wide, const QList<int> &narrow)
{
    setStretchLastSection(false);
    m_wide = wide;
    m_narrow = narrow;
    useWidths(m_isNarrow ? m_narrow : m_wide);
}

void TableHead::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    const bool narrow = width() < NarrowTable;
    if (narrow == m_isNarrow)
        return;
    m_isNarrow = narrow;
    useWidths(narrow ? m_narrow : m_wide);
}

void TableHead::useWidths(const QList<int> &widths)
{
    const int pixels = QFontInfo(Look::font(TextStyle::Body)).pixelSize();
    for (int section = 0; section < count() && section < widths.size(); ++section) {
        const int width = widths.at(section);
        setSectionResizeMode(section, width == 0 ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (width > 0)
            resizeSection(section, width * pixels / BodyPixels);
    }
}

QSize TableHead::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), metric::HeaderHeight};
}

void TableHead::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &t = m_look.tokens();
    const QVariant alignment = model()->headerData(section, orientation(), Qt::TextAlignmentRole);
    const bool isNumber = alignment.toInt() & Qt::AlignRight;
    const int left = section == 0 ? CellDelegate::OuterPadding : CellDelegate::InnerPadding;
    const QRect room = rect.adjusted(left, 0, -CellDelegate::InnerPadding, 0);
    const QString title = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const QFont font = Look::font(TextStyle::SmallMedium);
    painter->save();
    painter->fillRect(rect, t.raised);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.line);
    painter->setFont(font);
    painter->setPen(t.text2);
    painter->drawText(room,
                      Qt::AlignVCenter | Qt::TextSingleLine | (isNumber ? Qt::AlignRight : Qt::AlignLeft),
                      QFontMetrics(font).elidedText(title, Qt::ElideRight, room.width() + 1));
    painter->restore();
}

} // namespace anrufwarte
