// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/card.h"
#include "ui/resync/resyncview.h"

#include <QProgressBar>
#include <array>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace anrufwarte {

class TextLabel;

/// The bar of ui.md: 8 px, rounded, no text on it.
class ThinBar : public QProgressBar
{
    Q_OBJECT
public:
    explicit ThinBar(const Look &look, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
};

/// How far a run is, what it does just now, and the two buttons to stop it.
class ProgressCard : public Card
{
    Q_OBJECT
public:
    ProgressCard(const Look &look, const ResyncView &view, QWidget *parent = nullptr);

    void setProgress(const ResyncProgress &progress);
    void passTime(); ///< what it waits for comes nearer

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString pace() const; ///< time left and rate, or what it waits for
    [[nodiscard]] QPushButton *pauseButton() const { return m_pause; }
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pauseRequested();
    void continueRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Counter
    {
        QLabel *icon;
        TextLabel *number;
        TextLabel *word;
    };

    void makeCounters(QBoxLayout *row);
    void arrange();
    void refresh();
    void recolour();
    [[nodiscard]] QString titleText() const;
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] QString paceText() const;

    const Look &m_look;
    const ResyncView &m_view;
    ResyncProgress m_progress;
    TextLabel *m_title;
    TextLabel *m_percent;
    ThinBar *m_bar;
    TextLabel *m_current;
    TextLabel *m_pace;
    std::array<Counter, 4> m_counters{};
    QBoxLayout *m_countersRow;
    QBoxLayout *m_footer;
    QPushButton *m_pause;
    QPushButton *m_cancel;
};

} // namespace anrufwarte
