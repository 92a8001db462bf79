// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/textlabel.h"

#include <QHBoxLayout>

namespace anrufwarte {

/// The line above a group: "Laufend  6  · 1 klingelt", and to the right what one can do with it.
class GroupHeading : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Height = 40;

    explicit GroupHeading(const Look &look, QWidget *parent = nullptr);

    void setContent(const QString &title, const QString &count, const QString &note);
    void addRight(QWidget *widget);
    [[nodiscard]] QString note() const { return m_note->text(); }
    [[nodiscard]] QString count() const { return m_count->text(); }

private:
    TextLabel *m_title;
    TextLabel *m_count;
    TextLabel *m_note;
    QHBoxLayout *m_line;
};

} // namespace anrufwarte
