// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/look.h"

#include <QSettings>
#include <QWidget>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace anrufwarte {

/// A main widget with a detail pane to its right (352 px, 320 to 560, remembered), which gives way before the
/// main widget is less than its size hint. In a narrow window the pane becomes a page of its own with a Back
/// button instead of squeezing the columns.
class DetailSplitter : public QWidget
{
    Q_OBJECT
public:
    static constexpr int NarrowWindow = 1280;

    /// `state` must outlive the widget.
    DetailSplitter(const Look &look, QWidget *main, QSettings &state, QWidget *parent = nullptr);

    void setDetail(QWidget *detail); ///< takes ownership
    void setDetailShown(bool shown); ///< in a narrow window: opens or leaves the page
    void openDetail(); ///< narrow: shows the page; wide: nothing, the pane is there or was closed on purpose
    [[nodiscard]] bool isDetailShown() const;
    [[nodiscard]] bool isNarrow() const { return m_narrow; }
    [[nodiscard]] QSize minimumSizeHint() const override; ///< the main widget alone: the pane can go

Q_SIGNALS:
    void detailShownChanged(bool shown);
    void backPressed(); ///< or closed while it had the focus: that belongs to the main widget now

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setNarrow(bool narrow);
    void placeDetail();
    void fitPane();
    [[nodiscard]] bool isTooNarrow() const;
    void leavePage();
    void retranslate();

    const Look &m_look;
    QWidget *m_main;
    QSettings &m_state;
    QStackedWidget *m_pages;
    QSplitter *m_splitter;
    QWidget *m_page;
    QPushButton *m_back;
    QWidget *m_detail = nullptr;
    bool m_shown = true; ///< in a wide window
    bool m_narrow = false;
};

} // namespace anrufwarte
