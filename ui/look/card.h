// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace anrufwarte {

class Look;

/// The white (or dark) sheet content lies on: surface, 1 px line, radius 8. Put a layout into it.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(const Look &look, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
};

} // namespace anrufwarte
