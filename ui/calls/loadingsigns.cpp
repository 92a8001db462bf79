// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/loadingsigns.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace anrufwarte {

namespace {
constexpr int DelayMs = 300, StepMs = 40, StepPermille = 15, BarPermille = 300;
constexpr int SkeletonCount = 6;
} // namespace

LoadingBar::LoadingBar(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setFixedHeight(2);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_delay.setSingleShot(true);
    m_delay.setInterval(DelayMs);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_shown = true;
        if (QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0)
            m_step.start(StepMs);
        update();
        Q_EMIT
        appeared();
    });
    connect(&m_step, &QTimer::timeout, this, [this] {
        m_position = (m_position + StepPermille) % (1000 + BarPermille);
        update();
    });
}

void LoadingBar::start()
{
    if (!m_shown && !m_delay.isActive())
        m_delay.start();
}

void LoadingBar::stop()
{
    m_delay.stop();
    m_step.stop();
    m_shown = false;
    m_position = 0;
    update();
}

void LoadingBar::paintEvent(QPaintEvent *)
{
    if (!m_shown)
        return;
    QPainter painter(this);
    const bool moving = m_step.isActive();
    const int left = moving ? width() * (m_position - BarPermille) / 1000 : 0;
    painter.fillRect(left, 0, moving ? width() * BarPermille / 1000 : width(), height(),
                     m_look.tokens().accent);
}

SkeletonRows::SkeletonRows(const Look &look, QWidget *parent) : QWidget(parent), m_look(look) {}

void SkeletonRows::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_look.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < SkeletonCount; ++row) {
        const int top = row * metric::RowHeight;
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.hover);
        painter.drawRoundedRect(12, top + 12, 80, 12, 4, 4);
        painter.drawRoundedRect(128, top + 12, 130, 12, 4, 4);
        painter.drawRoundedRect(300, top + 12, qMax(0, width() - 420), 12, 4, 4);
        painter.fillRect(0, top + metric::RowHeight - 1, width(), 1, t.line);
    }
}

} // namespace anrufwarte
