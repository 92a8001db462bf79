// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/transcriptview.h"

#include "ui/detail/statenote.h"
#include "ui/detail/transcriptbar.h"
#include "ui/detail/transcriptdelegate.h"
#include "ui/detail/transcriptlist.h"
#include "ui/detail/transcriptmodel.h"
#include "ui/look/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedLayout>

namespace anrufwarte {

TranscriptView::TranscriptView(Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_model(new TranscriptModel(this)),
      m_bar(new TranscriptBar(look, this)),
      m_list(new TranscriptList(look, *m_model, this)),
      m_live(new QWidget(this)),
      m_liveIcon(new QLabel(this)),
      m_liveText(new TextLabel(look, TextStyle::Small, &Tokens::text2, this)),
      m_note(new StateNote(look, this)),
      m_turns(new QWidget(this)),
      m_stack(new QStackedLayout(this))
{
    auto *live = new QHBoxLayout(m_live);
    live->setContentsMargins(16, 4, 16, 8);
    live->setSpacing(6);
    live->addWidget(m_liveIcon);
    live->addWidget(m_liveText, 1);
    m_liveText->setWordWrap(true);

    auto *turns = new QVBoxLayout(m_turns);
    turns->setContentsMargins(0, 0, 0, 0);
    turns->setSpacing(0);
    turns->addWidget(m_bar);
    turns->addWidget(m_list, 1);
    turns->addWidget(m_live);
    m_stack->addWidget(m_turns);
    m_stack->addWidget(m_note);

    connect(m_bar, &TranscriptBar::needleChanged, this, &TranscriptView::search);
    connect(m_bar, &TranscriptBar::nextWanted, this, [this] { goToHit(1); });
    connect(m_bar, &TranscriptBar::previousWanted, this, [this] { goToHit(-1); });
    connect(m_bar, &TranscriptBar::followToggled, m_list, &TranscriptList::setFollows);
    connect(m_bar, &TranscriptBar::eventsToggled, this, [this](bool shown) {
        m_list->keepPlace([this, shown] { m_model->setShowsEvents(shown); }, false);
        refreshHits(false);
    });
    connect(&look, &Look::changed, this, &TranscriptView::recolour);
    recolour();
}

void TranscriptView::showContent(const CallContent &content, qint64 nowMs)
{
    const bool isSameCall = content.call.row.callId == m_content.call.row.callId;
    m_content = content;
    m_nowMs = nowMs;
    if (isSameCall) {
        m_list->keepPlace([&] { m_model->setRows(content.transcript); }, true);
    } else {
        m_model->startCall(content.transcript);
        if (isFinished(content.call.row.state))
            m_list->scrollToTop();
        else
            m_list->scrollToBottom();
    }
    showState(content, nowMs);
    refreshHits(false);
}

void TranscriptView::showState(const CallContent &content, qint64 nowMs)
{
    const bool isRunning = !isFinished(content.call.row.state);
    const bool isEmpty = isBlank(content.transcript);
    const QString laterOnly =
        tr("Live transcript: only after the call, or with the event transcript_updated");
    if (!isEmpty) {
        m_liveText->setText(tr("Live – new turns appear below"));
        m_live->setVisible(isRunning);
        m_stack->setCurrentWidget(m_turns);
        return;
    }
    if (isRunning)
        m_note->setNote(QStringLiteral("audio-lines"), tr("No transcript yet"), laterOnly);
    else if (content.call.row.completeness.has(Part::Transcript))
        m_note->setNote(QStringLiteral("message-square"), tr("The transcript is empty"),
                        tr("Retell sent no text."));
    else
        m_note->setNote(partNote(content.call, Part::Transcript, nowMs));
    m_stack->setCurrentWidget(m_note);
}

bool TranscriptView::canBeSearched() const
{
    return m_stack->currentWidget() == m_turns;
}

void TranscriptView::focusSearch()
{
    if (canBeSearched())
        m_bar->focusSearch();
}

void TranscriptView::search(const QString &needle)
{
    m_needle = needle;
    m_hit = 0;
    refreshHits(true);
}

/// Called again when rows come or go; the hit one stands on stays if it is still there.
void TranscriptView::refreshHits(bool jump)
{
    m_hits = findHits(m_model->rows(), m_needle);
    m_hit = std::clamp<qsizetype>(m_hit, 0, std::max<qsizetype>(m_hits.size() - 1, 0));
    showHit(jump);
}

void TranscriptView::goToHit(int step)
{
    if (m_hits.isEmpty())
        return;
    m_hit = (m_hit + step + m_hits.size()) % m_hits.size();
    showHit(true);
}

void TranscriptView::showHit(bool jump)
{
    const bool found = !m_hits.isEmpty();
    m_list->rowDelegate().setSearch(m_needle, found ? std::optional(m_hits[m_hit]) : std::nullopt);
    m_bar->setPosition(found ? m_hit + 1 : 0, m_hits.size());
    if (found && jump) {
        if (m_hits[m_hit].start < 0)
            m_model->setUnfolded(m_hits[m_hit].row, true);
        m_list->showRow(m_hits[m_hit].row);
    }
    m_list->viewport()->update();
}

void TranscriptView::recolour()
{
    m_liveIcon->setPixmap(
        m_look.pixmap(QStringLiteral("audio-lines"), m_look.tokens().ok, 14, devicePixelRatioF()));
}

void TranscriptView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_bar->retranslate();
        m_list->retranslate();
        showState(m_content, m_nowMs);
        refreshHits(false);
    }
    QWidget::changeEvent(event);
}

} // namespace anrufwarte
