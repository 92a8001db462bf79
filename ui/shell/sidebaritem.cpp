// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebaritem.h"

#include "core/text/formats.h"
#include "ui/look/look.h"

#include <QKeySequence>
#include <QPainter>

namespace anrufwarte {

namespace {

constexpr int Height = 34, IconSize = 18, IconLeft = 11, TextLeft = 38, ProgressHeight = 2;
constexpr int BadgeHeight = 18, SmallBadge = 14, BadgeMargin = 6, BadgeGap = 3;

QFont badgeFont()
{
    QFont font = Look::font(TextStyle::Caption);
    font.setWeight(QFont::DemiBold);
    return font;
}

void rounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(rect, radius, radius);
}

} // namespace

SidebarItem::SidebarItem(const Look &look, QString iconName, QWidget *parent)
    : QAbstractButton(parent), m_look(look), m_iconName(std::move(iconName))
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFont(Look::font(TextStyle::BodyMedium));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void SidebarItem::setLabel(const QString &label, const QKeySequence &shortcut)
{
    setText(label);
    m_shortcut = shortcut.toString(QKeySequence::NativeText);
    describe();
}

void SidebarItem::setBadge(int count)
{
    m_badge = count;
    describe();
    update();
}

void SidebarItem::setProgress(std::optional<double> share)
{
    if (share == m_progress)
        return;
    m_progress = share;
    describe();
    update();
}

void SidebarItem::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    describe();
    update();
}

void SidebarItem::describe()
{
    setAccessibleDescription(m_progress ? Formats().percent(*m_progress, 0) : QString());
    setAccessibleName(m_badge > 0 ? QStringLiteral("%1, %2").arg(text()).arg(m_badge) : text());
    setToolTip(m_collapsed && !m_shortcut.isEmpty() ? QStringLiteral("%1 (%2)").arg(text(), m_shortcut)
               : m_collapsed                        ? text()
                                                    : m_shortcut);
}

QSize SidebarItem::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int height = qMax(Height, metrics.height() + 16);
    return {m_collapsed ? 40 : TextLeft + metrics.horizontalAdvance(text()) + 12, height};
}

void SidebarItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_look.tokens();
    if (isChecked()) {
        rounded(painter, rect(), metric::RadiusControl, t.dark ? t.selection : t.selection.darker(103));
        rounded(painter, QRectF(0, height() / 2.0 - 9, 3, 18), 1.5, t.accentText);
    } else if (underMouse() || isDown()) {
        rounded(painter, rect(), metric::RadiusControl, t.dark ? t.hover : t.line);
    }
    const QColor ink = isChecked() ? t.text : t.text2;
    const QPixmap icon =
        m_look.pixmap(m_iconName, isChecked() ? t.accentText : t.text2, IconSize, devicePixelRatioF());
    painter.drawPixmap(m_collapsed ? (width() - IconSize) / 2 : IconLeft, (height() - IconSize) / 2, icon);
    if (!m_collapsed) {
        painter.setFont(isChecked() ? Look::font(TextStyle::BodyBold) : font());
        painter.setPen(ink);
        const int right = m_badge > 0 ? BadgeMargin + badgeWidth() + BadgeGap : 8;
        const QRect room = rect().adjusted(TextLeft, 0, -right, 0);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    }
    if (m_badge > 0)
        paintBadge(painter);
    if (m_progress)
        paintProgress(painter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(t.accentText, metric::FocusWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metric::RadiusControl,
                                metric::RadiusControl);
    }
}

void SidebarItem::paintProgress(QPainter &painter) const
{
    const Tokens &t = m_look.tokens();
    const int left = m_collapsed ? ProgressHeight * 2 : IconLeft;
    const QRectF line(left, height() - ProgressHeight - 1, width() - 2 * left, ProgressHeight);
    rounded(painter, line, ProgressHeight / 2.0, t.line2);
    rounded(painter, QRectF(line.topLeft(), QSizeF(line.width() * *m_progress, line.height())),
            ProgressHeight / 2.0, t.accentText);
}

/// The icon must stay to be seen behind the number of the collapsed item.
QString SidebarItem::badgeText() const
{
    const int most = m_collapsed ? 99 : 999;
    return m_badge > most ? QString::number(most) + u'+' : QString::number(m_badge);
}

int SidebarItem::badgeWidth() const
{
    return qMax(m_collapsed ? SmallBadge : BadgeHeight,
                QFontMetrics(badgeFont()).horizontalAdvance(badgeText()) + 9);
}

void SidebarItem::paintBadge(QPainter &painter) const
{
    const Tokens &t = m_look.tokens();
    const int height = m_collapsed ? SmallBadge : BadgeHeight;
    const int side = badgeWidth();
    const QRectF badge =
        m_collapsed ? QRectF(width() - side - 1, 1, side, height)
                    : QRectF(width() - side - BadgeMargin, (this->height() - height) / 2.0, side, height);
    rounded(painter, badge, height / 2.0, t.line2);
    painter.setFont(badgeFont());
    painter.setPen(t.text);
    painter.drawText(badge, Qt::AlignCenter, badgeText());
}

} // namespace anrufwarte
