// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shellactions.h"

#include <QActionGroup>
#include <QMenu>
#include <QWidget>
#include <array>

namespace anrufwarte {

namespace {

enum class Menu
{
    File,
    Edit,
    View,
    Theme,
    Language,
    Call,
    Tools,
    Help
};

struct Entry
{
    Command command;
    Menu menu;
    const char *text;
    QKeySequence keys = {};
    bool checkable = false;
};

constexpr const char *LikeTheSystem = QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Like the system");

/// The only list of commands, in the order of the menus. The languages are named in themselves.
const QList<Entry> &table()
{
    static const QList<Entry> entries{
        {Command::KeepReceiving,
         Menu::File,
         QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Keep receiving when the window is closed"),
         {},
         true},
        {Command::CloseWindow, Menu::File, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Close window"),
         Qt::CTRL | Qt::Key_W},
        {Command::Quit, Menu::File, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Quit"),
         Qt::CTRL | Qt::Key_Q},
        {Command::Find, Menu::Edit, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Find"),
         Qt::CTRL | Qt::Key_F},
        {Command::CopyWebhookAddress, Menu::Edit,
         QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Copy webhook address")},
        {Command::ShowLive, Menu::View, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Ongoing calls"),
         Qt::CTRL | Qt::Key_1},
        {Command::ShowResync, Menu::View, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Resync"),
         Qt::CTRL | Qt::Key_2},
        {Command::ShowSettings, Menu::View, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Settings"),
         Qt::CTRL | Qt::Key_Comma},
        {Command::ToggleSidebar, Menu::View, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Sidebar"),
         Qt::CTRL | Qt::Key_B},
        {Command::NextPane, Menu::View, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Next pane"),
         Qt::Key_F6},
        {Command::PreviousPane, Menu::View, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Previous pane"),
         Qt::SHIFT | Qt::Key_F6},
        {Command::ThemeAuto, Menu::Theme, LikeTheSystem, {}, true},
        {Command::ThemeLight, Menu::Theme, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Light"), {}, true},
        {Command::ThemeDark, Menu::Theme, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Dark"), {}, true},
        {Command::LanguageAuto, Menu::Language, LikeTheSystem, {}, true},
        {Command::LanguageGerman, Menu::Language, "Deutsch", {}, true},
        {Command::LanguageEnglish, Menu::Language, "English", {}, true},
        {Command::NextCall, Menu::Call, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Next call"),
         Qt::ALT | Qt::Key_Down},
        {Command::PreviousCall, Menu::Call, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Previous call"),
         Qt::ALT | Qt::Key_Up},
        {Command::CopyCallId, Menu::Call, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Copy call ID"),
         Qt::CTRL | Qt::SHIFT | Qt::Key_C},
        {Command::ResyncCall, Menu::Call, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Resync this call"),
         Qt::CTRL | Qt::Key_R},
        {Command::SaveCall, Menu::Call, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Save call as JSON …"),
         Qt::CTRL | Qt::Key_S},
        {Command::PollNow, Menu::Tools, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Poll now"),
         Qt::Key_F5},
        {Command::OpenResync, Menu::Tools,
         QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Resync incomplete calls …"),
         Qt::CTRL | Qt::SHIFT | Qt::Key_R},
        {Command::ShowRejections, Menu::Tools,
         QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Rejected webhooks")},
        {Command::ShowShortcuts, Menu::Help,
         QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "Keyboard shortcuts"), Qt::Key_F1},
        {Command::ShowAbout, Menu::Help, QT_TRANSLATE_NOOP("anrufwarte::ShellActions", "About Anrufwarte")},
    };
    return entries;
}

} // namespace

ShellActions::ShellActions(QWidget *window) : QObject(window)
{
    auto *themes = new QActionGroup(this);
    auto *languages = new QActionGroup(this);
    for (const Entry &entry : table()) {
        auto *action = new QAction(window);
        action->setShortcut(entry.keys);
        action->setCheckable(entry.checkable);
        if (entry.menu == Menu::Theme)
            themes->addAction(action);
        else if (entry.menu == Menu::Language)
            languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, command = entry.command] {
            Q_EMIT
            triggered(command);
        });
        window->addAction(action); // works while the menu bar is hidden
        m_actions.insert(entry.command, action);
    }
}

void ShellActions::fill(QMenuBar *bar)
{
    bar->clear();
    QHash<Menu, QMenu *> menus{
        {Menu::File, bar->addMenu(tr("&File"))},   {Menu::Edit, bar->addMenu(tr("&Edit"))},
        {Menu::View, bar->addMenu(tr("&View"))},   {Menu::Call, bar->addMenu(tr("&Call"))},
        {Menu::Tools, bar->addMenu(tr("&Tools"))}, {Menu::Help, bar->addMenu(tr("&Help"))}};
    menus.insert(Menu::Theme, new QMenu(tr("Theme"), menus[Menu::View]));
    menus.insert(Menu::Language, new QMenu(tr("Language"), menus[Menu::View]));
    for (const Entry &entry : table()) {
        QAction *action = m_actions.value(entry.command);
        action->setText(tr(entry.text));
        menus.value(entry.menu)->addAction(action);
    }
    menus[Menu::View]->addActions(m_viewActions);
    menus[Menu::View]->addSeparator();
    menus[Menu::View]->addMenu(menus[Menu::Theme]);
    menus[Menu::View]->addMenu(menus[Menu::Language]);
}

QList<ShellActions::Shortcut> ShellActions::shortcuts() const
{
    QList<Shortcut> list;
    for (const Entry &entry : table()) {
        const QAction *action = m_actions.value(entry.command);
        if (!entry.keys.isEmpty() && action->isEnabled())
            list.append({action->text(), entry.keys.toString(QKeySequence::NativeText)});
    }
    for (const QAction *action : m_viewActions) {
        if (!action->shortcut().isEmpty())
            list.append({action->text(), action->shortcut().toString(QKeySequence::NativeText)});
    }
    list.append({tr("Menu bar"), QKeySequence(Qt::Key_F10).toString(QKeySequence::NativeText)});
    list.append(
        {tr("Next / previous tab"), QKeySequence(Qt::CTRL | Qt::Key_Tab).toString(QKeySequence::NativeText)});
    list.append({tr("Copy row"), QKeySequence(Qt::CTRL | Qt::Key_C).toString(QKeySequence::NativeText)});
    return list;
}

} // namespace anrufwarte
