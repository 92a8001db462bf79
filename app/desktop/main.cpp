// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "app/desktop/display.h"
#include "app/runtime/processguard.h"

#include <QApplication>
#include <QTimer>
#include <cstdio>

using namespace anrufwarte;

namespace {

struct StartWords
{
    Q_DECLARE_TR_FUNCTIONS(StartWords)
};

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("anrufwarte"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ANRUFWARTE_VERSION));
}

/// What needs no window: help, version, mistakes, and saying that there is no display.
struct Beginning
{
    DesktopOptions options;
    std::optional<int> exitCode;
};

Beginning beginWithoutWindow(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    nameApplication();
    Language language;
    language.use(Language::inArguments(QCoreApplication::arguments()).value_or(QStringLiteral("auto")));
    Beginning beginning{readOptions(QCoreApplication::arguments()), {}};
    const DesktopOptions &options = beginning.options;
    if (options.showHelp) {
        std::fputs(qPrintable(options.help), stdout);
        beginning.exitCode = 0;
    } else if (options.showVersion) {
        std::puts("anrufwarte " ANRUFWARTE_VERSION);
        beginning.exitCode = 0;
    } else if (!options.mistake.isEmpty()) {
        std::fprintf(stderr, "anrufwarte: %s\n", qPrintable(options.mistake));
        beginning.exitCode = 2;
    } else if (!hasDisplay(QProcessEnvironment::systemEnvironment())) {
        std::fprintf(stderr, "anrufwarte: %s\n",
                     qPrintable(StartWords::tr("There is no display to show a window on. "
                                               "anrufwarte-cli serve receives webhooks without one.")));
        beginning.exitCode = 2;
    }
    return beginning;
}

} // namespace

int main(int argc, char *argv[])
{
    guardProcess();
    const Beginning beginning = beginWithoutWindow(argc, argv);
    if (beginning.exitCode)
        return *beginning.exitCode;

    QApplication application(argc, argv);
    nameApplication();
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Anrufwarte"));
    QApplication::setQuitOnLastWindowClosed(false); // closing may go on receiving: Desktop decides

    Desktop desktop(beginning.options);
    QTimer::singleShot(0, &desktop, &Desktop::start);
    return QApplication::exec();
}
