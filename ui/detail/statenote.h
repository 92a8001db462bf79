// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/partnote.h"

#include <QWidget>

class QLabel;

namespace anrufwarte {

class Look;
class TextLabel;

/// The quiet page in place of content: an icon, one line, one sentence.
class StateNote : public QWidget
{
    Q_OBJECT
public:
    explicit StateNote(Look &look, QWidget *parent = nullptr);

    void setNote(const PartNote &note);
    void setNote(const QString &iconName, const QString &title, const QString &text);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

private:
    void showNote(const QString &title, const QString &text);
    void recolour();

    const Look &m_look;
    QString m_iconName;
    bool m_isWarning = false;
    QLabel *m_icon = nullptr;
    TextLabel *m_title = nullptr;
    TextLabel *m_text = nullptr;
};

} // namespace anrufwarte
