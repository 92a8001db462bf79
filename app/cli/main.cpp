// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/language.h"
#include "app/runtime/processguard.h"

#include <QCoreApplication>
#include <QTextStream>

int main(int argc, char *argv[])
{
    anrufwarte::guardProcess();
    const QCoreApplication application(argc, argv);
    QTextStream(stdout) << "anrufwarte-cli " << ANRUFWARTE_VERSION << '\n';
    return 0;
}
