// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/transcriptrow.h"

#include <QAbstractListModel>
#include <QSet>

namespace anrufwarte {

/// The rows of one call's transcript. New content of the same call becomes exact row signals, so that scroll
/// place, selection and unfolded rows stay.
class TranscriptModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(QList<TranscriptRow> rows);
    void startCall(QList<TranscriptRow> rows); ///< another call: everything new, all folded
    void setShowsEvents(bool shows);           ///< tool calls and everything else that nobody said
    void setUnfolded(int row, bool unfolded);
    void retranslate();

    [[nodiscard]] const QList<TranscriptRow> &rows() const { return m_rows; }
    [[nodiscard]] bool isUnfolded(int row) const { return m_unfolded.contains(m_rows[row].number); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// "Agent", "book_appointment", "Key pressed" …: what stands first in a row.
    [[nodiscard]] static QString rowName(const TranscriptRow &row);
    /// What follows it in a row that is no speech.
    [[nodiscard]] static QString eventText(const TranscriptRow &row);
    /// "03:21"; empty when the entry has no time.
    [[nodiscard]] static QString timeText(const TranscriptRow &row);

private:
    void replaceShown(QList<TranscriptRow> next);
    [[nodiscard]] QList<TranscriptRow> shown() const;

    QList<TranscriptRow> m_all;
    QList<TranscriptRow> m_rows; ///< those that are shown
    QSet<int> m_unfolded;        ///< row numbers
    bool m_showsEvents = true;
};

} // namespace anrufwarte
