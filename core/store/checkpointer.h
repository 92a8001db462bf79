// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QThread>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace anrufwarte {

class Database;

/// Writes the log back into the file, on a connection and in a thread of its own, while the writer goes on:
/// no answer waits for it (https://www.sqlite.org/wal.html#ckpt, PASSIVE). What is added to the log meanwhile
/// stays for the next time.
class Checkpointer
{
public:
    /// Opens the file before it returns: of one that is put in its place later this must know nothing.
    [[nodiscard]] static Result<std::unique_ptr<Checkpointer>> open(const QString &file);
    ~Checkpointer(); ///< after what it has begun

    /// Writer thread, after a commit: that long is the log now; when it is worth it, it is written back.
    /// False: it has grown too long meanwhile, the caller does the rest itself. What is added during the work
    /// keeps the log from beginning anew, and under a load that never pauses something always is.
    [[nodiscard]] bool keepsUp(int pages);
    void finish(); ///< waits until it is not

private:
    explicit Checkpointer(QString file);
    void run();
    void work(Database &database);
    void writeBack();
    [[nodiscard]] bool isAtWork() const;

    const QString m_file;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Result<void>> m_opened;
    bool m_isAsked = false; ///< and at work, until it is done
    bool m_isEnded = false;
    int m_askedAtPages = 0; ///< how long the log was then; the writer's
    std::unique_ptr<QThread> m_thread;
};

} // namespace anrufwarte
