// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anrufwarte {

/// Text from outside on its way into one line of a screen or a sentence. Plain left-to-right text comes back
/// as it is. Text with right-to-left letters, direction marks or invisible characters is enclosed in
/// U+2068/U+2069, so that it cannot turn what stands around it; line ends become spaces.
[[nodiscard]] QString isolated(const QString &foreign);

} // namespace anrufwarte
