// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/calls/callupdates.h"
#include "core/calls/resyncrun.h"
#include "core/settings/settings.h"
#include "ui/shell/alertboard.h"
#include "ui/shell/panes.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusbar.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QStackedWidget;

namespace anrufwarte {

class AlertFeed;
class AlertNotifier;
class ApiPopover;
class AsyncReader;
class BannerRow;
class BellList;
class CallDetail;
class Clock;
class CloseQuestions;
class DayFiguresFeed;
class DesktopNotices;
class KpiStrip;
class LivePage;
class PageHeader;
class Popover;
class RejectionPopover;
class ResyncData;
class ResyncPage;
class SettingsPage;
class StorePopover;
class Toast;
class TrayIcon;
class UiState;
enum class Hearing;
struct KeyState;

/// Arranges the pages and passes values in and wishes out; what the parts do is theirs. Knows no listener and
/// no store: values come through the slots, wishes leave as signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Look &look, AsyncReader &reader, const Clock &clock, const Settings &settings, UiState &state);
    ~MainWindow() override;

    /// With --minimized: behind the tray icon where there is one, else minimised.
    void showAtStart(bool minimized);
    void setSubtitle(const QString &text); ///< under the name of the program
    /// Brings the window back from the tray or from behind others.
    void raiseWindow();

public Q_SLOTS:
    void applyUpdates(const anrufwarte::CallUpdates &updates);
    void setListenerHealth(const anrufwarte::ListenerHealth &health);
    void setStoreHealth(const anrufwarte::StoreHealth &health);
    void setApiHealth(const anrufwarte::ApiHealth &health);
    void noteRejected(const anrufwarte::DeliveryRecord &record);
    void setSettings(const anrufwarte::Settings &settings);
    void setKeyState(const anrufwarte::KeyState &state);
    void setResyncProgress(const anrufwarte::ResyncProgress &progress);
    void addResyncResults(const QList<anrufwarte::ResyncResult> &results);
    void setResyncFinished(const anrufwarte::ResyncRun &run);
    void fetchRecentCalls();
    void showIncompleteCalls(); ///< on the resync page
    void quit();                ///< closes without asking

Q_SIGNALS:
    void settingsEdited(const anrufwarte::Settings &settings);
    void apiKeyEntered(const anrufwarte::Secret &key);
    void webhookKeysEntered(const QByteArray &keys); ///< comma separated; empty = the API key signs
    void saveKeyToFileRequested();
    void languageChosen(const QString &language); ///< auto, de, en; at once
    void themeChosen(const QString &theme);       ///< auto, light, dark; at once
    void pollNowRequested();
    void resyncRequested(const anrufwarte::ResyncRequest &request);
    void resyncResumeRequested(const anrufwarte::ResyncRun &run);
    void resyncPauseRequested();
    void resyncContinueRequested();
    void resyncCancelRequested();
    void quitRequested();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void arrangePanes();
    void connectParts();
    void connectPages();
    void connectResync();
    void connectClosing();
    void run(Command command);
    void runView(Command command);
    void runResync(Command command);
    void resyncCall(const CallId &call);
    void syncResync();
    void tellOfResync(const ResyncRun &run);
    void showPage(PageId page);
    [[nodiscard]] QWidget *pageWidget(PageId page) const;
    [[nodiscard]] QString pageTitle(PageId page) const;
    void find();
    void focusPage();
    void retranslatePage();
    void act(const Alert &alert);
    void showRejections();
    void openAt(QWidget *button, Popover &popover);
    void chooseTheme(const QString &theme);
    void chooseLanguage(const QString &language);
    void choose(QString Settings::*member, const QString &value);
    void toggleMenuBar();
    void leaveMenuBar();
    void setRunningCounts(int ongoing, int registered);
    void tick();
    void retranslate();
    void syncChoices();
    [[nodiscard]] bool isStale(qint64 nowMs) const;
    [[nodiscard]] Hearing hearing() const;
    [[nodiscard]] bool pollerIsOn() const;

    Look &m_look;
    const Clock &m_clock;
    UiState &m_state;
    Settings m_settings;
    std::optional<ListenerHealth> m_listenerHealth;
    std::optional<StoreHealth> m_storeHealth;
    std::optional<ApiHealth> m_apiHealth;
    const qint64 m_startedMs;
    qint64 m_freshMs; ///< the last moment at which what is shown was known to be true
    int m_ongoing = 0;
    PageId m_page = PageId::Live;
    bool m_quitting = false;
    bool m_altAlone = false;
    QPointer<QWidget> m_beforeMenu; ///< had the focus before the menu bar took it

    AlertBoard m_alerts;
    Panes m_panes;
    QTimer m_second;
    ShellActions *m_actions;
    DayFiguresFeed *m_feed;
    AlertFeed *m_alertFeed;
    AlertNotifier *m_notifier;
    Sidebar *m_sidebar;
    PageHeader *m_header;
    KpiStrip *m_kpis;
    QWidget *m_kpiGap;
    BannerRow *m_banner;
    QStackedWidget *m_pages;
    LivePage *m_live;
    CallDetail *m_detail;
    ResyncPage *m_resync;
    ResyncData *m_resyncData;
    SettingsPage *m_settingsPage;
    StatusBar *m_status;
    BellList *m_bell;
    RejectionPopover *m_rejections;
    StorePopover *m_store;
    ApiPopover *m_api;
    TrayIcon *m_tray;
    DesktopNotices *m_notices;
    CloseQuestions *m_questions;
    Toast *m_toast;
};

} // namespace anrufwarte
