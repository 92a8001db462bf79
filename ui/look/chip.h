// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/tone.h"

#include <QWidget>

namespace anrufwarte {

class Look;

/// A small label with ground, optionally with an icon: "Läuft · 04:12". Not clickable.
class Chip : public QWidget
{
    Q_OBJECT
public:
    explicit Chip(const Look &look, QWidget *parent = nullptr);

    void setContent(const QString &text, Tone tone, const QString &iconName = {});
    [[nodiscard]] const QString &text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_text;
    QString m_iconName;
    Tone m_tone = Tone::Neutral;
};

} // namespace anrufwarte
