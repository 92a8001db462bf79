// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/card.h"
#include "ui/look/tokens.h"
#include "ui/resync/resyncview.h"

#include <QList>
#include <array>

class QBoxLayout;

namespace anrufwarte {

class TextLabel;

/// The figures of a finished run: updated, unchanged, failed, cost added, still incomplete.
class FigureStrip : public Card
{
    Q_OBJECT
public:
    FigureStrip(const Look &look, const ResyncView &view, QWidget *parent = nullptr);

    struct Notes
    {
        QString unchanged;
        QString failed; ///< why, when it is the same for all of them
    };
    void setRun(const ResyncRun &run, const Notes &notes);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr size_t Count = 5;
    struct Figure
    {
        QWidget *box;
        TextLabel *caption;
        TextLabel *value;
        TextLabel *note;
        QBoxLayout *line; ///< value and note, beside or below each other
    };
    struct Content
    {
        QString caption;
        QString value;
        QString note;
        QColor Tokens::*noteColour = &Tokens::text2;
    };

    [[nodiscard]] std::array<Content, Count> contents(const ResyncRun &run, const Notes &notes) const;
    void arrange();

    const Look &m_look;
    const ResyncView &m_view;
    QBoxLayout *m_row;
    std::array<Figure, Count> m_figures{};
};

} // namespace anrufwarte
