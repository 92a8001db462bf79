// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checkpointer.h"

#include "core/store/database.h"
#include "core/store/handover.h"

#include <QLoggingCategory>

namespace anrufwarte {

namespace {

Q_LOGGING_CATEGORY(lcCheckpoint, "anrufwarte.store.checkpoint")

constexpr int BusyTimeoutMs = 2000;
constexpr int WriteBackPages = 512; ///< 8 MB: as often as that
constexpr int MostPages = 1024;
constexpr int MostPasses =
    3; ///< each ever shorter: only an end that was caught up with lets the log begin anew

Result<std::unique_ptr<Database>> opened(const QString &file)
{
    Result<std::unique_ptr<Database>> database =
        Database::open(file, Database::Access::ReadWrite, BusyTimeoutMs);
    if (database && !(*database)->ask(QStringLiteral("SELECT count(*) FROM meta")).isValid()) // opens the log
        return (*database)->lastError();
    return database;
}

} // namespace

Checkpointer::Checkpointer(QString file)
    : m_file(std::move(file)), m_thread(QThread::create([this] {
          run();
          handover::give(this);
      }))
{
    m_thread->setObjectName(QStringLiteral("store-checkpoint"));
    m_thread->start();
}

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard locker(m_mutex);
        m_isEnded = true;
    }
    m_changed.notify_all();
    m_thread->wait();
    handover::take(this);
}

Result<std::unique_ptr<Checkpointer>> Checkpointer::open(const QString &file)
{
    std::unique_ptr<Checkpointer> checkpointer(new Checkpointer(file));
    std::unique_lock locker(checkpointer->m_mutex);
    checkpointer->m_changed.wait(locker, [&] { return checkpointer->m_opened.has_value(); });
    const Result<void> opened = checkpointer->m_opened.value_or(Result<void>());
    locker.unlock();
    if (!opened)
        return opened.error();
    return checkpointer;
}

bool Checkpointer::keepsUp(int pages)
{
    if (pages < m_askedAtPages)
        m_askedAtPages = 0; // it has begun anew
    if (pages < m_askedAtPages + WriteBackPages || isAtWork())
        return true;
    m_askedAtPages = pages;
    if (pages >= MostPages)
        return false;
    writeBack();
    return true;
}

void Checkpointer::writeBack()
{
    {
        const std::lock_guard locker(m_mutex);
        m_isAsked = true;
    }
    m_changed.notify_all();
}

bool Checkpointer::isAtWork() const
{
    const std::lock_guard locker(m_mutex);
    return m_isAsked;
}

void Checkpointer::finish()
{
    std::unique_lock locker(m_mutex);
    m_changed.wait(locker, [this] { return !m_isAsked; });
}

void Checkpointer::run()
{
    const Result<std::unique_ptr<Database>> database = opened(m_file);
    std::unique_lock locker(m_mutex);
    m_opened = database ? Result<void>() : Result<void>(database.error());
    m_changed.notify_all();
    while (database) {
        m_changed.wait(locker, [this] { return m_isAsked || m_isEnded; });
        if (m_isEnded)
            return;
        locker.unlock();
        work(**database);
        locker.lock();
        m_isAsked = false;
        m_changed.notify_all();
    }
}

/// An error is logged and no more: what is in the log stays there, and writing says itself when it fails.
void Checkpointer::work(Database &database)
{
    for (int pass = 0; pass < MostPasses; ++pass) {
        Statement checkpoint = database.statement(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
        if (!checkpoint.run() || !checkpoint.next()) {
            qCWarning(lcCheckpoint, "the log was not written back: %s",
                      qPrintable(database.lastError().detail));
            return;
        }
        const qint64 pages = checkpoint.integer(1);
        const qint64 writtenBack = checkpoint.integer(2);
        if (pages == writtenBack)
            return;
    }
}

} // namespace anrufwarte
