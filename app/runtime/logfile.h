// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <atomic>

namespace anrufwarte {

/// A log of bounded size: "anrufwarte.log" and a few older ones ("anrufwarte.log.1" …), mode 0600. append()
/// is safe from any thread without a lock: a line is one write to a descriptor that keeps its number when the
/// file behind it is exchanged.
class LogFile
{
public:
    explicit LogFile(const QString &folder, qint64 maxBytes = 2 * 1024 * 1024, int olderFiles = 4);
    ~LogFile();
    Q_DISABLE_COPY_MOVE(LogFile)

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    void append(const QByteArray &line);

private:
    void rotate();
    [[nodiscard]] QString name(int age) const;
    [[nodiscard]] int openNew() const;

    QString m_path;
    qint64 m_maxBytes;
    int m_olderFiles;
    int m_descriptor = -1;
    std::atomic<qint64> m_bytes = 0;
    std::atomic_flag m_isRotating;
};

} // namespace anrufwarte
