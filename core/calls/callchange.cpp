// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/callchange.h"

namespace anrufwarte {

std::strong_ordering Stamp::operator<=>(const Stamp &other) const
{
    if (const auto byStage = stage <=> other.stage; std::is_neq(byStage))
        return byStage;
    if (const auto byTime = asOfMs <=> other.asOfMs; std::is_neq(byTime))
        return byTime;
    return digest.compare(other.digest) <=> 0;
}

} // namespace anrufwarte
