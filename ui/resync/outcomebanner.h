// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/tone.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace anrufwarte {

class Look;
class TextLabel;

/// What became of a run, with what one can do now. Announces itself when it says something new.
class OutcomeBanner : public QWidget
{
    Q_OBJECT
public:
    explicit OutcomeBanner(const Look &look, QWidget *parent = nullptr);

    void setContent(Tone tone, const QString &title, const QString &text);
    /// A button at the right; the caller shows, hides and names it.
    [[nodiscard]] QPushButton *addAction(const QString &iconName);

    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Action
    {
        QPushButton *button;
        QString iconName;
    };

    void arrange();
    void recolour();

    const Look &m_look;
    Tone m_tone = Tone::Info;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_text;
    QBoxLayout *m_texts;
    QBoxLayout *m_row;
    QBoxLayout *m_buttons;
    QList<Action> m_actions;
};

} // namespace anrufwarte
