// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/demo.h"
#include "app/desktop/keyring.h"
#include "app/desktop/options.h"
#include "app/desktop/singleinstance.h"
#include "app/runtime/language.h"
#include "app/runtime/log.h"
#include "app/runtime/quitsignals.h"
#include "app/runtime/runtime.h"
#include "core/settings/settingsloader.h"
#include "ui/look/look.h"

namespace anrufwarte {

class MainWindow;
class UiState;

/// The window program: joins a Runtime and a MainWindow, keeps settings and keys, and ends both in order.
/// Main thread.
class Desktop : public QObject
{
    Q_OBJECT
public:
    explicit Desktop(DesktopOptions options);
    ~Desktop() override;

    /// From the event loop. Ends the application itself when it cannot go on.
    void start();

private:
    void prepare();
    void startRuntime();
    void showWindow();
    void connectWindow();
    void connectResync();
    void pollSimulator(const QString &origin);
    void saveSettings(const Settings &wanted);
    void saveOne(const QString &key, const QString &value);
    void useTheme(const QString &theme);
    void useLanguage(const QString &language);
    void useKeys();
    void tell(const QString &what, const QString &why);
    void giveUp(const Error &error);
    void finish(int code);

    DesktopOptions m_options;
    Language m_language;
    Look m_look;
    QuitSignals m_quitSignals;
    std::unique_ptr<Demo> m_demo;
    Profile m_profile;
    std::unique_ptr<Log> m_log;
    Settings m_settings;
    std::unique_ptr<SingleInstance> m_single;
    std::unique_ptr<KeyRing> m_keys;
    std::unique_ptr<Runtime> m_runtime;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<MainWindow> m_window;
    bool m_finishing = false;
};

} // namespace anrufwarte
