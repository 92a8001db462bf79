// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace anrufwarte {

class Look;

/// A table of figures inside a scrolling page: as high as its rows, hairlines only, whole rows selected.
class FigureTable : public QTableView
{
    Q_OBJECT
public:
    explicit FigureTable(Look &look, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void copyRows() const;

    const Look &m_look;
};

} // namespace anrufwarte
