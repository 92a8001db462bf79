// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/look.h"

#include <QAbstractButton>

namespace anrufwarte {

/// A warning that filters: "1 unbestätigt" shows only those while it is pressed.
class WarnChip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit WarnChip(const Look &look, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
};

} // namespace anrufwarte
