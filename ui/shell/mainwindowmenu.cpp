// SPDX-License-Identifier: GPL-3.0-or-later
// What the menus, shortcuts and language changes do to the window.
#include "ui/calls/livepage.h"
#include "ui/detail/calldetail.h"
#include "ui/look/look.h"
#include "ui/resync/resyncpage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/alertview.h"
#include "ui/shell/helpdialogs.h"
#include "ui/shell/kpistrip.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/rejectionpopover.h"
#include "ui/shell/statussegment.h"
#include "ui/shell/trayicon.h"
#include "ui/shell/uistate.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QKeyEvent>
#include <QStackedWidget>

namespace anrufwarte {

void MainWindow::run(Command command)
{
    if (menuBar()->isVisible())
        leaveMenuBar();
    switch (command) {
    case Command::CloseWindow:
        close();
        return;
    case Command::Quit:
        quit();
        return;
    case Command::KeepReceiving:
        m_state.setKeepReceiving(m_actions->action(command)->isChecked());
        return;
    case Command::Find:
        find();
        return;
    case Command::CopyWebhookAddress:
        if (!m_settings.webhookPublicUrl.isEmpty())
            QApplication::clipboard()->setText(m_settings.webhookPublicUrl);
        else if (m_listenerHealth && !m_listenerHealth->addresses.isEmpty())
            QApplication::clipboard()->setText(m_listenerHealth->addresses.constFirst());
        return;
    case Command::NextCall:
        m_live->selectNextCall();
        return;
    case Command::PreviousCall:
        m_live->selectPreviousCall();
        return;
    case Command::CopyCallId:
        m_live->copyCallId();
        return;
    case Command::SaveCall:
        m_detail->saveCall();
        return;
    case Command::ShowRejections:
        showRejections();
        return;
    case Command::ShowShortcuts:
        makeShortcutsDialog(m_look, m_actions->shortcuts(), this)->open();
        return;
    case Command::ShowAbout:
        makeAboutDialog(m_look, this)->open();
        return;
    case Command::PollNow:
    case Command::ResyncCall:
    case Command::ShowResync:
    case Command::OpenResync:
        runResync(command);
        return;
    default:
        runView(command);
    }
}

void MainWindow::runView(Command command)
{
    switch (command) {
    case Command::ShowLive:
        showPage(PageId::Live);
        return;
    case Command::ShowSettings:
        showPage(PageId::Settings);
        return;
    case Command::ToggleSidebar:
        m_sidebar->setCollapsedByChoice(!m_sidebar->collapsedByChoice());
        m_state.setSidebarCollapsed(m_sidebar->collapsedByChoice());
        return;
    case Command::NextPane:
        m_panes.focusNext();
        return;
    case Command::PreviousPane:
        m_panes.focusPrevious();
        return;
    case Command::ThemeAuto:
        chooseTheme(QStringLiteral("auto"));
        return;
    case Command::ThemeLight:
        chooseTheme(QStringLiteral("light"));
        return;
    case Command::ThemeDark:
        chooseTheme(QStringLiteral("dark"));
        return;
    case Command::LanguageAuto:
        Q_EMIT
        languageChosen(QStringLiteral("auto"));
        return;
    case Command::LanguageGerman:
        Q_EMIT
        languageChosen(QStringLiteral("de"));
        return;
    case Command::LanguageEnglish:
        Q_EMIT
        languageChosen(QStringLiteral("en"));
        return;
    default:
        return;
    }
}

void MainWindow::chooseTheme(const QString &theme)
{
    choose(&Settings::uiTheme, theme);
    Q_EMIT
    themeChosen(theme);
}

void MainWindow::chooseLanguage(const QString &language)
{
    choose(&Settings::uiLanguage, language);
    Q_EMIT
    languageChosen(language);
}

/// In force at once, without Save; what else is typed on the settings page stays there.
void MainWindow::choose(QString Settings::*member, const QString &value)
{
    m_settings.*member = value;
    if (!m_settingsPage->hasUnsavedChanges())
        m_settingsPage->setSettings(m_settings);
    syncChoices();
}

void MainWindow::showPage(PageId page)
{
    m_page = page;
    m_sidebar->setCurrent(page);
    m_kpis->setVisible(page == PageId::Live);
    m_kpiGap->setVisible(page == PageId::Live);
    m_pages->setCurrentWidget(pageWidget(page));
    for (const Command command :
         {Command::Find, Command::NextCall, Command::PreviousCall, Command::CopyCallId, Command::SaveCall})
        m_actions->action(command)->setEnabled(page == PageId::Live);
    m_live->detailAction()->setEnabled(page == PageId::Live);
    syncResync();
    retranslatePage();
    focusPage();
    tick();
}

QWidget *MainWindow::pageWidget(PageId page) const
{
    switch (page) {
    case PageId::Live:
        return m_live;
    case PageId::Resync:
        return m_resync;
    case PageId::Settings:
        break;
    }
    return m_settingsPage;
}

QString MainWindow::pageTitle(PageId page) const
{
    switch (page) {
    case PageId::Live:
        return tr("Ongoing calls");
    case PageId::Resync:
        return tr("Resync");
    case PageId::Settings:
        break;
    }
    return tr("Settings");
}

/// Once: in the page. Again, or from within the call: in its transcript.
void MainWindow::find()
{
    const QWidget *focused = focusWidget();
    const bool again = m_header->isSearching() || (focused && m_detail->isAncestorOf(focused));
    if (!again || !m_detail->focusSearch())
        m_header->focusSearch();
}

void MainWindow::focusPage()
{
    if (m_page == PageId::Live)
        m_live->focusTable();
    else if (m_page == PageId::Resync)
        m_resync->focusFirst();
    else
        m_settingsPage->setFocus(Qt::OtherFocusReason);
}

void MainWindow::retranslatePage()
{
    m_header->setTitle(pageTitle(m_page));
    m_header->setAction(m_page == PageId::Live ? tr("Resync …") : QString(), QStringLiteral("refresh-cw"));
    m_header->setSearch(m_page == PageId::Live ? tr("Number, agent or call ID") : QString());
}

void MainWindow::act(const Alert &alert)
{
    switch (alertview::target(alert.kind)) {
    case AlertTarget::Nowhere:
        return;
    case AlertTarget::Settings:
        showPage(PageId::Settings);
        if (alert.kind == AlertKind::NoKey || alert.kind == AlertKind::KeyRefused)
            m_settingsPage->focusApiKey();
        return;
    case AlertTarget::Rejections:
        return showRejections();
    case AlertTarget::Call:
        showPage(PageId::Live);
        m_live->setDetailShown(true);
        m_live->selectCall(alert.subject.callId);
        m_detail->showCall(alert.subject.callId); // also when the table does not show it any more
        return;
    case AlertTarget::Resync:
        return showIncompleteCalls();
    case AlertTarget::Reading:
        return m_live->load();
    }
}

void MainWindow::showRejections()
{
    m_rejections->openAt(m_status->listener());
}

/// The focus will return to the button, even if a screen reader pressed it while it was elsewhere.
void MainWindow::openAt(QWidget *button, Popover &popover)
{
    button->setFocus(Qt::OtherFocusReason);
    popover.openAt(button);
}

void MainWindow::syncChoices()
{
    const auto check = [this](Command command, bool on) { m_actions->action(command)->setChecked(on); };
    check(Command::ThemeAuto, m_settings.uiTheme == QLatin1String("auto"));
    check(Command::ThemeLight, m_settings.uiTheme == QLatin1String("light"));
    check(Command::ThemeDark, m_settings.uiTheme == QLatin1String("dark"));
    check(Command::LanguageAuto, m_settings.uiLanguage == QLatin1String("auto"));
    check(Command::LanguageGerman, m_settings.uiLanguage == QLatin1String("de"));
    check(Command::LanguageEnglish, m_settings.uiLanguage == QLatin1String("en"));
    check(Command::KeepReceiving, m_state.keepReceiving());
}

void MainWindow::toggleMenuBar()
{
    if (menuBar()->isVisible())
        return leaveMenuBar();
    m_beforeMenu = focusWidget();
    menuBar()->show();
    menuBar()->setFocus(Qt::MenuBarFocusReason);
}

/// The focus goes back to where Alt or F10 took it from.
void MainWindow::leaveMenuBar()
{
    menuBar()->hide();
    if (m_beforeMenu)
        m_beforeMenu->setFocus(Qt::MenuBarFocusReason);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const bool escaped = watched == menuBar() && event->type() == QEvent::KeyPress &&
                         static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (escaped)
        leaveMenuBar();
    return escaped || QMainWindow::eventFilter(watched, event);
}

bool MainWindow::event(QEvent *event)
{
    // A shortcut swallows the press of its key: only this tells that Alt was not pressed alone.
    if (event->type() == QEvent::ShortcutOverride)
        m_altAlone = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt;
    return QMainWindow::event(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    m_altAlone = event->key() == Qt::Key_Alt;
    if (event->key() == Qt::Key_F10)
        toggleMenuBar();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Alt && m_altAlone)
        toggleMenuBar();
    m_altAlone = false;
    QMainWindow::keyReleaseEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_sidebar->setWindowWidth(width());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate()
{
    setWindowTitle(QStringLiteral("Anrufwarte"));
    m_actions->fill(menuBar());
    m_tray->retranslate();
    m_tray->setState(tr("%n ongoing call(s)", nullptr, m_ongoing));
    retranslatePage();
    tick();
    m_actions->action(Command::KeepReceiving)->setEnabled(m_tray->isAvailable());
    syncChoices();
}

} // namespace anrufwarte
