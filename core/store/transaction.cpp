// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/transaction.h"

#include "core/store/database.h"

namespace anrufwarte {

Transaction::~Transaction()
{
    if (m_open) // an error that already rolled back makes this fail, which is just as well
        (void)m_database.run(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::begin()
{
    // SQLITE_BUSY_RECOVERY and its like come back before the busy timeout; one more try costs nothing.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (m_database.statement(QStringLiteral("BEGIN IMMEDIATE")).run()) {
            m_open = true;
            return {};
        }
        if (m_database.lastError().code != ErrorCode::StoreLocked)
            break;
    }
    return m_database.lastError();
}

Result<void> Transaction::commit()
{
    if (!m_database.statement(QStringLiteral("COMMIT")).run())
        return m_database.lastError();
    m_open = false;
    return {};
}

Savepoint::Savepoint(Database &database)
    : m_database(database), m_open(database.statement(QStringLiteral("SAVEPOINT one")).run())
{
}

Savepoint::~Savepoint()
{
    if (!m_open)
        return;
    (void)m_database.run(QStringLiteral("ROLLBACK TO one"));
    (void)m_database.run(QStringLiteral("RELEASE one"));
}

Result<void> Savepoint::release()
{
    if (!m_open || !m_database.statement(QStringLiteral("RELEASE one")).run())
        return m_database.lastError();
    m_open = false;
    return {};
}

} // namespace anrufwarte
