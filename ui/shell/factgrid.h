// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;

namespace anrufwarte {

class Look;
class TextLabel;

/// Pairs of name and value under each other; values can be marked and copied.
class FactGrid : public QWidget
{
    Q_OBJECT
public:
    explicit FactGrid(const Look &look, QWidget *parent = nullptr);

    struct Fact
    {
        QString name;
        QString value;
    };
    void setFacts(const QList<Fact> &facts);

private:
    struct Row
    {
        TextLabel *name;
        TextLabel *value;
    };

    const Look &m_look;
    QGridLayout *m_grid;
    QList<Row> m_rows;
};

} // namespace anrufwarte
