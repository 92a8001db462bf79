// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storemeta.h"

#include "core/store/database.h"

namespace anrufwarte {

static QString nameOf(MetaKey key)
{
    switch (key) {
    case MetaKey::Revision:
        return QStringLiteral("revision");
    case MetaKey::LastCall:
        return QStringLiteral("last_call");
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

/// Of rows that are there, and of those that went.
static Result<qint64> greatestOf(Database &database, const QString &ofRows, MetaKey ofThoseThatWent)
{
    const Result<QVariant> gone = readMeta(database, ofThoseThatWent);
    if (!gone)
        return gone.error();
    Statement greatest = database.statement(ofRows);
    if (!greatest.run() || !greatest.next())
        return database.lastError();
    return qMax(greatest.integer(0), gone->toLongLong());
}

Result<qint64> greatestRevision(Database &database)
{
    return greatestOf(database, QStringLiteral("SELECT max(revision) FROM calls"), MetaKey::Revision);
}

Result<qint64> greatestCallId(Database &database)
{
    return greatestOf(database, QStringLiteral("SELECT max(id) FROM calls"), MetaKey::LastCall);
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
