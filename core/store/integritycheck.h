// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QThread>
#include <memory>
#include <mutex>
#include <optional>

namespace anrufwarte {

class Database;

/// PRAGMA integrity_check on a read-only connection in a thread of its own, after an unclean stop. Takes its
/// time (minutes for gigabytes) and hinders nobody; given up when this is destroyed.
class IntegrityCheck
{
public:
    explicit IntegrityCheck(QString file);
    ~IntegrityCheck();

    /// Empty while it runs. StoreCorrupt with what was found.
    [[nodiscard]] std::optional<Result<void>> result() const;

private:
    void run();
    [[nodiscard]] Result<void> check(Database &database) const;

    const QString m_file;
    mutable std::mutex m_mutex;
    Database *m_running = nullptr; ///< to be interrupted
    bool m_givenUp = false;
    std::optional<Result<void>> m_result;
    std::unique_ptr<QThread> m_thread;
};

} // namespace anrufwarte
