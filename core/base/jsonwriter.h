// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/boostjson.h"

namespace anrufwarte::jsonwriter {

/// Compact JSON text. Numbers keep their shortest exact form (Boost.JSON itself writes 9.785E0); what no JSON
/// number can say (1e400 in the text) is null.
void append(std::string &out, const boost::json::value &value);

/// `utf8` as a JSON string, with its quotes and escapes.
void appendQuoted(std::string &out, std::string_view utf8);

} // namespace anrufwarte::jsonwriter
