// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlerror.h"

#include <sqlite3.h>

namespace anrufwarte {

namespace {

ErrorCode codeOf(int extended)
{
    if (extended == SQLITE_READONLY_DBMOVED) // the file was taken away: a matter of reopening
        return ErrorCode::StoreIo;
    if (extended == SQLITE_CONSTRAINT_PRIMARYKEY || extended == SQLITE_CONSTRAINT_UNIQUE ||
        extended ==
            SQLITE_CONSTRAINT_ROWID) // a number that we had just been told was free: pages out of order
        return ErrorCode::StoreCorrupt;
    switch (extended & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::StoreLocked;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::StoreReadOnly;
    case SQLITE_FULL:
        return ErrorCode::StoreFull;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return ErrorCode::StoreIo;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::StoreCorrupt;
    default:
        return ErrorCode::StoreFailed;
    }
}

} // namespace

Error storeError(int extendedCode, const QString &message, const QString &file)
{
    return {codeOf(extendedCode), QStringLiteral("%1 (SQLite %2)").arg(message).arg(extendedCode), {file}};
}

bool breaksConnection(ErrorCode code)
{
    return code == ErrorCode::StoreIo || code == ErrorCode::StoreCorrupt || code == ErrorCode::StoreReadOnly;
}

bool concernsOneBatch(ErrorCode code)
{
    return code == ErrorCode::StoreFailed || code == ErrorCode::StoreCorrupt;
}

} // namespace anrufwarte
