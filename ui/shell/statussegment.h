// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/statustexts.h"

#include <QAbstractButton>

namespace anrufwarte {

class Look;

/// One source in the status bar: shape, name, value. Press it for details.
class StatusSegment : public QAbstractButton
{
    Q_OBJECT
public:
    explicit StatusSegment(const Look &look, QWidget *parent = nullptr);

    void setContent(const StatusText &text);
    [[nodiscard]] const StatusText &content() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int widthWith(const QString &value, int atMost) const;

    const Look &m_look;
    StatusText m_text;
};

} // namespace anrufwarte
