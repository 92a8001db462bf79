// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <utility>

namespace anrufwarte {

class Look;
class TextLabel;

/// A row of small captions with a value under each; in a narrow pane two rows of three.
class CallFacts : public QWidget
{
    Q_OBJECT
public:
    CallFacts(const Look &look, int count, QWidget *parent = nullptr);

    void setFacts(const QList<std::pair<QString, QString>> &facts); ///< caption, value
    void setColumns(int columns);
    [[nodiscard]] QString value(int fact) const;

private:
    struct Cell
    {
        TextLabel *caption = nullptr;
        TextLabel *value = nullptr;
    };
    QList<Cell> m_cells;
    int m_columns = 0;
};

} // namespace anrufwarte
