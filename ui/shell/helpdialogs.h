// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shellactions.h"

class QDialog;

namespace anrufwarte {

class Look;

/// Help › Keyboard shortcuts and Help › About: made when asked for, gone when closed, never blocking the
/// window.
[[nodiscard]] QDialog *makeShortcutsDialog(const Look &look, const QList<ShellActions::Shortcut> &shortcuts,
                                           QWidget *parent);
[[nodiscard]] QDialog *makeAboutDialog(const Look &look, QWidget *parent);

} // namespace anrufwarte
