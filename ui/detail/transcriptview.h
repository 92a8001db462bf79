// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/callcontent.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace anrufwarte {

class Look;
class StateNote;
class TextLabel;
class TranscriptBar;
class TranscriptList;
class TranscriptModel;

/// The tab "Transkript": what was said and done, live or afterwards, with search; or why there is none.
class TranscriptView : public QWidget
{
    Q_OBJECT
public:
    explicit TranscriptView(Look &look, QWidget *parent = nullptr);

    void showContent(const CallContent &content, qint64 nowMs);
    [[nodiscard]] bool canBeSearched() const; ///< there are turns
    void focusSearch();
    void goToHit(int step); ///< +1 next, -1 previous, around the ends

    [[nodiscard]] TranscriptModel &model() { return *m_model; }
    [[nodiscard]] TranscriptList &list() { return *m_list; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState(const CallContent &content, qint64 nowMs);
    void search(const QString &needle);
    void refreshHits(bool jump);
    void showHit(bool jump);
    void recolour();

    Look &m_look;
    TranscriptModel *m_model = nullptr;
    TranscriptBar *m_bar = nullptr;
    TranscriptList *m_list = nullptr;
    QWidget *m_live = nullptr;
    QLabel *m_liveIcon = nullptr;
    TextLabel *m_liveText = nullptr;
    StateNote *m_note = nullptr;
    QWidget *m_turns = nullptr;
    QStackedLayout *m_stack = nullptr;

    CallContent m_content;
    qint64 m_nowMs = 0;
    QString m_needle;
    QList<TranscriptHit> m_hits;
    qsizetype m_hit = 0;
};

} // namespace anrufwarte
