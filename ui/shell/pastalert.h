// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace anrufwarte {

class Look;
class TextLabel;
struct Alert;

/// One line of what was: icon, time, title, and what it was under it.
class PastAlert : public QWidget
{
    Q_OBJECT
public:
    PastAlert(const Look &look, QWidget *parent);

    void setAlert(const Alert &alert, qint64 nowMs);

private:
    const Look &m_look;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_text;
};

} // namespace anrufwarte
