// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/tlsfiles.h"
#include "core/http/transport.h"

struct ssl_st;

namespace anrufwarte::http {

/// TLS over a plain transport, by OpenSSL itself: all connections share one context, so a client that never
/// says hello costs little, and the end of the client's sending (close_notify, or the FIN of TCP) leaves our
/// side open: an answer that is owed is still given. QSslSocket can do neither.
class TlsTransport final : public Transport
{
    Q_OBJECT

public:
    /// Takes the descriptor over; the client speaks first.
    TlsTransport(qintptr descriptor, const TlsContext &context, QObject *parent);
    ~TlsTransport() override;

    [[nodiscard]] qsizetype read(char *data, qsizetype size) override;
    [[nodiscard]] bool isAtEnd() const override { return m_isAtEnd; }
    void setReading(bool isWanted) override { m_wire.setReading(isWanted); }
    void write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 unsentBytes() const override { return m_wire.unsentBytes(); }
    void shutdownSending() override;
    void reset() override { m_wire.reset(); }

private:
    struct Free
    {
        void operator()(ssl_st *session) const;
    };

    [[nodiscard]] bool takeFromWire();
    void giveToWire();
    void fail();

    PlainTransport m_wire;
    std::unique_ptr<ssl_st, Free> m_session; ///< null: there was no memory for one, or it is broken
    bool m_isAtEnd = false;
};

} // namespace anrufwarte::http
