// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace anrufwarte {

/// The sentence for people, in the current language: what happened, what it means, what to do. Plain text.
/// Does not hold error.detail (that belongs to logs and behind "Details").
[[nodiscard]] QString sentence(const Error &error);

} // namespace anrufwarte
