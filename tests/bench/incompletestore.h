// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/callstore.h"
#include "tests/support/callbuilders.h"

#include <QDir>

namespace anrufwarte::bench {

/// A profile whose store knows of so many calls only that they are over; the automatic resync asks for them
/// in a day. False if it cannot be written.
[[nodiscard]] inline bool makeIncompleteStore(const QString &profile, int calls)
{
    const SystemClock clock;
    StoreOptions options;
    options.file = QDir(profile).filePath(QStringLiteral("calls.sqlite"));
    auto store = CallStore::open(options, clock);
    if (!store)
        return false;
    constexpr qint64 DayMs = 24LL * 60 * 60 * 1000;
    ChangeBatch batch;
    const auto notes = std::make_shared<SyncNotes>();
    for (int i = 0; i < calls; ++i) {
        const QString id = QStringLiteral("call_%1").arg(i, 26, 10, QLatin1Char('0'));
        batch.changes.append(test::ChangeBuilder(id).ended(clock.nowMs() - i));
        notes->retries.append({CallId(id), RetryCause::Incomplete, 0, clock.nowMs() + DayMs});
    }
    batch.notes = notes;
    QObject context;
    return (*store)->submit(std::move(batch), &context, [](const Result<BatchOutcome> &) {}).has_value();
} // the store writes what is queued before it goes

} // namespace anrufwarte::bench
