// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <span>

/// Finds where things end in JSON text that has been checked and holds no insignificant white space. Nothing
/// is checked again; on other texts the answers mean nothing, but no byte behind `end` is read.
namespace anrufwarte::jsonscan {

/// An object or array so long that its end is remembered: nobody walks over it only to get past it.
struct LongValue
{
    const char *begin = nullptr;
    const char *end = nullptr;
};
/// Of one text, in the order in which they begin. It need not hold all of them, or any.
using LongValues = std::span<const LongValue>;

/// Behind the closing quote of the string that begins at `at`.
[[nodiscard]] const char *behindString(const char *at, const char *end);

/// Behind the value that begins at `at`.
[[nodiscard]] const char *behindValue(const char *at, const char *end, LongValues longValues);

} // namespace anrufwarte::jsonscan
