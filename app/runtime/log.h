// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runtime/logfile.h"

#include <QLoggingCategory>
#include <memory>

namespace anrufwarte {

Q_DECLARE_LOGGING_CATEGORY(logRuntime)
Q_DECLARE_LOGGING_CATEGORY(logListener)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logSync)

/// Where messages go while it lives; then again where Qt sends them. One at a time, made in main() before
/// threads are. Lines are made safe in logline.h.
class Log
{
public:
    /// Standard error; with priorities when the journal reads it (JOURNAL_STREAM).
    [[nodiscard]] static std::unique_ptr<Log> toStandardError();
    /// The profile's log folder; warnings and worse on standard error too.
    [[nodiscard]] static std::unique_ptr<Log> toFolder(const QString &folder);
    ~Log();
    Q_DISABLE_COPY_MOVE(Log)

private:
    explicit Log(std::unique_ptr<LogFile> file);
    void write(QtMsgType type, const QString &category, const QString &message);
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message);

    std::unique_ptr<LogFile> m_file;
    bool m_isForJournal = false;
};

} // namespace anrufwarte
