// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/reply.h"
#include "core/base/result.h"
#include "core/http/message.h"

#include <QObject>
#include <QTcpServer>
#include <functional>

namespace anrufwarte::simulator {

/// The simulator's own HTTP server: unlike the listener of the product it can break every promise of HTTP.
/// Bounded all the same. One thread.
class ApiServer : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<WireAnswer(const http::Request &request)>;

    explicit ApiServer(Answer answer, QObject *parent = nullptr);

    /// Errors: Listen….
    [[nodiscard]] Result<void> listen(const QString &host, quint16 port);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QString origin() const; ///< "http://127.0.0.1:8788"

private:
    void takeAll();

    QTcpServer m_server;
    const Answer m_answer;
    int m_connections = 0;
};

} // namespace anrufwarte::simulator
