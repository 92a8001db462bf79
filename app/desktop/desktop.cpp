// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "core/settings/settingswriter.h"
#include "core/text/errortext.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/uistate.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>

namespace anrufwarte {

namespace {

constexpr int Done = 0, Usage = 2, StoreUnusable = 3; // contract §2

ThemeChoice themeFrom(const QString &word)
{
    if (word == QLatin1String("light"))
        return ThemeChoice::Light;
    return word == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::Auto;
}

SettingsReading settingsFor(const DesktopOptions &options, const Profile &profile)
{
    SettingsSources sources;
    sources.file = profile.settingsFile();
    if (options.demo) // on its own: no port, key or address of the real one
        sources.commandLine = {{QStringLiteral("webhook/listen"), QStringLiteral("127.0.0.1:0")},
                               {QStringLiteral("poll/intervalSeconds"), QStringLiteral("0")}};
    else
        sources.environment = QProcessEnvironment::systemEnvironment();
    if (!options.language.isEmpty())
        sources.commandLine.insert(QStringLiteral("ui/language"), options.language);
    if (!options.theme.isEmpty())
        sources.commandLine.insert(QStringLiteral("ui/theme"), options.theme);
    return readSettings(sources);
}

bool concernsStore(ErrorCode code)
{
    return code >= ErrorCode::ProfileInUse && code <= ErrorCode::QueueFull;
}

} // namespace

Desktop::Desktop(DesktopOptions options)
    : m_options(std::move(options)),
      m_demo(m_options.demo ? std::make_unique<Demo>() : nullptr),
      m_profile(m_demo ? m_demo->profileDirectory() : m_options.profile)
{
    connect(&m_quitSignals, &QuitSignals::quitRequested, this, [this] { finish(Done); });
}

Desktop::~Desktop() = default;

void Desktop::start()
{
    m_language.use(m_options.language.isEmpty() ? QStringLiteral("auto") : m_options.language);
    m_look.install();
    m_single = std::make_unique<SingleInstance>(m_profile.directory());
    if (m_single->handOver())
        return QApplication::exit(Done);
    if (const auto made = m_profile.create(); !made)
        return giveUp(made.error());
    const auto reading = settingsFor(m_options, m_profile);
    if (!reading.errors.isEmpty())
        return giveUp(reading.errors.constFirst());
    m_settings = reading.settings;
    prepare();
}

void Desktop::prepare()
{
    m_log = Log::toFolder(m_profile.logFolder());
    m_language.use(m_settings.uiLanguage);
    m_look.setTheme(themeFrom(m_settings.uiTheme));
    m_single->listen();
    const auto environment = m_demo ? QProcessEnvironment() : QProcessEnvironment::systemEnvironment();
    m_keys = std::make_unique<KeyRing>(SecretPlaces{environment, m_profile.secretsFile()});
    connect(m_keys.get(), &KeyRing::changed, this, [this] { m_runtime ? useKeys() : startRuntime(); });
    if (m_demo)
        m_keys->useOnly(m_demo->key());
    else
        m_keys->read();
}

void Desktop::startRuntime()
{
    m_runtime = std::make_unique<Runtime>(m_profile);
    m_runtime->start(m_settings, m_keys->secrets(), Runtime::WhenBusy::Retry,
                     [this](const Result<void> &started) {
                         if (!started)
                             return giveUp(started.error());
                         showWindow();
                     });
}

void Desktop::showWindow()
{
    m_state = std::make_unique<UiState>(QDir(m_profile.directory()).filePath(QStringLiteral("window.ini")));
    m_window =
        std::make_unique<MainWindow>(m_look, m_runtime->reader(), m_runtime->clock(), m_settings, *m_state);
    connectWindow();
    m_window->setListenerHealth(m_runtime->listenerHealth());
    m_window->setStoreHealth(m_runtime->store().health());
    m_window->setApiHealth(m_runtime->apiHealth());
    m_window->setKeyState(m_keys->state());
    m_window->showAtStart(m_options.minimized);
    for (const Error &problem : m_keys->problems())
        tell(tr("A key could not be read."), sentence(problem));
    if (!m_demo)
        return;
    m_window->setSubtitle(QStringLiteral("Demo"));
    connect(m_demo.get(), &Demo::failed, this, [this](const QString &reason) {
        tell(tr("The simulator of the demo could not be started."), reason);
    });
    connect(m_demo.get(), &Demo::apiReady, this, &Desktop::pollSimulator);
    m_demo->startSimulator(m_runtime->listenerHealth().addresses.value(0));
}

/// The demo's Retell has an address only once it runs.
void Desktop::pollSimulator(const QString &origin)
{
    m_settings.retellBaseUrl = origin;
    m_settings.pollIntervalSeconds = Settings().pollIntervalSeconds;
    m_window->setSettings(m_settings);
    useKeys();
}

void Desktop::connectWindow()
{
    MainWindow *window = m_window.get();
    connect(m_runtime.get(), &Runtime::listenerHealthChanged, window, &MainWindow::setListenerHealth);
    connect(m_runtime.get(), &Runtime::storeHealthChanged, window, &MainWindow::setStoreHealth);
    connect(m_runtime.get(), &Runtime::apiHealthChanged, window, &MainWindow::setApiHealth);
    connect(&m_runtime->store(), &CallStore::committed, window, &MainWindow::applyUpdates);
    connect(&m_runtime->store(), &CallStore::deliveryRejected, window, &MainWindow::noteRejected);
    connectResync();
    connect(window, &MainWindow::settingsEdited, this, &Desktop::saveSettings);
    connect(window, &MainWindow::themeChosen, this, &Desktop::useTheme);
    connect(window, &MainWindow::languageChosen, this, &Desktop::useLanguage);
    connect(window, &MainWindow::apiKeyEntered, m_keys.get(), &KeyRing::enterApiKey);
    connect(window, &MainWindow::webhookKeysEntered, m_keys.get(), &KeyRing::enterWebhookKeys);
    connect(window, &MainWindow::saveKeyToFileRequested, this, [this] {
        if (const auto saved = m_keys->saveToFile(); !saved)
            tell(tr("The key could not be saved."), sentence(saved.error()));
    });
    connect(window, &MainWindow::quitRequested, this, [this] { finish(Done); });
    connect(m_single.get(), &SingleInstance::raiseRequested, window, &MainWindow::raiseWindow);
    connect(qApp, &QGuiApplication::commitDataRequest, window, &MainWindow::quit);
}

void Desktop::connectResync()
{
    MainWindow *window = m_window.get();
    Runtime *runtime = m_runtime.get();
    connect(runtime, &Runtime::resyncProgressed, window, &MainWindow::setResyncProgress);
    connect(runtime, &Runtime::resyncResulted, window, &MainWindow::addResyncResults);
    connect(runtime, &Runtime::resyncFinished, window, &MainWindow::setResyncFinished);
    connect(window, &MainWindow::resyncRequested, runtime, &Runtime::startResync);
    connect(window, &MainWindow::resyncResumeRequested, runtime, &Runtime::resumeResync);
    connect(window, &MainWindow::resyncPauseRequested, runtime, &Runtime::pauseResync);
    connect(window, &MainWindow::resyncContinueRequested, runtime, &Runtime::continueResync);
    connect(window, &MainWindow::resyncCancelRequested, runtime, &Runtime::cancelResync);
    connect(window, &MainWindow::pollNowRequested, runtime, &Runtime::pollNow);
}

void Desktop::saveSettings(const Settings &wanted)
{
    if (const auto written = writeChanges(m_profile, m_settings, wanted); !written)
        return tell(tr("The settings could not be saved."), sentence(written.error()));
    const bool later = Runtime::needsRestart(m_settings, wanted);
    m_settings = wanted;
    m_look.setTheme(themeFrom(m_settings.uiTheme));
    m_language.use(m_settings.uiLanguage);
    m_window->setSettings(m_settings);
    if (const auto applied = m_runtime->apply(m_settings, m_keys->secrets()); !applied)
        tell(tr("Not all settings could be put in force."), sentence(applied.error()));
    else if (later)
        tell(tr("Saved."), tr("Some of the changes take effect at the next start."));
}

void Desktop::saveOne(const QString &key, const QString &value)
{
    if (const auto written = writeSetting(m_profile, key, value); !written)
        tell(tr("The settings could not be saved."), sentence(written.error()));
}

void Desktop::useTheme(const QString &theme)
{
    m_settings.uiTheme = theme;
    m_look.setTheme(themeFrom(theme));
    saveOne(QStringLiteral("ui/theme"), theme);
}

void Desktop::useLanguage(const QString &language)
{
    m_settings.uiLanguage = language;
    m_language.use(language);
    saveOne(QStringLiteral("ui/language"), language);
}

void Desktop::useKeys()
{
    if (const auto applied = m_runtime->apply(m_settings, m_keys->secrets()); !applied)
        tell(tr("The key could not be put in force."), sentence(applied.error()));
    if (m_window)
        m_window->setKeyState(m_keys->state());
}

void Desktop::tell(const QString &what, const QString &why)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, QStringLiteral("Anrufwarte"), what, QMessageBox::Ok,
                                m_window.get());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(why);
    box->open();
}

void Desktop::giveUp(const Error &error)
{
    const int code = concernsStore(error.code) ? StoreUnusable : Usage;
    const QString why = sentence(error);
    fprintf(stderr, "anrufwarte: %s\n", qPrintable(why));
    auto *box = new QMessageBox(QMessageBox::NoIcon, QStringLiteral("Anrufwarte"),
                                tr("Anrufwarte cannot start."), QMessageBox::Close);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(why);
    connect(box, &QMessageBox::finished, qApp, [code] { QApplication::exit(code); });
    box->open();
}

void Desktop::finish(int code)
{
    if (m_finishing)
        return;
    m_finishing = true;
    if (m_window)
        m_window->hide();
    if (m_runtime && m_window)
        m_runtime->stop([code] { QApplication::exit(code); });
    else
        QApplication::exit(code);
}

} // namespace anrufwarte
