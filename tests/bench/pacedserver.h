// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/listener.h"

#include <QElapsedTimer>
#include <QList>
#include <QMutex>
#include <QThread>
#include <memory>

namespace anrufwarte::bench {

/// When the questions came and were answered; ns since the server began.
struct Asked
{
    qint64 cameNs = 0;
    qint64 answeredNs = 0;
    bool isCall = false; ///< get-call; else what goes with it
};

/// Retell with a given latency, in a thread of its own: every get-call is answered with a whole call.
class PacedServer
{
public:
    PacedServer();
    ~PacedServer();

    [[nodiscard]] QString origin() const { return m_origin; }
    void setLatencyMs(int ms);
    /// What came since the last time.
    [[nodiscard]] QList<Asked> take();

private:
    class Desk;

    QThread m_thread;
    std::unique_ptr<Desk> m_desk; ///< lives in m_thread
    QString m_origin;
};

} // namespace anrufwarte::bench
