// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QMenuBar>

namespace anrufwarte {

/// Everything the menus and shortcuts of the window can do.
enum class Command
{
    CloseWindow,
    KeepReceiving,
    Quit,
    Find,
    CopyWebhookAddress,
    ShowLive,
    ShowResync,
    ShowSettings,
    ToggleSidebar,
    NextPane,
    PreviousPane,
    ThemeAuto,
    ThemeLight,
    ThemeDark,
    LanguageAuto,
    LanguageGerman,
    LanguageEnglish,
    NextCall,
    PreviousCall,
    CopyCallId,
    ResyncCall,
    SaveCall,
    PollNow,
    OpenResync, ///< the same page, from Tools
    ShowRejections,
    ShowShortcuts,
    ShowAbout,
};

/// The actions of the window, made from one table, and its menu bar. The bar is hidden until Alt or F10 asks
/// for it.
class ShellActions : public QObject
{
    Q_OBJECT
public:
    explicit ShellActions(QWidget *window);

    /// An action that a page owns and translates; it stands in the View menu.
    void addToView(QAction *action) { m_viewActions.append(action); }

    /// Fills a bar; call again after a language change.
    void fill(QMenuBar *bar);
    [[nodiscard]] QAction *action(Command command) const { return m_actions.value(command); }

    struct Shortcut
    {
        QString what;
        QString keys;
    };
    /// For Help › Keyboard shortcuts.
    [[nodiscard]] QList<Shortcut> shortcuts() const;

Q_SIGNALS:
    void triggered(anrufwarte::Command command);

private:
    QHash<Command, QAction *> m_actions;
    QList<QAction *> m_viewActions;
};

} // namespace anrufwarte
