// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anrufwarte {

/// A note beside the store's file that it was found damaged, for the next start. It names this one
/// file: what is put in its place, a backup for example, is not meant.
void markDamaged(const QString &file);
[[nodiscard]] bool isMarkedDamaged(const QString &file);
void unmarkDamaged(const QString &file);

} // namespace anrufwarte
