// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace anrufwarte {

class Look;
class TextLabel;

/// The bar that stays: how many changes wait, what saving them restarts, and the two buttons.
class SaveBar : public QWidget
{
    Q_OBJECT
public:
    explicit SaveBar(const Look &look, QWidget *parent = nullptr);

    void setChanges(int count, bool restartsListener);
    void setProblems(int count); ///< fields that could not be saved; until the next setChanges

Q_SIGNALS:
    void saveRequested();
    void discardRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    TextLabel *m_state;
    QPushButton *m_discard;
    QPushButton *m_save;
    int m_changes = 0;
    int m_problems = 0;
    bool m_restartsListener = false;
};

} // namespace anrufwarte
