// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/log.h"

#include "app/runtime/logline.h"

#include <QDateTime>
#include <atomic>
#include <unistd.h>

namespace anrufwarte {

Q_LOGGING_CATEGORY(logRuntime, "anrufwarte.runtime", QtInfoMsg)
Q_LOGGING_CATEGORY(logListener, "anrufwarte.listener", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "anrufwarte.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logSync, "anrufwarte.sync", QtInfoMsg)

namespace {

/// Qt's handler is a plain function: this is how it finds its object.
std::atomic<Log *> current = nullptr;

} // namespace

std::unique_ptr<Log> Log::toStandardError()
{
    return std::unique_ptr<Log>(new Log(nullptr));
}

std::unique_ptr<Log> Log::toFolder(const QString &folder)
{
    return std::unique_ptr<Log>(new Log(std::make_unique<LogFile>(folder)));
}

Log::Log(std::unique_ptr<LogFile> file)
    : m_file(std::move(file)), m_isForJournal(qEnvironmentVariableIsSet("JOURNAL_STREAM"))
{
    current = this;
    qInstallMessageHandler(&Log::handle);
}

Log::~Log()
{
    qInstallMessageHandler(nullptr);
    current = nullptr;
}

void Log::handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (Log *log = current)
        log->write(type, QString::fromUtf8(context.category), message);
}

void Log::write(QtMsgType type, const QString &category, const QString &message)
{
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    const bool isMinor = type == QtDebugMsg || type == QtInfoMsg;
    if (m_file)
        m_file->append(logline::forPeople(type, category, message, nowMs));
    if (m_file && m_file->isOpen() && isMinor)
        return;
    const QByteArray line = m_isForJournal ? logline::forJournal(type, category, message)
                                           : logline::forPeople(type, category, message, nowMs);
    [[maybe_unused]] const ssize_t written = ::write(
        STDERR_FILENO, line.constData(), static_cast<size_t>(line.size())); // whole lines from any thread
}

} // namespace anrufwarte
