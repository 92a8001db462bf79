// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/dashboard.h"
#include "core/settings/settings.h"
#include "ui/detail/callcontent.h"
#include "ui/look/card.h"

#include <QTabWidget>
#include <optional>

class QStackedLayout;

namespace anrufwarte {

class CallHeader;
class CostView;
class DataChecklist;
class LatencyView;
class Look;
class StateNote;
class TranscriptView;

/// The detail pane as it looks with given content: header, tabs, "Datenlage". Knows no store and no clock.
class CallPane : public Card
{
    Q_OBJECT
public:
    CallPane(Look &look, Settings settings, QWidget *parent = nullptr);

    void showContent(const CallContent &content, qint64 nowMs);
    void showProblem(const QString &sentence); ///< in place of content that cannot be read
    void clear();
    void tick(qint64 nowMs);
    void setSettings(const Settings &settings);
    void setMicrosPerMinute(std::optional<MicroDollars> price);
    /// Into the search of the transcript; false when there is nothing to search.
    bool focusSearch();

    [[nodiscard]] const std::optional<CallContent> &content() const { return m_content; }
    [[nodiscard]] bool needsTicking() const; ///< something on it depends on the time of day
    [[nodiscard]] CallHeader &header() { return *m_header; }
    [[nodiscard]] DataChecklist &checklist() { return *m_checklist; }
    [[nodiscard]] TranscriptView &transcript() { return *m_transcript; }
    [[nodiscard]] CostView &cost() { return *m_cost; }
    [[nodiscard]] LatencyView &latency() { return *m_latency; }
    [[nodiscard]] QTabWidget &tabs() { return *m_tabs; }

Q_SIGNALS:
    void closeRequested();
    void saveRequested();
    void resyncRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addShortcuts();
    void render();
    void renderEmpty();
    void retranslate();

    Settings m_settings;
    std::optional<MicroDollars> m_microsPerMinute;
    std::optional<CallContent> m_content;
    QString m_problem;
    qint64 m_nowMs = 0;

    CallHeader *m_header = nullptr;
    QTabWidget *m_tabs = nullptr;
    TranscriptView *m_transcript = nullptr;
    CostView *m_cost = nullptr;
    LatencyView *m_latency = nullptr;
    DataChecklist *m_checklist = nullptr;
    StateNote *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace anrufwarte
