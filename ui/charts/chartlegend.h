// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QWidget>

namespace anrufwarte {

/// One line of coloured squares (or a dashed stroke) with their names. Wraps when it is too narrow.
class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        QString name;
        QColor color;
        bool dashed = false;
    };

    explicit ChartLegend(QWidget *parent = nullptr);

    void setEntries(QList<Entry> entries, const QColor &textColor);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int entryWidth(const Entry &entry) const;
    [[nodiscard]] QList<QPoint> places(int width) const;
    [[nodiscard]] int lineHeight() const;

    QList<Entry> m_entries;
    QColor m_textColor;
};

} // namespace anrufwarte
