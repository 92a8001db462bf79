// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/factgrid.h"

#include "ui/look/textlabel.h"

#include <QGridLayout>

namespace anrufwarte {

FactGrid::FactGrid(const Look &look, QWidget *parent)
    : QWidget(parent), m_look(look), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::setFacts(const QList<Fact> &facts)
{
    while (m_rows.size() < facts.size()) {
        const Row row{new TextLabel(m_look, TextStyle::Body, &Tokens::text3, this),
                      new TextLabel(m_look, TextStyle::Body, &Tokens::text, this)};
        row.value->setWordWrap(true);
        row.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_grid->addWidget(row.name, static_cast<int>(m_rows.size()), 0, Qt::AlignTop);
        m_grid->addWidget(row.value, static_cast<int>(m_rows.size()), 1);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool used = i < facts.size();
        m_rows[i].name->setVisible(used);
        m_rows[i].value->setVisible(used);
        if (!used)
            continue;
        m_rows[i].name->setText(facts[i].name);
        m_rows[i].value->setText(facts[i].value);
        m_rows[i].value->setAccessibleName(facts[i].name + u": " + facts[i].value);
    }
}

} // namespace anrufwarte
