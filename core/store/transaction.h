// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace anrufwarte {

class Database;

/// BEGIN IMMEDIATE … COMMIT; rolls back when it leaves scope without commit(). Immediate, because a plain
/// BEGIN fails at once on the way from reading to writing and skips the busy timeout.
class Transaction
{
public:
    explicit Transaction(Database &database) : m_database(database) {}
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> begin();
    /// Seen by all when it says so, and durable if that is how the connection is configured
    /// (Database::Durable). On error nothing of it is in the store.
    [[nodiscard]] Result<void> commit();

private:
    Database &m_database;
    bool m_open = false;
};

/// A part of a transaction that may fail alone; undone unless release()d.
class Savepoint
{
public:
    explicit Savepoint(Database &database);
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;
    ~Savepoint();

    [[nodiscard]] Result<void> release();

private:
    Database &m_database;
    bool m_open = false;
};

} // namespace anrufwarte
