// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/schema.h"
#include "tests/core/store/storefixture.h"

#include <algorithm>

namespace anrufwarte::test {

/// The same content in the tables of schema 1, as the earlier program left it.
[[nodiscard]] inline bool writeSchemaOne(const StoreFixture &from, const StoreFixture &to)
{
    const auto database = to.other();
    if (!database->configureForWriting())
        return false;
    QStringList steps = statementsOf(schemaScripts().first());
    steps << QStringLiteral("ATTACH '%1' AS theirs").arg(from.options.file)
          << QStringLiteral("DELETE FROM meta")
          << QStringLiteral("INSERT INTO meta SELECT * FROM theirs.meta")
          << QStringLiteral("INSERT INTO calls SELECT * FROM theirs.calls")
          << QStringLiteral(
                 "INSERT INTO call_changes SELECT NULL, call_id, changed_at, source, field, before, "
                 "after, reason FROM theirs.call_changes ORDER BY call_id, id")
          << QStringLiteral("INSERT INTO call_warnings SELECT * FROM theirs.call_warnings")
          << QStringLiteral(
                 "INSERT INTO deliveries SELECT id, received_ms, received_at, sender, peer, method, "
                 "path, verdict, http_status, reason, event, call_id, verified, bytes, "
                 "signature_header, matched_key, skew_ms, checks, hints FROM theirs.deliveries")
          << QStringLiteral("INSERT INTO delivery_bodies SELECT * FROM theirs.delivery_bodies");
    return std::all_of(steps.cbegin(), steps.cend(),
                       [&database](const QString &sql) { return database->run(sql); });
}

} // namespace anrufwarte::test
