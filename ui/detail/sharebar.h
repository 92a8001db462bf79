// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace anrufwarte {

class Look;

/// One bar cut into shares, in the colours c1 to c5 with gaps between. The table below it names them.
class ShareBar : public QWidget
{
    Q_OBJECT
public:
    explicit ShareBar(Look &look, QWidget *parent = nullptr);

    void setShares(QList<qint64> shares); ///< greatest first
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QList<qint64> m_shares;
};

} // namespace anrufwarte
