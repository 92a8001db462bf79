// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storemeta.h"

#include "core/store/database.h"

namespace anrufwarte {

static QString nameOf(MetaKey key)
{
    switch (key) {
    case MetaKey::Revision:
        return QStringLiteral("revision");
    case MetaKey::CostUnit:
        return QStringLiteral("cost_unit");
    case MetaKey::Checked:
        return QStringLiteral("checked_ms");
    case MetaKey::Clean:
        break;
    }
    return QStringLiteral("clean");
}

Result<QVariant> readMeta(Database &database, MetaKey key)
{
    Statement select = database.statement(QStringLiteral("SELECT value FROM meta WHERE key = ?"));
    if (!select.run(nameOf(key)))
        return database.lastError();
    const QVariant value = select.next() ? select.value(0) : QVariant();
    if (select.failed())
        return database.lastError();
    return value;
}

Result<void> writeMeta(Database &database, MetaKey key, const QVariant &value)
{
    Statement write =
        database.statement(QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO "
                                          "UPDATE SET value = excluded.value"));
    if (!write.run(nameOf(key), value))
        return database.lastError();
    return {};
}

} // namespace anrufwarte
