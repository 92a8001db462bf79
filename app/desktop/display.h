// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

namespace anrufwarte {

/// Whether a window can be shown. Asked before there is a QApplication, which ends the process with abort()
/// when it cannot reach a display. True where it cannot be known (another system, a remote X server, a
/// platform plug-in named by hand).
[[nodiscard]] bool hasDisplay(const QProcessEnvironment &environment);

} // namespace anrufwarte
