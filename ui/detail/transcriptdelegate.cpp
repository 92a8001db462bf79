// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/transcriptdelegate.h"

#include "ui/detail/transcriptmodel.h"
#include "ui/look/look.h"

#include <QPainter>

namespace anrufwarte {

namespace {

constexpr int KeptLayouts = 300;
constexpr int IconSize = 14, Gap = 6;

QString iconName(TurnRole role)
{
    switch (role) {
    case TurnRole::ToolInvocation:
    case TurnRole::ToolResult:
        return QStringLiteral("wrench");
    case TurnRole::NodeTransition:
        return QStringLiteral("network");
    case TurnRole::Dtmf:
        return QStringLiteral("keyboard");
    case TurnRole::Sms:
        return QStringLiteral("message-square");
    case TurnRole::Injected:
        return QStringLiteral("log-in");
    default:
        return QStringLiteral("circle-question-mark");
    }
}

/// Draws text at the left end of `room`, cut with an ellipsis, and takes its width from `room`.
void drawAtLeft(QPainter &painter, QRect &room, const QString &text, int atMost)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, std::max(atMost, 0));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    room.adjust(painter.fontMetrics().horizontalAdvance(shown) + Gap, 0, 0, 0);
}

void drawAtRight(QPainter &painter, QRect &room, const QString &text)
{
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    room.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(text) - Gap, 0);
}

} // namespace

TranscriptDelegate::TranscriptDelegate(const Look &look, const TranscriptModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_look(look), m_model(model), m_layouts(KeptLayouts)
{
}

void TranscriptDelegate::setWidth(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    forget();
}

void TranscriptDelegate::setSearch(const QString &needle, std::optional<TranscriptHit> current)
{
    m_needle = needle;
    m_current = current;
}

void TranscriptDelegate::forget()
{
    m_heights.clear();
    m_layouts.clear();
}

void TranscriptDelegate::forgetRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        m_heights.remove(m_model.rows()[row].number);
        m_layouts.remove(m_model.rows()[row].number);
    }
}

const TranscriptLayout &TranscriptDelegate::layoutOf(int row) const
{
    const TranscriptRow &content = m_model.rows()[row];
    if (const TranscriptLayout *known = m_layouts.object(content.number))
        return *known;
    auto *layout = new TranscriptLayout(layoutRow(content, m_model.isUnfolded(row), m_width));
    m_heights.insert(content.number, layout->height);
    m_layouts.insert(content.number, layout); // takes ownership; a cost of 1 always fits
    return *layout;
}

QSize TranscriptDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto known = m_heights.constFind(m_model.rows()[index.row()].number);
    return {m_width, known != m_heights.cend() ? *known : layoutOf(index.row()).height};
}

void TranscriptDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const TranscriptLayout &layout = layoutOf(index.row());
    const TranscriptRow &row = m_model.rows()[index.row()];
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(option.rect.topLeft());
    if (row.isSpeech()) {
        paintSpeech(*painter, row, layout);
        const TranscriptLayout::Block &body = layout.blocks.front();
        body.text->draw(painter, body.at, marks(index.row(), row.turn.text));
    } else {
        paintEventRow(*painter, index.row(), layout);
    }
    const bool isChosen =
        option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_HasFocus);
    const bool isFocused =
        isChosen && option.state.testFlag(QStyle::State_Active) && option.widget->hasFocus();
    if (isFocused || (m_current && m_current->row == index.row()))
        paintOutline(*painter, layout);
    painter->restore();
}

void TranscriptDelegate::paintSpeech(QPainter &painter, const TranscriptRow &row,
                                     const TranscriptLayout &layout) const
{
    const Tokens &tokens = m_look.tokens();
    const bool isCaller = row.turn.role == TurnRole::User;
    const bool isThird = row.turn.role == TurnRole::TransferTarget;
    painter.setPen(isThird ? QPen(tokens.line2, 1) : QPen(Qt::NoPen));
    painter.setBrush(isCaller ? tokens.bubbleCaller : tokens.bubbleAgent);
    painter.drawRoundedRect(QRectF(layout.frame).adjusted(0.5, 0.5, -0.5, -0.5), metric::RadiusCard,
                            metric::RadiusCard);
    QRect head = layout.head.adjusted(0, 0, 4, 0);
    painter.setFont(Look::font(TextStyle::SmallMedium));
    painter.setPen(tokens.text2);
    drawAtLeft(painter, head, TranscriptModel::rowName(row), head.width());
    head.adjust(2, 0, 0, 0);
    painter.setFont(Look::font(TextStyle::Small));
    painter.setPen(tokens.text3);
    drawAtLeft(painter, head, TranscriptModel::timeText(row), head.width());
    painter.setPen(tokens.text);
}

void TranscriptDelegate::paintEventRow(QPainter &painter, int rowIndex, const TranscriptLayout &layout) const
{
    const Tokens &tokens = m_look.tokens();
    const TranscriptRow &row = m_model.rows()[rowIndex];
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.setPen(QPen(tokens.line2, 1));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF(layout.frame).adjusted(0.5, 0.5, -0.5, -0.5), metric::RadiusControl,
                            metric::RadiusControl);
    QRect room = layout.head.adjusted(10, 0, -8, 0);
    const int iconTop = room.top() + (room.height() - IconSize) / 2;
    painter.drawPixmap(room.left(), iconTop,
                       m_look.pixmap(iconName(row.turn.role), tokens.text3, IconSize, ratio));
    room.adjust(IconSize + Gap, 0, 0, 0);
    if (row.canUnfold()) {
        const QString chevron =
            m_model.isUnfolded(rowIndex) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
        painter.drawPixmap(room.right() - IconSize + 1, iconTop,
                           m_look.pixmap(chevron, tokens.text2, IconSize, ratio));
    }
    room.adjust(0, 0, -IconSize - Gap, 0);
    painter.setFont(Look::font(TextStyle::Small));
    painter.setPen(tokens.text2);
    drawAtRight(painter, room, TranscriptModel::timeText(row));

    const bool isTool = row.turn.role == TurnRole::ToolInvocation;
    painter.setFont(Look::font(isTool ? TextStyle::Mono : TextStyle::SmallMedium));
    if (isMarked(row)) {
        const int nameWidth =
            std::min(painter.fontMetrics().horizontalAdvance(TranscriptModel::rowName(row)), room.width());
        painter.fillRect(QRect(room.left() - 2, room.top() + 6, nameWidth + 4, room.height() - 12),
                         tokens.mark);
        painter.setPen(tokens.markText);
    } else {
        painter.setPen(tokens.text);
    }
    drawAtLeft(painter, room, TranscriptModel::rowName(row),
               row.hasResult ? room.width() * 3 / 5 : room.width());
    paintResult(painter, row, room);

    for (const TranscriptLayout::Block &block : layout.blocks) {
        painter.setPen(block.isCaption ? tokens.text3 : tokens.text);
        block.text->draw(&painter, block.at,
                         block.isCaption ? QList<QTextLayout::FormatRange>() : marks(-1, block.text->text()));
    }
}

void TranscriptDelegate::paintResult(QPainter &painter, const TranscriptRow &row, QRect room) const
{
    const Tokens &tokens = m_look.tokens();
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QFont font = Look::font(TextStyle::SmallMedium);
    const int iconTop = room.top() + (room.height() - IconSize) / 2;
    const int icons = row.hasResult ? IconSize + Gap + (row.turn.toolSucceeded ? IconSize + Gap : 0) : 0;
    const int wanted = row.hasResult ? QFontMetrics(font).horizontalAdvance(row.resultLine) : 0;
    const QString text = TranscriptModel::eventText(row);
    const int forText = room.width() - icons - std::min(wanted, room.width() / 2);
    if (forText > 40 && !text.isEmpty()) {
        painter.setFont(Look::font(TextStyle::Small));
        painter.setPen(tokens.text2);
        drawAtLeft(painter, room, text, forText);
    }
    if (!row.hasResult)
        return;
    painter.drawPixmap(room.left(), iconTop,
                       m_look.pixmap(QStringLiteral("arrow-right"), tokens.text3, IconSize, ratio));
    room.adjust(IconSize + Gap, 0, 0, 0);
    const bool failed = row.turn.toolSucceeded == false;
    if (row.turn.toolSucceeded) {
        const QPixmap icon = failed
                                 ? m_look.pixmap(QStringLiteral("circle-x"), tokens.danger, IconSize, ratio)
                                 : m_look.pixmap(QStringLiteral("circle-check"), tokens.ok, IconSize, ratio);
        painter.drawPixmap(room.left(), iconTop, icon);
        room.adjust(IconSize + Gap, 0, 0, 0);
    }
    painter.setFont(font);
    painter.setPen(failed ? tokens.danger : tokens.text2);
    drawAtLeft(painter, room, row.resultLine, room.width());
}

void TranscriptDelegate::paintOutline(QPainter &painter, const TranscriptLayout &layout) const
{
    painter.setPen(QPen(m_look.tokens().accentText, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(layout.frame).adjusted(1, 1, -1, -1), metric::RadiusCard,
                            metric::RadiusCard);
}

bool TranscriptDelegate::isMarked(const TranscriptRow &row) const
{
    return !m_needle.isEmpty() && searchableText(row).contains(m_needle, Qt::CaseInsensitive);
}

QList<QTextLayout::FormatRange> TranscriptDelegate::marks(int rowIndex, const QString &text) const
{
    QList<QTextLayout::FormatRange> out;
    if (m_needle.isEmpty())
        return out;
    const Tokens &tokens = m_look.tokens();
    for (qsizetype at = text.indexOf(m_needle, 0, Qt::CaseInsensitive); at >= 0 && out.size() < 1000;
         at = text.indexOf(m_needle, at + m_needle.size(), Qt::CaseInsensitive)) {
        const bool isCurrent = m_current && m_current->row == rowIndex && m_current->start == at;
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(at);
        range.length = static_cast<int>(m_needle.size());
        range.format.setBackground(tokens.mark);
        range.format.setForeground(tokens.markText);
        if (isCurrent) {
            range.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            range.format.setFontWeight(QFont::DemiBold);
        }
        out.append(range);
    }
    return out;
}

} // namespace anrufwarte
