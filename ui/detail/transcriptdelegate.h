// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/transcriptlayout.h"

#include <QCache>
#include <QHash>
#include <QStyledItemDelegate>
#include <optional>

namespace anrufwarte {

class Look;
class TranscriptModel;

/// Paints bubbles and event rows. Heights of all rows and the broken texts of the last few hundred painted
/// ones are kept, so that an hour-long call scrolls as smoothly as a short one.
class TranscriptDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TranscriptDelegate(const Look &look, const TranscriptModel &model, QObject *parent = nullptr);

    void setWidth(int width);
    void setSearch(const QString &needle, std::optional<TranscriptHit> current);
    void forget(); ///< fonts, language or content changed
    void forgetRows(int first, int last);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const TranscriptLayout &layoutOf(int row) const;
    void paintSpeech(QPainter &painter, const TranscriptRow &row, const TranscriptLayout &layout) const;
    void paintEventRow(QPainter &painter, int rowIndex, const TranscriptLayout &layout) const;
    void paintResult(QPainter &painter, const TranscriptRow &row, QRect room) const;
    void paintOutline(QPainter &painter, const TranscriptLayout &layout) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> marks(int rowIndex, const QString &text) const;
    [[nodiscard]] bool isMarked(const TranscriptRow &row) const;

    const Look &m_look;
    const TranscriptModel &m_model;
    int m_width = 320;
    QString m_needle;
    std::optional<TranscriptHit> m_current;
    mutable QHash<int, int> m_heights;               ///< by row number
    mutable QCache<int, TranscriptLayout> m_layouts; ///< by row number
};

} // namespace anrufwarte
