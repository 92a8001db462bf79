// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <atomic>
#include <mutex>
#include <sqlite3.h>

/// SQLite with faults by plan: every connection that is opened after install() runs through a VFS that can
/// refuse the n-th write or sync, and its statements can be broken off. Also says what was asked of it.
namespace anrufwarte::test::sqlitefaults {

enum class Step
{
    Statement, ///< broken off (SQLITE_INTERRUPT)
    Write,     ///< or truncation
    Sync
};

struct Plan
{
    std::atomic<int> left = -1; ///< steps that still go well; negative: nothing is planned
    std::atomic<Step> step = Step::Write;
    std::atomic<int> code = SQLITE_IOERR;
    std::atomic<bool> stays = false;
    std::atomic<bool> hasFired = false;
    std::atomic<bool> isArmed = false;

    std::mutex mutex;
    QStringList *heard = nullptr; ///< statements, as they were prepared
};

inline Plan plan;

/// The step after `after` good ones fails, and all later ones if it `stays`.
inline void arm(Step step, int code, int after, bool stays)
{
    plan.step = step;
    plan.code = code;
    plan.stays = stays;
    plan.hasFired = false;
    plan.left = after;
    plan.isArmed = true;
}

/// True if something failed by plan.
inline bool disarm()
{
    plan.isArmed = false;
    return plan.hasFired;
}

inline bool failsNow(Step step)
{
    if (!plan.isArmed || plan.step != step)
        return false;
    const int left = plan.left.fetch_sub(1);
    if (left == 0)
        plan.hasFired = true;
    return left == 0 || (left < 0 && plan.stays);
}

struct FaultyFile
{
    sqlite3_file base;
    sqlite3_file *real;
};

inline sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<FaultyFile *>(file)->real;
}

inline sqlite3_io_methods faultyMethods()
{
    sqlite3_io_methods methods{};
    methods.iVersion = 2; // without memory mapping: each write is seen
    methods.xClose = [](sqlite3_file *file) { return realOf(file)->pMethods->xClose(realOf(file)); };
    methods.xRead = [](sqlite3_file *file, void *to, int bytes, sqlite3_int64 at) {
        return realOf(file)->pMethods->xRead(realOf(file), to, bytes, at);
    };
    methods.xWrite = [](sqlite3_file *file, const void *from, int bytes, sqlite3_int64 at) {
        return failsNow(Step::Write) ? plan.code.load()
                                     : realOf(file)->pMethods->xWrite(realOf(file), from, bytes, at);
    };
    methods.xTruncate = [](sqlite3_file *file, sqlite3_int64 size) {
        return failsNow(Step::Write) ? plan.code.load()
                                     : realOf(file)->pMethods->xTruncate(realOf(file), size);
    };
    methods.xSync = [](sqlite3_file *file, int flags) {
        return failsNow(Step::Sync) ? plan.code.load() : realOf(file)->pMethods->xSync(realOf(file), flags);
    };
    methods.xFileSize = [](sqlite3_file *file, sqlite3_int64 *size) {
        return realOf(file)->pMethods->xFileSize(realOf(file), size);
    };
    methods.xLock = [](sqlite3_file *file, int level) {
        return realOf(file)->pMethods->xLock(realOf(file), level);
    };
    methods.xUnlock = [](sqlite3_file *file, int level) {
        return realOf(file)->pMethods->xUnlock(realOf(file), level);
    };
    methods.xCheckReservedLock = [](sqlite3_file *file, int *held) {
        return realOf(file)->pMethods->xCheckReservedLock(realOf(file), held);
    };
    methods.xFileControl = [](sqlite3_file *file, int what, void *argument) {
        return realOf(file)->pMethods->xFileControl(realOf(file), what, argument);
    };
    methods.xSectorSize = [](sqlite3_file *file) {
        return realOf(file)->pMethods->xSectorSize(realOf(file));
    };
    methods.xDeviceCharacteristics = [](sqlite3_file *file) {
        return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
    };
    methods.xShmMap = [](sqlite3_file *file, int page, int bytes, int extend, void volatile **memory) {
        return realOf(file)->pMethods->xShmMap(realOf(file), page, bytes, extend, memory);
    };
    methods.xShmLock = [](sqlite3_file *file, int offset, int count, int flags) {
        return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
    };
    methods.xShmBarrier = [](sqlite3_file *file) { realOf(file)->pMethods->xShmBarrier(realOf(file)); };
    methods.xShmUnmap = [](sqlite3_file *file, int remove) {
        return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
    };
    return methods;
}

inline sqlite3_vfs *realVfs = nullptr;

inline int openFaulty(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    static const sqlite3_io_methods methods = faultyMethods();
    auto *faulty = reinterpret_cast<FaultyFile *>(file);
    faulty->real = reinterpret_cast<sqlite3_file *>(faulty + 1); // szOsFile has room for both
    const int result = realVfs->xOpen(realVfs, name, faulty->real, flags, outFlags);
    faulty->base.pMethods = faulty->real->pMethods ? &methods : nullptr;
    return result;
}

inline int hear(unsigned, void *connection, void *, void *text)
{
    const auto *sql = static_cast<const char *>(text);
    if (qstrncmp(sql, "--", 2) == 0) // a trigger's
        return 0;
    {
        const std::lock_guard locker(plan.mutex);
        if (plan.heard)
            plan.heard->append(QString::fromUtf8(sql));
    }
    if (failsNow(Step::Statement))
        sqlite3_interrupt(static_cast<sqlite3 *>(connection));
    return 0;
}

inline int listenTo(sqlite3 *connection, const char **, const void *)
{
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, hear, connection);
}

/// Once, before the first connection.
inline void install()
{
    static sqlite3_vfs faulty;
    realVfs = sqlite3_vfs_find(nullptr);
    faulty = *realVfs;
    faulty.pNext = nullptr;
    faulty.zName = "faulty";
    faulty.szOsFile = int(sizeof(FaultyFile)) + realVfs->szOsFile;
    faulty.xOpen = openFaulty;
    sqlite3_vfs_register(&faulty, 1);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(listenTo));
}

/// Collects the statements that run in its lifetime.
class Hearing
{
public:
    Hearing()
    {
        const std::lock_guard locker(plan.mutex);
        plan.heard = &m_statements;
    }
    ~Hearing()
    {
        const std::lock_guard locker(plan.mutex);
        plan.heard = nullptr;
    }
    Hearing(const Hearing &) = delete;
    Hearing &operator=(const Hearing &) = delete;

    [[nodiscard]] QStringList statements() const
    {
        const std::lock_guard locker(plan.mutex);
        return m_statements;
    }

private:
    QStringList m_statements;
};

} // namespace anrufwarte::test::sqlitefaults
