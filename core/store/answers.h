// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/changesink.h"
#include "core/store/mailbox.h"

#include <memory>
#include <vector>

namespace anrufwarte {

/// Who waits for what becomes of a batch.
struct Receiver
{
    std::shared_ptr<Mailbox> to;
    BatchDone done;
};

/// One queued call per context, not one per answer. As many answers as receivers.
void answerAll(std::vector<Receiver> receivers, std::vector<Result<BatchOutcome>> answers);

} // namespace anrufwarte
