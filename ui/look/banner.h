// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/tone.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace anrufwarte {

class IconButton;
class Look;
class TextLabel;

/// One message inside a page: what happened (bold), what follows from it, one action. Announces itself when
/// it appears.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(const Look &look, QWidget *parent = nullptr);

    /// An empty action hides its button; dismissible shows the cross.
    void setContent(Tone tone, const QString &title, const QString &text, const QString &action,
                    bool dismissible);
    void setStacked(bool stacked); ///< for narrow places: the text below its title
    void setQuiet(bool quiet);     ///< does not announce itself: one of a list
    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recolour();
    void announce();

    const Look &m_look;
    Tone m_tone = Tone::Info;
    bool m_quiet = false;
    QBoxLayout *m_texts;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_text;
    QPushButton *m_action;
    IconButton *m_close;
};

} // namespace anrufwarte
