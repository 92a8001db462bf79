// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/completeness.h"

namespace anrufwarte {

std::array<DataState, PartCount> dataStates(const Completeness &completeness, bool finished, qint64 endedMs,
                                            qint64 nowMs)
{
    const bool stillExpected = !finished || nowMs - endedMs < PendingAfterEndMs;
    std::array<DataState, PartCount> states{};
    for (int i = 0; i < PartCount; ++i) {
        const auto part = static_cast<Part>(i);
        DataState &state = states[static_cast<size_t>(i)];
        if (completeness.has(part))
            state = DataState::Present;
        else if (completeness.cannotHave(part))
            state = DataState::Never;
        else
            state = stillExpected ? DataState::Pending : DataState::Missing;
    }
    return states;
}

} // namespace anrufwarte
