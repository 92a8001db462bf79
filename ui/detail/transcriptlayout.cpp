// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/transcriptlayout.h"

#include "ui/detail/transcriptmodel.h"
#include "ui/look/look.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QTextOption>
#include <cmath>

namespace anrufwarte {

namespace {

using namespace transcriptmetric;

constexpr int LeastWideBubble = 300;
constexpr double WideShare = 0.74, NarrowShare = 0.92;
constexpr int HeadGap = 2, DetailGap = 6;

struct Captions
{
    Q_DECLARE_TR_FUNCTIONS(anrufwarte::TranscriptView)
};

struct Broken
{
    std::unique_ptr<QTextLayout> text;
    QSizeF size;
};

Broken breakLines(const QString &text, const QFont &font, double width)
{
    QString lines = text;
    lines.replace(u'\n', QChar(QChar::LineSeparator));
    Broken out{std::make_unique<QTextLayout>(lines, font), QSizeF(0, 0)};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    out.text->setTextOption(option);
    out.text->setCacheEnabled(true);
    out.text->beginLayout();
    for (QTextLine line = out.text->createLine(); line.isValid(); line = out.text->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, out.size.height()));
        out.size.rheight() += line.height();
        out.size.setWidth(std::max(out.size.width(), line.naturalTextWidth()));
    }
    out.text->endLayout();
    return out;
}

int whole(double length)
{
    return static_cast<int>(std::ceil(length));
}

TranscriptLayout layoutSpeech(const TranscriptRow &row, int width)
{
    const int room = width - 2 * Side;
    const int share = whole(room * (width < NarrowPane ? NarrowShare : WideShare));
    const int widest = std::min(room, std::max(share, LeastWideBubble)) - 2 * BubblePadding;

    const QFontMetrics head(Look::font(TextStyle::SmallMedium));
    const int headWidth = head.horizontalAdvance(TranscriptModel::rowName(row)) + 8 +
                          head.horizontalAdvance(TranscriptModel::timeText(row));
    const QFont font = Look::font(TextStyle::Body);
    Broken body = breakLines(row.turn.text, font, widest);
    const int textWidth = std::min(widest, std::max(whole(body.size.width()) + 1, headWidth));
    if (row.turn.text.isRightToLeft())
        body = breakLines(row.turn.text, font, textWidth); // such lines stand at the right end of their width

    TranscriptLayout out;
    const int bubble = textWidth + 2 * BubblePadding;
    const int left = row.turn.role == TurnRole::User ? width - Side - bubble : Side;
    const int height = BubbleTop + head.height() + HeadGap + whole(body.size.height()) + BubbleTop + 1;
    out.frame = QRect(left, RowGap, bubble, height);
    out.head = QRect(left + BubblePadding, RowGap + BubbleTop, textWidth, head.height());
    out.blocks.push_back(
        {std::move(body.text), QPointF(out.head.left(), out.head.bottom() + 1 + HeadGap), false});
    out.height = height + 2 * RowGap;
    return out;
}

TranscriptLayout layoutEvent(const TranscriptRow &row, bool unfolded, int width)
{
    const int inset = width < NarrowPane ? Side : Side + EventInset;
    TranscriptLayout out;
    out.head = QRect(inset, RowGap, width - 2 * inset, EventHeight);
    int y = out.head.bottom() + 1;
    const auto add = [&](const QString &text, TextStyle style, bool isCaption) {
        Broken block = breakLines(text, Look::font(style), out.head.width() - 2 * BubblePadding);
        out.blocks.push_back({std::move(block.text), QPointF(out.head.left() + BubblePadding, y), isCaption});
        y += whole(block.size.height()) + (isCaption ? HeadGap : DetailGap);
    };
    if (unfolded && !row.argumentsText.isEmpty()) {
        add(Captions::tr("Arguments"), TextStyle::Caption, true);
        add(row.argumentsText, TextStyle::Mono, false);
    }
    if (unfolded && !row.resultText.isEmpty()) {
        add(Captions::tr("Result"), TextStyle::Caption, true);
        add(row.resultText, TextStyle::Mono, false);
    }
    out.frame = QRect(out.head.left(), out.head.top(), out.head.width(), y - out.head.top());
    out.height = out.frame.height() + 2 * RowGap;
    return out;
}

} // namespace

TranscriptLayout layoutRow(const TranscriptRow &row, bool unfolded, int width)
{
    return row.isSpeech() ? layoutSpeech(row, width) : layoutEvent(row, unfolded, width);
}

} // namespace anrufwarte
