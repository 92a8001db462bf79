// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QVBoxLayout;

namespace anrufwarte {

class Look;

/// A sheet that opens at a button and closes with Esc or a click beside it; the focus goes back to where it
/// was.
class Popover : public QFrame
{
    Q_OBJECT
public:
    explicit Popover(const Look &look, QWidget *parent);

    /// Above or below the opener, wherever it fits the screen.
    void openAt(const QWidget *opener);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    [[nodiscard]] const Look &look() const { return m_look; }
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    const Look &m_look;
    QPointer<const QWidget> m_opener;
    QVBoxLayout *m_column;
};

} // namespace anrufwarte
