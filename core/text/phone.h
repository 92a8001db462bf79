// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anrufwarte {

/// What Formats::phone and Formats::maskedPhone say; the same in every language but for the word "Withheld".
[[nodiscard]] QString phoneText(const QString &number);
[[nodiscard]] QString maskedPhoneText(const QString &number);

/// "anonymous" and the other words with which the network says that the caller's number is kept back.
[[nodiscard]] bool isWithheld(QStringView number);

} // namespace anrufwarte
