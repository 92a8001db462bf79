// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/tlsfiles.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace anrufwarte::http {

/// Reads certificate and key again when they change, a moment later: they are two files, and renewal writes
/// one after the other.
class CertificateWatch final : public QObject
{
    Q_OBJECT

public:
    CertificateWatch(const TlsFiles &files, const Clock &clock, QObject *parent);

Q_SIGNALS:
    void loaded(const anrufwarte::http::TlsContext &context);
    void failed(const anrufwarte::Error &error);

private:
    void watch();
    void reload();

    const TlsFiles m_files;
    const Clock &m_clock;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
};

} // namespace anrufwarte::http
