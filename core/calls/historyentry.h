// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callterms.h"

#include <QList>
#include <QString>

namespace anrufwarte {

/// A line of call_changes: who changed what.
struct HistoryEntry
{
    qint64 id = 0; ///< greater than that of the call's entries before
    qint64 changedMs = 0;
    Source source = Source::Webhook;
    QString field;  ///< column name, field.h
    QString before; ///< empty = was unknown; long texts are cut
    QString after;
    QString reason;

    bool operator==(const HistoryEntry &) const = default;
};

} // namespace anrufwarte
