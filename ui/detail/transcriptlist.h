// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <functional>

class QPushButton;

namespace anrufwarte {

class Look;
class TranscriptDelegate;
class TranscriptModel;

/// The list of turns: unfolding, copying, and the rule that new turns scroll it only when it already stands
/// at its end; otherwise a chip counts them.
class TranscriptList : public QListView
{
    Q_OBJECT
public:
    TranscriptList(Look &look, TranscriptModel &model, QWidget *parent = nullptr);

    void setFollows(bool follows);
    /// Around a change of the model: `during` fills it; afterwards the view stands where it stood, or at the
    /// new end.
    void keepPlace(const std::function<void()> &during, bool mayFollow);
    void showRow(int row);
    [[nodiscard]] bool isAtEnd() const;
    [[nodiscard]] int unseen() const { return m_unseen; } ///< turns that came while reading further up
    [[nodiscard]] TranscriptDelegate &rowDelegate() { return *m_delegate; }

    void retranslate();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void toggle(const QModelIndex &index);
    void copySelection() const;
    void setUnseen(int count);
    void placeChip();

    TranscriptModel &m_model;
    TranscriptDelegate *m_delegate = nullptr;
    QPushButton *m_chip = nullptr;
    bool m_follows = true;
    int m_unseen = 0;
};

} // namespace anrufwarte
