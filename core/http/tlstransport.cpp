// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/tlstransport.h"

#include <algorithm>
#include <array>
#include <limits>
#include <openssl/err.h>
#include <openssl/ssl.h>

namespace anrufwarte::http {

namespace {

/// One TLS record and its frame.
constexpr std::size_t RecordBytes = std::size_t{16} * 1024 + 512;

int lengthOf(qsizetype size)
{
    return static_cast<int>(std::min<qsizetype>(size, std::numeric_limits<int>::max()));
}

} // namespace

void TlsTransport::Free::operator()(ssl_st *session) const
{
    SSL_free(session); // with its two buffers
}

TlsTransport::TlsTransport(qintptr descriptor, const TlsContext &context, QObject *parent)
    : Transport(parent), m_wire(descriptor, nullptr), m_session(SSL_new(context.get()))
{
    connect(&m_wire, &Transport::readable, this, &Transport::readable);
    connect(&m_wire, &Transport::bytesWritten, this, &Transport::bytesWritten);
    connect(&m_wire, &Transport::closed, this, &Transport::closed);
    BIO *const received = BIO_new(BIO_s_mem());
    BIO *const toSend = BIO_new(BIO_s_mem());
    if (!m_session || !received || !toSend) {
        BIO_free(received);
        BIO_free(toSend);
        m_session.reset();
        return; // the deadline of the connection ends it
    }
    BIO_set_mem_eof_return(received, -1); // empty means: not now
    SSL_set_bio(m_session.get(), received, toSend);
    SSL_set_accept_state(m_session.get());
}

TlsTransport::~TlsTransport() = default;

/// As much as there is: what would stay behind in here has no readable() to tell of it.
qsizetype TlsTransport::read(char *data, qsizetype size)
{
    qsizetype count = 0;
    while (m_session && !m_isAtEnd && count < size) {
        ERR_clear_error();
        const int got = SSL_read(m_session.get(), data + count, lengthOf(size - count));
        const int outcome = SSL_get_error(m_session.get(), got);
        giveToWire(); // the handshake speaks, too
        if (got > 0) {
            count += got;
        } else if (outcome == SSL_ERROR_ZERO_RETURN) {
            m_isAtEnd = true;
        } else if (outcome != SSL_ERROR_WANT_READ) {
            fail();
            break;
        } else if (!takeFromWire()) {
            break;
        }
    }
    return count;
}

bool TlsTransport::takeFromWire()
{
    std::array<char, RecordBytes> buffer;
    const qsizetype count = m_wire.read(buffer.data(), buffer.size());
    if (count > 0)
        return BIO_write(SSL_get_rbio(m_session.get()), buffer.data(), lengthOf(count)) == count;
    m_isAtEnd = m_wire.isAtEnd(); // without close_notify: a cut request shows by its length
    return false;
}

void TlsTransport::giveToWire()
{
    if (!m_session)
        return;
    BIO *const toSend = SSL_get_wbio(m_session.get());
    char *bytes = nullptr;
    const long count = BIO_get_mem_data(toSend, &bytes);
    if (count <= 0)
        return;
    const QByteArray out(bytes, static_cast<qsizetype>(count));
    (void)BIO_reset(toSend);
    m_wire.write(out);
}

void TlsTransport::write(const QByteArray &bytes)
{
    if (!m_session || bytes.isEmpty())
        return;
    ERR_clear_error();
    if (SSL_write(m_session.get(), bytes.constData(), lengthOf(bytes.size())) <= 0)
        return fail();
    giveToWire();
}

void TlsTransport::shutdownSending()
{
    if (m_session && SSL_is_init_finished(m_session.get())) {
        ERR_clear_error();
        SSL_shutdown(m_session.get());
        giveToWire();
    }
    m_wire.shutdownSending();
}

/// No TLS, or none that we speak: the alert that says so has been given to the wire.
void TlsTransport::fail()
{
    giveToWire();
    m_session.reset();
    m_wire.shutdownSending();
    Q_EMIT
    closed();
}

} // namespace anrufwarte::http
