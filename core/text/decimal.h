// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <optional>

namespace anrufwarte {

/// `value` counts units of 10^-scale; the text has `decimals` places (at most `scale`), rounded commercially
/// (half away from zero). Integers all the way: 0.0975 stays half, which a double cannot promise.
[[nodiscard]] QString decimalText(const QLocale &locale, qint64 value, int scale, int decimals);

/// The same of a double, read to nine places; empty when it is not finite or too large to be counted.
[[nodiscard]] std::optional<QString> decimalText(const QLocale &locale, double value, int decimals);

} // namespace anrufwarte
