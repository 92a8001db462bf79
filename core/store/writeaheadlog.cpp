// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writeaheadlog.h"

#include "core/store/database.h"

#include <sqlite3.h>

namespace anrufwarte {

WriteAheadLog::WriteAheadLog(Database &database) : m_database(database)
{
    sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &m_file);
}

WriteAheadLog::~WriteAheadLog()
{
    sqlite3_wal_hook(m_database.handle(), nullptr, nullptr);
}

/// Touches nothing of the connection but the file's descriptor, which never changes.
Result<void> WriteAheadLog::flush() const
{
    if (!m_file || !m_file->pMethods)
        return Error{ErrorCode::StoreFailed, QStringLiteral("there is no log to flush"), {m_database.file()}};
    const int code = m_file->pMethods->xSync(m_file, SQLITE_SYNC_NORMAL);
    if (code == SQLITE_OK)
        return {};
    return Error{ErrorCode::StoreIo,
                 QStringLiteral("%1 (SQLite %2)").arg(QString::fromUtf8(sqlite3_errstr(code))).arg(code),
                 {m_database.file()}};
}

void WriteAheadLog::growFreely()
{
    const auto note = [](void *self, sqlite3 *, const char *, int pages) {
        static_cast<WriteAheadLog *>(self)->m_pages = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(m_database.handle(), note, this); // in the place of SQLite's own, which writes back
}

} // namespace anrufwarte
