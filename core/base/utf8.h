// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace anrufwarte {

/// UTF-8 as text, all of it: QString::fromUtf8 drops a U+FEFF at the beginning.
[[nodiscard]] QString textFromUtf8(QByteArrayView utf8);

} // namespace anrufwarte
