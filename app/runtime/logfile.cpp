// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/logfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace anrufwarte {

LogFile::LogFile(const QString &folder, qint64 maxBytes, int olderFiles)
    : m_path(folder + QStringLiteral("/anrufwarte.log")), m_maxBytes(maxBytes), m_olderFiles(olderFiles)
{
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_descriptor = openNew();
    m_bytes = QFileInfo(m_path).size();
}

LogFile::~LogFile()
{
    if (isOpen())
        ::close(m_descriptor);
}

void LogFile::append(const QByteArray &line)
{
    if (!isOpen())
        return;
    if (m_bytes.fetch_add(line.size()) + line.size() > m_maxBytes && !m_isRotating.test_and_set()) {
        rotate();
        m_bytes = line.size();
        m_isRotating.clear();
    }
    [[maybe_unused]] const ssize_t written = ::write(
        m_descriptor, line.constData(), static_cast<size_t>(line.size())); // a full disk costs the log only
}

void LogFile::rotate()
{
    QFile::remove(name(m_olderFiles));
    for (int age = m_olderFiles; age > 0; --age)
        QFile::rename(name(age - 1), name(age));
    const int fresh = openNew();
    if (fresh < 0)
        return;
    ::dup3(fresh, m_descriptor, O_CLOEXEC);
    ::close(fresh);
}

QString LogFile::name(int age) const
{
    return age == 0 ? m_path : QString(m_path + u'.' + QString::number(age));
}

int LogFile::openNew() const
{
    return ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
                  S_IRUSR | S_IWUSR);
}

} // namespace anrufwarte
