// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;

namespace anrufwarte {

class IconButton;
class Look;
class SearchField;
class TextLabel;

/// The line above the turns: search field, "1 von 2", up and down, and two switches.
class TranscriptBar : public QWidget
{
    Q_OBJECT
public:
    explicit TranscriptBar(Look &look, QWidget *parent = nullptr);

    void focusSearch();
    void setPosition(qsizetype current, qsizetype count); ///< 1-based; 0 of 0 while nothing is searched
    void retranslate();

Q_SIGNALS:
    void needleChanged(const QString &needle);
    void nextWanted();
    void previousWanted();
    void eventsToggled(bool shown);
    void followToggled(bool follows);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();

    const Look &m_look;
    SearchField *m_search = nullptr;
    TextLabel *m_position = nullptr;
    IconButton *m_previous = nullptr;
    IconButton *m_next = nullptr;
    QCheckBox *m_events = nullptr;
    QCheckBox *m_follow = nullptr;
    bool m_isNarrow = false;
};

} // namespace anrufwarte
