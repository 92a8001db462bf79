// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/look.h"

#include <QHeaderView>

namespace anrufwarte {

/// The header of a resync table: its titles stand above what they name, numbers to the right. One column
/// takes what the others leave.
class TableHead : public QHeaderView
{
    Q_OBJECT
public:
    explicit TableHead(const Look &look, QWidget *parent = nullptr);

    /// Widths in px at 100 %; 0 = takes the rest. `narrow` is for little room. After the model is there.
    void setWidths(const QList<int> &wide, const QList<int> &narrow);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void useWidths(const QList<int> &widths);

    const Look &m_look;
    QList<int> m_wide;
    QList<int> m_narrow;
    bool m_isNarrow = false;
};

} // namespace anrufwarte
