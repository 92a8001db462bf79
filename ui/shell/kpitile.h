// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/kpitexts.h"

#include <QAbstractButton>

namespace anrufwarte {

class Look;

/// Paints one figure of the KPI strip; shortens its note before it cuts anything, and never cuts the figure.
/// A button where its figure leads somewhere.
class KpiTile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit KpiTile(const Look &look, QWidget *parent = nullptr);

    void setContent(const KpiText &text);
    [[nodiscard]] const KpiText &content() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int widthWith(const QString &note) const;
    void paintFocus(QPainter &painter) const;

    const Look &m_look;
    KpiText m_text;
};

} // namespace anrufwarte
