// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/callchange.h"

namespace anrufwarte {

std::strong_ordering Stamp::operator<=>(const Stamp &other) const
{
    if (const auto byStage = stage <=> other.stage; byStage != 0)
        return byStage;
    if (const auto byTime = asOfMs <=> other.asOfMs; byTime != 0)
        return byTime;
    return digest.compare(other.digest) <=> 0;
}

} // namespace anrufwarte
