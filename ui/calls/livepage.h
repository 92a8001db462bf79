// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/calls/dashboard.h"
#include "core/settings/settings.h"
#include "ui/calls/calltable.h"
#include "ui/calls/livedata.h"
#include "ui/calls/liveempty.h"

class QAction;

namespace anrufwarte {

class DetailSplitter;
class LoadingBar;
class SkeletonRows;

/// "Laufende Anrufe": what goes on now and what just ended, with room for the details of one call. Knows
/// nothing of that detail widget: whoever puts it in connects callSelected to it.
class LivePage : public QWidget
{
    Q_OBJECT
public:
    /// All references must outlive the page. `state` keeps columns, sort and pane.
    LivePage(Look &look, AsyncReader &reader, const Clock &clock, const Settings &settings, QSettings &state,
             QWidget *parent = nullptr);
    ~LivePage() override;

    void setDetail(QWidget *detail); ///< takes ownership
    [[nodiscard]] const CallId &selectedCall() const { return m_table->selected(); }
    [[nodiscard]] CallTable *table() const { return m_table; }
    /// "Show the detail pane", checkable, F9; for a menu.
    [[nodiscard]] QAction *detailAction() const { return m_detailAction; }

public Q_SLOTS:
    void applyUpdates(const anrufwarte::CallUpdates &updates);
    void setSettings(const anrufwarte::Settings &settings);
    void setListenerHealth(const anrufwarte::ListenerHealth &health);
    void setStoreHealth(const anrufwarte::StoreHealth &health);
    void setApiHealth(const anrufwarte::ApiHealth &health);
    void setKeyPresent(bool present);
    void setDayFigures(const anrufwarte::DayFigures &figures);
    void setSearch(const QString &text);
    /// Nothing was heard for too long (the shell knows of the poller): durations stand still and read "≥".
    void setStale(bool stale);
    void selectCall(const anrufwarte::CallId &call);
    void selectNextCall();
    void selectPreviousCall();
    void setDetailShown(bool shown);
    void copyRow();
    void copyCallId();
    void focusTable(); ///< first focus of the page
    void load();       ///< reads the calls once more

Q_SIGNALS:
    void runningCountChanged(int ongoing, int registered, int unconfirmed);
    /// The user chose a call; again whenever a newer row of it arrives, so that its details can be read anew.
    void callSelected(const anrufwarte::CallId &call);
    void fetchRequested();       ///< "Fetch recent calls"
    void checkRequested();       ///< "Check connection"
    void searchResetRequested(); ///< clear the search field
    /// After every reading: why it failed, or empty.
    void readingEnded(const std::optional<anrufwarte::Error> &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectData();
    void connectTable();
    void arrange();
    void passSecond();
    void showCounts();
    void updateStale();
    void updateBody();
    void updateFilter();
    void restoreSort();
    void retranslate();

    Look &m_look;
    const Clock &m_clock;
    QSettings &m_state;
    CellContext m_context;
    LiveData m_data;
    CallTable *m_table;
    DetailSplitter *m_splitter;
    LoadingBar *m_loading;
    SkeletonRows *m_skeleton;
    LiveEmpty *m_empty;
    QAction *m_detailAction;
    SourceHealth m_sources;
    BoardCounts m_counts;
    QString m_search;
    bool m_skeletonShown = false;
    int m_seconds = 0;
};

} // namespace anrufwarte
