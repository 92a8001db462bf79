// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/certificatewatch.h"

#include <QFileInfo>
#include <chrono>

namespace anrufwarte::http {

namespace {

constexpr std::chrono::milliseconds SettleTime{300};

} // namespace

CertificateWatch::CertificateWatch(const TlsFiles &files, const Clock &clock, QObject *parent)
    : QObject(parent), m_files(files), m_clock(clock), m_watcher(this), m_settle(this)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(SettleTime);
    connect(&m_settle, &QTimer::timeout, this, &CertificateWatch::reload);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_settle.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_settle.start(); });
    watch();
}

/// The folders too: a file that is replaced by renaming drops out of the watch.
void CertificateWatch::watch()
{
    for (const QString &path : {m_files.certificate, m_files.key}) {
        for (const QString &watched : {path, QFileInfo(path).absolutePath()}) {
            const bool isKnown =
                m_watcher.files().contains(watched) || m_watcher.directories().contains(watched);
            if (!isKnown && QFileInfo::exists(watched))
                m_watcher.addPath(watched);
        }
    }
}

void CertificateWatch::reload()
{
    watch();
    const auto context = loadTls(m_files, m_clock.nowMs());
    if (context)
        Q_EMIT
    loaded(*context);
    else Q_EMIT failed(context.error());
}

} // namespace anrufwarte::http
