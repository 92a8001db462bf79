// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statussegment.h"

#include "ui/look/look.h"

#include <QPainter>

namespace anrufwarte {

namespace {

constexpr int Padding = 8, IconSize = 14, Gap = 6;
constexpr int Slack = 2; ///< elidedText() reckons in fractions of a pixel

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

int StatusSegment::widthWith(bool value) const
{
    const QFontMetrics name(nameFont());
    const QFontMetrics small(Look::font(TextStyle::Small));
    int width = 2 * Padding + IconSize + Gap + name.horizontalAdvance(m_text.name);
    if (value)
        width += Gap + small.horizontalAdvance(m_text.value) + Slack;
    if (!m_text.alarm.isEmpty())
        width += 2 * Gap + name.horizontalAdvance(m_text.alarm);
    return width;
}

QSize StatusSegment::sizeHint() const
{
    return {widthWith(true), QFontMetrics(nameFont()).height() + 10};
}

QSize StatusSegment::minimumSizeHint() const
{
    return {widthWith(false), sizeHint().height()};
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
    draw(plain, t.text2, QFontMetrics(plain).elidedText(m_text.value, Qt::ElideRight, room.width() - alarm));
    if (alarm > 0)
        draw(bold, t.danger, m_text.alarm);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(t.accentText, metric::FocusWidth));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace anrufwarte
