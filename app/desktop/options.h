// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace anrufwarte {

/// The command line of the window (contract §2), read before there is a QApplication: help and mistakes are
/// answered without a display too.
struct DesktopOptions
{
    QString profile;
    bool demo = false;
    bool minimized = false;
    QString language; ///< empty = not given
    QString theme;    ///< empty = not given

    bool showHelp = false;
    bool showVersion = false;
    QString help;
    QString mistake; ///< what is wrong with the command line; empty = nothing
};

/// In the current language; needs a QCoreApplication.
[[nodiscard]] DesktopOptions readOptions(const QStringList &arguments);

} // namespace anrufwarte
