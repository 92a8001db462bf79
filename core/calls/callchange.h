// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callid.h"
#include "core/calls/callterms.h"
#include "core/calls/field.h"

#include <QByteArray>
#include <QList>
#include <compare>

namespace anrufwarte {

/// When a statement about a call was made, as a total order (contract §6.1). Arrival plays no part.
struct Stamp
{
    Stage stage = Stage::Registered;
    qint64 asOfMs = 0; ///< event_timestamp, else v of the signature; for API answers the start of the request
    QByteArray digest; ///< SHA-256 of the call object, 32 bytes: decides between equals, the same everywhere

    std::strong_ordering operator<=>(const Stamp &other) const;
    bool operator==(const Stamp &other) const = default;
};

/// One value stated by one delivery or answer.
struct FieldFact
{
    Field field = Field::CallStatus;
    FieldValue value; ///< always known: what is null, absent, empty or a placeholder zero is no fact
    quint8 quality =
        0; ///< compared before the stamp: an all-zero cost (0) never replaces a real one (1); see qualityOf()

    bool operator==(const FieldFact &) const = default;
};

/// A member that could not be read: it is NULL and this says so (contract §6.6, faults.md 2.3).
struct FieldWarning
{
    QString member; ///< path in the body, "call_cost.combined_cost"
    QString found;  ///< what stood there, "text", "array", "number out of range"; never the content

    bool operator==(const FieldWarning &) const = default;
};

/// "This source says this about one call, as of then." What webhook, poller, resync and import all make, and
/// the only way into the store. A value; carries no decision.
struct CallChange
{
    CallId callId;
    Source source = Source::Webhook;
    QString event; ///< "call_ended"; empty for API answers
    Stamp stamp;
    QList<FieldFact> facts; ///< at most one per field
    QList<FieldWarning> warnings;
    QString reason; ///< why, for call_changes: "call_ended webhook", "closed by poll; webhook rejected: …"

    bool operator==(const CallChange &) const = default;
};

} // namespace anrufwarte
