// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callid.h"

#include <QHash>
#include <QVariantAnimation>

namespace anrufwarte {

/// New rows fade their background once, in 150 ms. Off when the system wants no animations, and for crowds:
/// dozens of fading rows draw the eye to nothing.
class RowFade : public QObject
{
    Q_OBJECT
public:
    explicit RowFade(QObject *parent = nullptr);

    void start(const QList<CallId> &rows);
    [[nodiscard]] qreal strength(const CallId &row) const; ///< 1 = just came, 0 = as usual
    [[nodiscard]] QList<CallId> rows() const { return m_rows; }

Q_SIGNALS:
    void changed(); ///< repaint rows()

private:
    QVariantAnimation m_animation;
    QList<CallId> m_rows;
};

} // namespace anrufwarte
