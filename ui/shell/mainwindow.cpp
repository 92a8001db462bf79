// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/base/clock.h"
#include "core/text/formats.h"
#include "ui/calls/livepage.h"
#include "ui/detail/calldetail.h"
#include "ui/look/look.h"
#include "ui/resync/resyncdata.h"
#include "ui/resync/resyncpage.h"
#include "ui/settings/keystate.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/alertfeed.h"
#include "ui/shell/alertnotifier.h"
#include "ui/shell/apipopover.h"
#include "ui/shell/bannerrow.h"
#include "ui/shell/belllist.h"
#include "ui/shell/closing.h"
#include "ui/shell/dayfiguresfeed.h"
#include "ui/shell/desktopnotices.h"
#include "ui/shell/kpistrip.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/rejectionpopover.h"
#include "ui/shell/statussegment.h"
#include "ui/shell/storepopover.h"
#include "ui/shell/toast.h"
#include "ui/shell/trayicon.h"
#include "ui/shell/uistate.h"

#include <QCloseEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <chrono>

namespace anrufwarte {

using namespace std::chrono_literals;

namespace {
constexpr QSize FrameRoom(8, 40); ///< what the frame of the window manager needs
} // namespace

MainWindow::MainWindow(Look &look, AsyncReader &reader, const Clock &clock, const Settings &settings,
                       UiState &state)
    : m_look(look),
      m_clock(clock),
      m_state(state),
      m_settings(settings),
      m_startedMs(clock.nowMs()),
      m_freshMs(m_startedMs),
      m_alerts(clock, state),
      m_actions(new ShellActions(this)),
      m_feed(new DayFiguresFeed(reader, clock, this)),
      m_alertFeed(new AlertFeed(reader, clock, m_alerts, settings.costTolerance, this)),
      m_notifier(new AlertNotifier(m_alerts, clock, this)),
      m_sidebar(new Sidebar(look, this)),
      m_header(new PageHeader(look, this)),
      m_kpis(new KpiStrip(look, settings, this)),
      m_kpiGap(new QWidget(this)),
      m_banner(new BannerRow(look, m_alerts, this)),
      m_pages(new QStackedWidget(this)),
      m_live(new LivePage(look, reader, clock, settings, state.file(), this)),
      m_detail(new CallDetail(look, reader, clock, settings)),
      m_resync(new ResyncPage(look, clock, settings, state.file(), this)),
      m_resyncData(new ResyncData(reader, this)),
      m_settingsPage(new SettingsPage(look, this)),
      m_status(new StatusBar(look)), // becomes a child last, and so the last in the order of Tab
      m_bell(new BellList(look, m_alerts, clock, this)),
      m_rejections(new RejectionPopover(look, reader, clock, this)),
      m_store(new StorePopover(look, this)),
      m_api(new ApiPopover(look, this)),
      m_tray(new TrayIcon(this)),
      m_notices(new DesktopNotices(this)),
      m_questions(new CloseQuestions(this)),
      m_toast(new Toast(look, this))
{
    setWindowIcon(QIcon(QStringLiteral(":/icons/app/anrufwarte.svg")));
    setMinimumSize(1024, 680);
    m_actions->addToView(m_live->detailAction());
    arrange();
    arrangePanes();
    connectParts();
    connectPages();
    connectResync();
    connectClosing();
    m_settingsPage->setSettings(settings);
    m_alerts.setLatencyLimit(settings.alertsLatencyP95Ms);
    m_sidebar->setCollapsedByChoice(state.sidebarCollapsed());
    menuBar()->hide();
    menuBar()->installEventFilter(this);
    retranslate();
    showPage(PageId::Live);
    if (!restoreGeometry(state.geometry()))
        resize(QSize(1440, 900).boundedTo(screen()->availableGeometry().size() - FrameRoom));
    m_second.start(1s);
}

MainWindow::~MainWindow()
{
    m_state.setGeometry(saveGeometry());
}

void MainWindow::arrange()
{
    m_live->setDetail(m_detail);
    m_pages->addWidget(m_live);
    m_pages->addWidget(m_resync);
    m_pages->addWidget(m_settingsPage);

    auto *page = new QVBoxLayout;
    page->setContentsMargins(16, 0, 16, 12);
    page->setSpacing(0);
    page->addWidget(m_header);
    page->addWidget(m_kpis);
    m_kpiGap->setFixedHeight(12);
    page->addWidget(m_kpiGap);
    page->addWidget(m_banner);
    page->addWidget(m_pages, 1);

    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_sidebar);
    upper->addLayout(page, 1);

    auto *central = new QWidget(this);
    auto *all = new QVBoxLayout(central);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(upper, 1);
    all->addWidget(m_status);
    setCentralWidget(central);
}

void MainWindow::arrangePanes()
{
    for (QWidget *pane : std::initializer_list<QWidget *>{m_sidebar, m_header, m_banner})
        m_panes.add(pane);
    m_panes.add(m_live->table(), [this] { m_live->focusTable(); });
    for (QWidget *pane : std::initializer_list<QWidget *>{m_detail, m_resync, m_settingsPage, m_status})
        m_panes.add(pane);
}

void MainWindow::connectParts()
{
    connect(&m_second, &QTimer::timeout, this, &MainWindow::tick);
    connect(m_actions, &ShellActions::triggered, this, &MainWindow::run);
    connect(m_feed, &DayFiguresFeed::figures, m_kpis, &KpiStrip::setFigures);
    connect(m_sidebar, &Sidebar::pageChosen, this, &MainWindow::showPage);
    connect(m_banner, &BannerRow::actionTriggered, this, &MainWindow::act);
    connect(m_bell, &BellList::actionTriggered, this, &MainWindow::act);
    connect(&m_alerts, &AlertBoard::changed, this,
            [this] { m_header->setMessageCount(m_alerts.unseenCount()); });
    connect(m_notifier, &AlertNotifier::due, this,
            [this](const QString &title, const QString &text, AlertSeverity severity) {
                m_notices->show(title, text, severity == AlertSeverity::Danger);
            });
    connect(m_header, &PageHeader::bellPressed, this, [this] { openAt(m_header->bell(), *m_bell); });
    connect(m_status, &StatusBar::listenerPressed, this,
            [this] { openAt(m_status->listener(), *m_rejections); });
    connect(m_status, &StatusBar::storePressed, this, [this] { openAt(m_status->store(), *m_store); });
    connect(m_status, &StatusBar::pollerPressed, this, [this] { openAt(m_status->poller(), *m_api); });
    connect(m_status, &StatusBar::apiPressed, this, [this] { openAt(m_status->api(), *m_api); });
}

void MainWindow::connectPages()
{
    connect(m_live, &LivePage::runningCountChanged, this,
            [this](int ongoing, int registered, int) { setRunningCounts(ongoing, registered); });
    connect(m_live, &LivePage::callSelected, m_detail, &CallDetail::showCall);
    connect(m_live, &LivePage::readingEnded, &m_alerts, &AlertBoard::setReadingProblem);
    connect(m_live, &LivePage::checkRequested, this, &MainWindow::showRejections);
    connect(m_live, &LivePage::searchResetRequested, m_header, &PageHeader::clearSearch);
    connect(m_header, &PageHeader::searchChanged, m_live, &LivePage::setSearch);
    connect(m_header, &PageHeader::searchDone, m_live, &LivePage::focusTable);
    connect(m_detail, &CallDetail::closeRequested, this, [this] { m_live->setDetailShown(false); });
    connect(m_feed, &DayFiguresFeed::figures, m_live, &LivePage::setDayFigures);
    connect(m_feed, &DayFiguresFeed::figures, m_detail, &CallDetail::setDayFigures);
    connect(m_settingsPage, &SettingsPage::edited, this, &MainWindow::settingsEdited);
    connect(m_settingsPage, &SettingsPage::themeChosen, this, &MainWindow::chooseTheme);
    connect(m_settingsPage, &SettingsPage::languageChosen, this, &MainWindow::chooseLanguage);
    connect(m_settingsPage, &SettingsPage::apiKeyEntered, this, &MainWindow::apiKeyEntered);
    connect(m_settingsPage, &SettingsPage::webhookKeysEntered, this, &MainWindow::webhookKeysEntered);
    connect(m_settingsPage, &SettingsPage::saveKeyToFileRequested, this, &MainWindow::saveKeyToFileRequested);
}

void MainWindow::connectClosing()
{
    connect(m_notices, &DesktopNotices::pressed, this, &MainWindow::raiseWindow);
    connect(m_notices, &DesktopNotices::unheard, m_tray, &TrayIcon::notify);
    connect(m_tray, &TrayIcon::openRequested, this, &MainWindow::raiseWindow);
    connect(m_tray, &TrayIcon::quitRequested, this, &MainWindow::quit);
    connect(m_questions, &CloseQuestions::quitChosen, this, &MainWindow::quit);
    connect(m_questions, &CloseQuestions::minimizeChosen, this, &QWidget::showMinimized);
    connect(m_questions, &CloseQuestions::hideChosen, this, [this] {
        m_state.setKeepReceivingExplained();
        close();
    });
}

void MainWindow::showAtStart(bool minimized)
{
    if (!minimized)
        show();
    else if (!m_tray->isAvailable())
        showMinimized();
}

void MainWindow::setSubtitle(const QString &text)
{
    m_sidebar->setSubtitle(text);
}

void MainWindow::raiseWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::applyUpdates(const CallUpdates &updates)
{
    m_live->applyUpdates(updates);
    m_detail->refresh(updates);
    m_feed->askSoon();
    m_alertFeed->noteUpdates(updates);
    m_resyncData->loadSoon();
}

void MainWindow::setListenerHealth(const ListenerHealth &health)
{
    m_listenerHealth = health;
    m_alerts.setListenerHealth(health);
    m_rejections->setHealth(health);
    m_live->setListenerHealth(health);
    tick();
}

void MainWindow::setStoreHealth(const StoreHealth &health)
{
    m_storeHealth = health;
    m_alerts.setStoreHealth(health);
    m_store->setHealth(health);
    m_live->setStoreHealth(health);
    tick();
}

void MainWindow::setApiHealth(const ApiHealth &health)
{
    m_apiHealth = health;
    m_alerts.setApiHealth(health);
    m_api->setHealth(health, m_clock.nowMs());
    m_live->setApiHealth(health);
    tick();
}

void MainWindow::noteRejected(const DeliveryRecord &record)
{
    m_alerts.noteRejected(record);
    m_alertFeed->askSoon();
    m_rejections->noteRejected(record);
}

void MainWindow::setSettings(const Settings &settings)
{
    m_settings = settings;
    m_kpis->setSettings(settings);
    m_live->setSettings(settings);
    m_detail->setSettings(settings);
    m_resync->setSettings(settings);
    m_settingsPage->setSettings(settings);
    m_alerts.setLatencyLimit(settings.alertsLatencyP95Ms);
    m_alertFeed->setCostTolerance(settings.costTolerance);
    syncChoices();
}

void MainWindow::setKeyState(const KeyState &state)
{
    const bool hasKey = state.hasKey || state.ownWebhookKeys;
    m_alerts.setKeyPresent(hasKey);
    m_live->setKeyPresent(hasKey);
    m_settingsPage->setKeyState(state);
}

void MainWindow::setRunningCounts(int ongoing, int registered)
{
    m_ongoing = ongoing;
    m_sidebar->setRunning(ongoing);
    m_kpis->setRunning({ongoing, registered});
    m_tray->setState(tr("%n ongoing call(s)", nullptr, ongoing));
}

bool MainWindow::pollerIsOn() const
{
    return m_apiHealth && m_apiHealth->state != ApiState::Off && m_apiHealth->state != ApiState::NoKey;
}

/// ui.md §2: too long without a poll that worked; without a poller, no listener. A quiet night is not stale.
bool MainWindow::isStale(qint64 nowMs) const
{
    constexpr qint64 LeastPatienceMs = 30'000;
    if (!pollerIsOn())
        return m_listenerHealth && !m_listenerHealth->listening;
    const qint64 patienceMs = qMax(2 * m_settings.pollIntervalSeconds * qint64(1000), LeastPatienceMs);
    return nowMs - m_apiHealth->lastPollMs.value_or(m_startedMs) > patienceMs;
}

Hearing MainWindow::hearing() const
{
    if (m_alerts.stands(AlertKind::NoKey))
        return Hearing::NoKey;
    return m_alerts.stands(AlertKind::NoWebhooks) ? Hearing::Silent : Hearing::Well;
}

void MainWindow::tick()
{
    const qint64 now = m_clock.nowMs();
    const bool stale = isStale(now);
    if (!stale)
        m_freshMs = now;
    else if (pollerIsOn())
        m_freshMs = m_apiHealth->lastPollMs.value_or(m_startedMs);
    const Formats formats;
    const QString asOf = statustexts::asOf(m_freshMs, now, stale, formats);
    m_status->setListener(statustexts::listener(m_listenerHealth, hearing(), now, formats));
    m_status->setPoller(statustexts::poller(m_apiHealth, stale, now, formats));
    m_status->setApi(statustexts::api(m_apiHealth, formats));
    m_status->setStore(statustexts::store(m_storeHealth, formats));
    m_status->setAsOf(statustexts::asOf(m_freshMs, now, false, formats), stale);
    const QString context = stale ? asOf : statustexts::gap(m_apiHealth, now, formats);
    if (m_page == PageId::Live)
        m_header->setContext(context, stale);
    else
        m_header->setContext(m_page == PageId::Resync ? m_resync->contextText() : QString(), false);
    m_live->setStale(stale);
    m_alerts.setPollerStale(stale && pollerIsOn());
    m_alerts.passTime();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_state.setGeometry(saveGeometry());
    switch (decideClose(
        {m_quitting, m_tray->isAvailable(), m_state.keepReceiving(), m_state.keepReceivingExplained()})) {
    case CloseDecision::Quit:
        event->accept();
        Q_EMIT
        quitRequested();
        return;
    case CloseDecision::Hide: // closing hides; the program lives as long as nobody quits it
        event->accept();
        return;
    case CloseDecision::ExplainAndHide:
        m_questions->explain(this);
        break;
    case CloseDecision::Ask:
        m_questions->ask(this);
        break;
    }
    event->ignore();
}

void MainWindow::quit()
{
    m_quitting = true;
    if (!isVisible()) {
        Q_EMIT
        quitRequested();
        return;
    }
    close();
}

} // namespace anrufwarte
