// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/callid.h"
#include "core/calls/callterms.h"

#include <QList>
#include <QObject>
#include <functional>
#include <optional>

namespace anrufwarte {

/// A call that the store takes for not finished.
struct RunningCall
{
    CallId callId;
    CallState state = CallState::Ongoing; ///< or Registered
    qint64 lastSeenMs = 0;                ///< UTC, last sign of life from any source

    bool operator==(const RunningCall &) const = default;
};

/// A rejected webhook that would have told the end of a call, as far as its unverified body says so.
struct RejectedEnd
{
    qint64 receivedMs = 0; ///< UTC
    QString reason;        ///< code of contract §4, "signature_malformed"

    bool operator==(const RejectedEnd &) const = default;
};

/// What the store knows about the end of one call.
struct EndEvidence
{
    bool isRunning = false;              ///< it does not know of an end
    std::optional<RejectedEnd> rejected; ///< the newest

    bool operator==(const EndEvidence &) const = default;
};

/// What sync may ask the store. Asynchronous: answers come in the thread of `context`, which is that of the
/// caller, and not at all when the context is gone by then.
class CallSource
{
public:
    virtual ~CallSource() = default;

    virtual void runningCalls(QObject *context, std::function<void(Result<QList<RunningCall>>)> answer) = 0;
    virtual void endEvidence(const CallId &callId, QObject *context,
                             std::function<void(Result<EndEvidence>)> answer) = 0;
};

} // namespace anrufwarte
