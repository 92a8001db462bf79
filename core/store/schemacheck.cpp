// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schemacheck.h"

#include "core/store/database.h"
#include "core/store/schema.h"
#include "core/store/sqlerror.h"

#include <QSet>
#include <memory>
#include <sqlite3.h>

namespace anrufwarte {

namespace {

constexpr char Columns[] = "SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c.pk "
                           "FROM sqlite_schema AS t JOIN pragma_table_xinfo(t.name) AS c "
                           "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'";

struct Close
{
    void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
};

int append(void *names, int, char **values, char **)
{
    static_cast<QStringList *>(names)->append(QString::fromUtf8(values[0]));
    return SQLITE_OK;
}

/// What the scripts make of an empty database, in memory.
Result<QStringList> columnsOf(const QStringList &scripts)
{
    sqlite3 *handle = nullptr;
    int code = sqlite3_open(":memory:", &handle);
    const std::unique_ptr<sqlite3, Close> model(handle);
    for (const QString &script : scripts) {
        for (const QString &statement : statementsOf(script)) {
            if (code == SQLITE_OK)
                code = sqlite3_exec(handle, statement.toUtf8().constData(), nullptr, nullptr, nullptr);
        }
    }
    QStringList columns;
    if (code == SQLITE_OK)
        code = sqlite3_exec(handle, Columns, append, &columns, nullptr);
    if (code != SQLITE_OK)
        return storeError(code, QString::fromUtf8(sqlite3_errstr(code)), QStringLiteral(":memory:"));
    return columns;
}

} // namespace

Result<void> checkSchema(Database &database, const QStringList &scripts)
{
    const Result<QStringList> expected = columnsOf(scripts);
    if (!expected)
        return expected.error();
    QSet<QString> found;
    Statement select = database.statement(QString::fromLatin1(Columns));
    if (!select.run())
        return database.lastError();
    while (select.next())
        found.insert(select.text(0));
    if (select.failed())
        return database.lastError();
    for (const QString &column : *expected) {
        if (!found.contains(column))
            return Error{ErrorCode::StoreCorrupt,
                         QStringLiteral("the schema lacks %1").arg(column),
                         {database.file()}};
    }
    return {};
}

} // namespace anrufwarte
