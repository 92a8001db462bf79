// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statussegment.h"

#include "ui/look/look.h"

#include <QPainter>

namespace anrufwarte {

namespace {

constexpr int Padding = 8, IconSize = 14, Gap = 6;
constexpr int Slack = 2; ///< elidedText() reckons in fractions of a pixel
constexpr int LeastValue =
    110; ///< of a value's first part this much stays in sight, however narrow the window
const QString PartMark = QStringLiteral(" · ");

QString shape(StatusState state)
{
    switch (state) {
    case StatusState::Ok:
        return QStringLiteral("circle-check");
    case StatusState::Warn:
        return QStringLiteral("triangle-alert");
    case StatusState::Bad:
        return QStringLiteral("circle-x");
    case StatusState::Busy:
        return QStringLiteral("loader-circle");
    }
    return {};
}

QColor ink(const Tokens &t, StatusState state)
{
    switch (state) {
    case StatusState::Ok:
        return t.ok;
    case StatusState::Warn:
        return t.warn;
    case StatusState::Bad:
        return t.danger;
    case StatusState::Busy:
        return t.text2;
    }
    return t.text2;
}

/// What of "1 ms · 3 of 20 · limit 200" can be shown whole; the first part, if need be, cut.
QString fitting(const QString &value, const QFontMetrics &metrics, int room)
{
    QString shown = value;
    while (metrics.horizontalAdvance(shown) > room) {
        const qsizetype last = shown.lastIndexOf(PartMark);
        if (last < 0)
            return metrics.elidedText(shown, Qt::ElideRight, room);
        shown.truncate(last);
    }
    return shown;
}

QFont nameFont()
{
    QFont font = Look::font(TextStyle::SmallMedium);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

StatusSegment::StatusSegment(const Look &look, QWidget *parent) : QAbstractButton(parent), m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Expanding);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void StatusSegment::setContent(const StatusText &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text.spoken);
    setToolTip(text.value);
    updateGeometry();
    update();
}

int StatusSegment::widthWith(const QString &value, int atMost) const
{
    const QFontMetrics name(nameFont());
    const QFontMetrics small(Look::font(TextStyle::Small));
    int width = 2 * Padding + IconSize + Gap + name.horizontalAdvance(m_text.name);
    if (!value.isEmpty())
        width += Gap + qMin(small.horizontalAdvance(value) + Slack, atMost);
    if (!m_text.alarm.isEmpty())
        width += 2 * Gap + name.horizontalAdvance(m_text.alarm);
    return width;
}

QSize StatusSegment::sizeHint() const
{
    return {widthWith(m_text.value, QWIDGETSIZE_MAX), QFontMetrics(nameFont()).height() + 10};
}

QSize StatusSegment::minimumSizeHint() const
{
    return {widthWith(m_text.value.section(PartMark, 0, 0), LeastValue), sizeHint().height()};
}

void StatusSegment::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_look.tokens();
    if (underMouse() || isDown())
        painter.fillRect(rect(), t.dark ? t.hover : t.line);
    const QFont bold = nameFont();
    const QFont plain = Look::font(TextStyle::Small);
    QRect room = rect().adjusted(Padding, 0, -Padding, 0);
    painter.drawPixmap(
        room.left(), (height() - IconSize) / 2,
        m_look.pixmap(shape(m_text.state), ink(t, m_text.state), IconSize, devicePixelRatioF()));
    room.adjust(IconSize + Gap, 0, 0, 0);

    const auto draw = [&](const QFont &font, const QColor &color, const QString &text) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
        room.adjust(painter.fontMetrics().horizontalAdvance(text) + Gap, 0, 0, 0);
    };
    draw(bold, t.text, m_text.name);
    const int alarm = m_text.alarm.isEmpty() ? 0 : QFontMetrics(bold).horizontalAdvance(m_text.alarm) + Gap;
    draw(plain, t.text2, fitting(m_text.value, QFontMetrics(plain), room.width() - alarm));
    if (alarm > 0)
        draw(bold, t.danger, m_text.alarm);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(t.accentText, metric::FocusWidth));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace anrufwarte
