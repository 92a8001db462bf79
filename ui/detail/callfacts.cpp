// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/callfacts.h"

#include "ui/look/textlabel.h"

#include <QGridLayout>

namespace anrufwarte {

CallFacts::CallFacts(const Look &look, int count, QWidget *parent) : QWidget(parent)
{
    for (int i = 0; i < count; ++i) {
        Cell cell;
        cell.caption = new TextLabel(look, TextStyle::Caption, &Tokens::text2, this);
        cell.value = new TextLabel(look, TextStyle::BodyBold, &Tokens::text, this);
        cell.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        cell.value->setWordWrap(true);
        m_cells.append(cell);
    }
    setColumns(count);
}

void CallFacts::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    delete layout();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(1);
    for (int i = 0; i < m_cells.size(); ++i) {
        const int row = i / columns * 3;
        grid->addWidget(m_cells[i].caption, row, i % columns, Qt::AlignTop);
        grid->addWidget(m_cells[i].value, row + 1, i % columns, Qt::AlignTop);
        if (i / columns > 0)
            grid->setRowMinimumHeight(row - 1, 6);
    }
    grid->setColumnStretch(columns - 1, 1); // the last one holds the longest text
}

void CallFacts::setFacts(const QList<std::pair<QString, QString>> &facts)
{
    for (int i = 0; i < m_cells.size() && i < facts.size(); ++i) {
        m_cells[i].caption->setText(facts[i].first);
        m_cells[i].value->setText(facts[i].second);
        m_cells[i].value->setAccessibleName(facts[i].first + QLatin1String(": ") + facts[i].second);
    }
}

QString CallFacts::value(int fact) const
{
    return m_cells[fact].value->text();
}

} // namespace anrufwarte
