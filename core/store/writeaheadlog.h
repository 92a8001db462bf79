// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

struct sqlite3_file;

namespace anrufwarte {

class Database;

/// The write-ahead log behind the writing connection. That commits with synchronous=NORMAL, which puts a
/// transaction into the log and leaves it to us when the log is brought to the disk; flushed before anybody
/// is told, this is as durable as FULL (https://www.sqlite.org/pragma.html#pragma_synchronous), and the next
/// transaction can be written meanwhile.
class WriteAheadLog
{
public:
    /// After the first question on the connection, which opens the log. `database` must outlive this.
    explicit WriteAheadLog(Database &database);
    WriteAheadLog(const WriteAheadLog &) = delete;
    WriteAheadLog &operator=(const WriteAheadLog &) = delete;
    ~WriteAheadLog();

    /// All that has been committed, by whomever, is on the disk when this says so. Any thread.
    [[nodiscard]] Result<void> flush() const;

    /// From now on nothing is written back into the file at a commit: somebody else does that.
    void growFreely();

    /// Pages in it after the last commit on this connection. Only after growFreely(); the thread of the
    /// connection.
    [[nodiscard]] int pages() const { return m_pages; }

private:
    Database &m_database;
    sqlite3_file *m_file = nullptr; ///< SQLite's, open as long as the connection
    int m_pages = 0;
};

} // namespace anrufwarte
