// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/sharebar.h"

#include "ui/look/look.h"

#include <QPainter>
#include <QPainterPath>
#include <numeric>

namespace anrufwarte {

namespace {
constexpr int BarHeight = 14, BarGap = 2, Radius = 3;
} // namespace

ShareBar::ShareBar(Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void ShareBar::setShares(QList<qint64> shares)
{
    m_shares = std::move(shares);
    update();
}

QSize ShareBar::sizeHint() const
{
    return {120, BarHeight};
}

void ShareBar::paintEvent(QPaintEvent *)
{
    const qint64 total = std::accumulate(m_shares.begin(), m_shares.end(), qint64(0));
    if (total <= 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(rect(), Radius, Radius);
    painter.setClipPath(outline);
    const auto &colors = m_look.tokens().share;
    const double scale = static_cast<double>(width()) / static_cast<double>(total);
    double left = 0.0;
    for (qsizetype i = 0; i < m_shares.size(); ++i) {
        const double length = static_cast<double>(m_shares[i]) * scale;
        const bool isLast = i == m_shares.size() - 1;
        if (length > 0.0) {
            const double shown = std::max(isLast ? length : length - BarGap, 1.0);
            painter.fillRect(QRectF(left, 0, shown, height()),
                             colors[std::min(static_cast<size_t>(i), colors.size() - 1)]);
        }
        left += length;
    }
}

} // namespace anrufwarte
