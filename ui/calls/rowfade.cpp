// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/rowfade.h"

#include <QApplication>
#include <QStyle>

namespace anrufwarte {

namespace {
constexpr int FadeMs = 150;
constexpr qsizetype MaxRows = 12;
} // namespace

RowFade::RowFade(QObject *parent) : QObject(parent)
{
    m_animation.setDuration(FadeMs);
    m_animation.setStartValue(1.0);
    m_animation.setEndValue(0.0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, &RowFade::changed);
    connect(&m_animation, &QVariantAnimation::finished, this, [this] {
        Q_EMIT
        changed();
        m_rows.clear();
    });
}

void RowFade::start(const QList<CallId> &rows)
{
    const bool animated = QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
    if (!animated || rows.isEmpty() || m_rows.size() + rows.size() > MaxRows)
        return;
    if (m_animation.state() != QAbstractAnimation::Running)
        m_rows.clear();
    m_rows += rows;
    m_animation.stop();
    m_animation.start();
}

qreal RowFade::strength(const CallId &row) const
{
    // Asked for every cell of every frame, and nearly always there is none.
    if (m_rows.isEmpty() || m_animation.state() != QAbstractAnimation::Running || !m_rows.contains(row))
        return 0.0;
    return m_animation.currentValue().toReal();
}

} // namespace anrufwarte
