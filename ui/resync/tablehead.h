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

    /// Widths in px at 100 %; 0 = takes the rest. After the model is there.
    void setWidths(const QList<int> &widths);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    const Look &m_look;
};

} // namespace anrufwarte
