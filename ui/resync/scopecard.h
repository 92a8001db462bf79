// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"
#include "core/settings/settings.h"
#include "ui/look/card.h"
#include "ui/resync/resyncview.h"

#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QVBoxLayout;

namespace anrufwarte {

class RunList;
class TextLabel;

/// The left card: which calls, with what options, at what pace; the last runs; the button that starts.
class ScopeCard : public Card
{
    Q_OBJECT
public:
    enum class State
    {
        Ready,
        Running,
        HasResult
    };

    static constexpr int NoteIndent = 24; ///< px: below the words of a choice

    ScopeCard(const Look &look, const ResyncView &view, QWidget *parent = nullptr);

    void setState(State state);
    void setRequest(const ResyncRequest &request); ///< of a run that goes on, whoever began it
    void setSelectedCall(const std::optional<CallRow> &row);
    void setRuns(const QList<ResyncRun> &runs);
    void chooseSelectedCall();
    void chooseIncomplete();
    void setIncompleteCount(qint64 count);
    void setSettings(const Settings &settings);
    void setOpenCallsOffered(bool offered); ///< the way back from a result
    void setNarrow(bool narrow);

    [[nodiscard]] ResyncRequest request() const;
    /// Empty: nobody knows before Retell is asked.
    [[nodiscard]] std::optional<qint64> expectedCalls() const;
    [[nodiscard]] RunList &runs() { return *m_runs; }
    [[nodiscard]] QPushButton *startButton() const { return m_start; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void startPressed();
    void openCallsPressed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    void addScope(QVBoxLayout *column);
    void addOptions(QVBoxLayout *column);
    void addPace(QVBoxLayout *column);
    void addRuns(QVBoxLayout *column);
    void addLine(QVBoxLayout *column);
    void connectChoices();
    void refresh();
    void refreshEnabled();
    void retranslate();
    void recolour();
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] QString incompleteText() const;
    [[nodiscard]] QString paceText() const;

    const Look &m_look;
    const ResyncView &m_view;
    State m_state = State::Ready;
    std::optional<CallRow> m_selected;
    std::optional<qint64> m_incomplete;
    int m_intervalMs = Settings().syncRequestIntervalMs;

    TextLabel *m_scopeTitle;
    QRadioButton *m_thisCall;
    TextLabel *m_thisCallNote;
    QRadioButton *m_allIncomplete;
    TextLabel *m_incompleteNote;
    QRadioButton *m_recent;
    TextLabel *m_last;
    QSpinBox *m_days;
    TextLabel *m_daysWord;
    TextLabel *m_optionsTitle;
    QCheckBox *m_dryRun;
    TextLabel *m_dryRunNote;
    QCheckBox *m_recheck;
    QLabel *m_paceIcon;
    TextLabel *m_pace;
    TextLabel *m_runsTitle;
    QPushButton *m_openCalls;
    RunList *m_runs;
    TextLabel *m_noRuns;
    TextLabel *m_estimate;
    QPushButton *m_start;
};

} // namespace anrufwarte
