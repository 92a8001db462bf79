// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callsource.h"
#include "core/calls/changesink.h"
#include "core/sync/accountfacts.h"
#include "core/sync/apigate.h"

namespace anrufwarte {

/// What everybody in sync works with: asks Retell through the gate, asks the store, hands over what is new.
/// All must outlive who is given it.
struct SyncMeans
{
    ApiGate &gate;
    AccountFacts &account;
    ChangeSink &sink;
    CallSource &source;
    const Clock &clock;
};

} // namespace anrufwarte
