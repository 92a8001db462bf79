// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/output.h"
#include "app/runtime/processguard.h"

#include <QCoreApplication>
#include <QTimer>

using namespace anrufwarte;

int main(int argc, char *argv[])
{
    guardProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("anrufwarte-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ANRUFWARTE_VERSION));

    CommandLine commandLine(QCoreApplication::arguments());
    QTimer::singleShot(0, &application, [&commandLine] {
        commandLine.run([](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); });
    });
    const int code = QCoreApplication::exec();
    const Output output;
    if (output.isWritten())
        return code;
    output.error({ErrorCode::FileUnwritable, {}, {QStringLiteral("stdout")}});
    return code == 0 ? static_cast<int>(ExitCode::Partial) : code;
}
