// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace anrufwarte {

/// Whether JSON that has been checked, without insignificant white space, is spelled as JsonValue::toJson()
/// would write it: each member once, no escape that need not be, numbers in their shortest form. Then it need
/// not be read and written again. "No" says nothing: what is rare, deep or wide is not looked into.
[[nodiscard]] bool isSpelledAsWritten(QByteArrayView json);

} // namespace anrufwarte
