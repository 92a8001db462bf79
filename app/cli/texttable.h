// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace anrufwarte {

/// Columns of text for a terminal: numbers to the right, with their heading.
class TextTable
{
public:
    enum class Side : quint8
    {
        Left,
        Right
    };

    void addColumn(const QString &heading, Side side = Side::Left);
    void addRow(const QStringList &cells);

    [[nodiscard]] QStringList lines() const; ///< the headings first

private:
    struct Column
    {
        QString heading;
        Side side;
    };
    QList<Column> m_columns;
    QList<QStringList> m_rows;
};

/// Columns a text takes in a terminal: marks and direction isolates take none, East Asian wide characters
/// two.
[[nodiscard]] qsizetype terminalWidth(const QString &text);
/// Cut to that width, with "…".
[[nodiscard]] QString shortened(const QString &text, qsizetype width);

} // namespace anrufwarte
