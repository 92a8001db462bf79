// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/integritycheck.h"

#include "core/store/database.h"
#include "core/store/handover.h"

namespace anrufwarte {

namespace {

constexpr int BusyTimeoutMs = 5000;

} // namespace

IntegrityCheck::IntegrityCheck(QString file)
    : m_file(std::move(file)), m_thread(QThread::create([this] { run(); }))
{
    m_thread->setObjectName(QStringLiteral("store-check"));
    m_thread->start(QThread::LowPriority);
}

IntegrityCheck::~IntegrityCheck()
{
    {
        const std::lock_guard locker(m_mutex);
        m_givenUp = true;
        if (m_running)
            m_running->interrupt();
    }
    m_thread->wait();
    handover::take(this);
}

std::optional<Result<void>> IntegrityCheck::result() const
{
    const std::lock_guard locker(m_mutex);
    return m_result;
}

void IntegrityCheck::run()
{
    Result<std::unique_ptr<Database>> database =
        Database::open(m_file, Database::Access::ReadOnly, BusyTimeoutMs);
    if (database) {
        const std::lock_guard locker(m_mutex);
        if (m_givenUp)
            return;
        m_running = database->get();
    }
    Result<void> found = database ? check(**database) : Result<void>(database.error());
    const std::lock_guard locker(m_mutex);
    m_running = nullptr;
    m_result = std::move(found);
    handover::give(this);
}

Result<void> IntegrityCheck::check(Database &database) const
{
    const QVariant answer = database.ask(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!answer.isValid())
        return database.lastError();
    if (answer.toString() == u"ok")
        return {};
    if (database.couldNotBeRead())
        return Error{ErrorCode::StoreIo, answer.toString().left(500), {m_file}};
    return Error{ErrorCode::StoreCorrupt, answer.toString().left(500), {m_file}};
}

} // namespace anrufwarte
