// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/figurestrip.h"

#include "ui/look/textlabel.h"
#include "ui/resync/resyncwords.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int LineInset = 14, WideGap = 24, NarrowGap = 14, NoteGap = 8;

} // namespace

FigureStrip::FigureStrip(const Look &look, const ResyncView &view, QWidget *parent)
    : Card(look, parent), m_look(look), m_view(view), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_row->setContentsMargins(16, 10, 8, 8);
    m_row->setSpacing(WideGap);
    for (Figure &figure : m_figures) {
        figure = {new QWidget, new TextLabel(look, TextStyle::SmallMedium, &Tokens::text2),
                  new TextLabel(look, TextStyle::Kpi),
                  new TextLabel(look, TextStyle::SmallMedium, &Tokens::text2),
                  new QBoxLayout(QBoxLayout::LeftToRight)};
        figure.line->setSpacing(NoteGap);
        figure.line->addWidget(figure.value);
        figure.line->addWidget(figure.note, 1);
        figure.note->setMinimumWidth(1); // the figure is never cut for its note, and the tooltip has both
        auto *column = new QVBoxLayout(figure.box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(figure.caption);
        column->addLayout(figure.line);
        m_row->addWidget(figure.box, 1);
    }
}

void FigureStrip::setRun(const ResyncRun &run, const Notes &notes)
{
    setAccessibleName(tr("Figures of this run"));
    const std::array<Content, Count> all = contents(run, notes);
    for (size_t i = 0; i < Count; ++i) {
        const Content &content = all[i];
        m_figures[i].caption->setText(content.caption);
        m_figures[i].value->setText(content.value);
        m_figures[i].note->setText(content.note);
        m_figures[i].note->setColour(content.noteColour);
        const QString spoken = content.caption + u": " + content.value + u' ' + content.note;
        m_figures[i].box->setToolTip(spoken);
        m_figures[i].box->setAccessibleName(spoken);
    }
    arrange();
}

std::array<FigureStrip::Content, FigureStrip::Count> FigureStrip::contents(const ResyncRun &run,
                                                                           const Notes &notes) const
{
    const Formats &formats = m_view.formats;
    const bool isBetter = !run.request.isDryRun && run.incompleteAfter < run.incompleteBefore;
    const QString before =
        run.request.isDryRun ? QString() : tr("before %1").arg(formats.number(run.incompleteBefore));
    return {{{tr("Updated"), formats.number(run.updated),
              tr("of %n call(s)", nullptr, resyncwords::plural(run.done()))},
             {tr("Unchanged"), formats.number(run.unchanged), notes.unchanged},
             {tr("Failed"), formats.number(run.failed), notes.failed,
              run.failed > 0 ? &Tokens::danger : &Tokens::text2},
             {tr("Cost added"), run.costAddedCalls > 0 ? formats.costSum(run.costAdded) : Formats::unknown(),
              run.costAddedCalls > 0 ? tr("%n call(s)", nullptr, resyncwords::plural(run.costAddedCalls))
                                     : QString()},
             {tr("Still incomplete"), formats.number(run.incompleteAfter),
              isBetter ? QStringLiteral("↘ ") + before : before, isBetter ? &Tokens::ok : &Tokens::text2}}};
}

void FigureStrip::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

/// Each figure gets its share by what it has to say; where that is too much, the notes go below.
void FigureStrip::arrange()
{
    int needed = 0;
    for (size_t i = 0; i < Count; ++i) {
        const Figure &figure = m_figures[i];
        const int line = figure.value->sizeHint().width() + NoteGap + figure.note->sizeHint().width();
        const int share = std::max(figure.caption->sizeHint().width(), line);
        m_row->setStretch(static_cast<int>(i), share);
        needed += share;
    }
    const QMargins margins = m_row->contentsMargins();
    const int gaps = static_cast<int>(Count - 1) * WideGap + margins.left() + margins.right();
    const bool narrow = needed + gaps > width();
    m_row->setSpacing(narrow ? NarrowGap : WideGap);
    for (const Figure &figure : m_figures) {
        figure.line->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        figure.line->setSpacing(narrow ? 0 : NoteGap);
    }
}

void FigureStrip::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    for (size_t i = 1; i < Count; ++i)
        painter.fillRect(m_figures[i].box->x() - m_row->spacing() / 2, LineInset, 1, height() - 2 * LineInset,
                         m_look.tokens().line);
}

} // namespace anrufwarte
