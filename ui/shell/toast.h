// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/tone.h"

#include <QTimer>
#include <QWidget>

namespace anrufwarte {

class Banner;
class Look;

/// A message over the lower edge of the window that goes by itself, unless somebody points at it. Takes no
/// focus, and is never the only place where something is said.
class Toast : public QWidget
{
    Q_OBJECT
public:
    Toast(const Look &look, QWidget *window);

    void say(Tone tone, const QString &title, const QString &text, const QString &action);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void leave();

    Banner *m_banner;
    QTimer m_time;
};

} // namespace anrufwarte
