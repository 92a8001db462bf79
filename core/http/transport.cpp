// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/transport.h"

#include "core/http/socketops.h"

#include <utility>

namespace anrufwarte::http {

PlainTransport::PlainTransport(qintptr descriptor, QObject *parent)
    : Transport(parent), m_descriptor(descriptor), m_readNotifier(descriptor, QSocketNotifier::Read)
{
    connect(&m_readNotifier, &QSocketNotifier::activated, this, &Transport::readable);
}

PlainTransport::~PlainTransport()
{
    close();
}

qsizetype PlainTransport::read(char *data, qsizetype size)
{
    if (m_descriptor < 0 || m_isAtEnd)
        return 0;
    const Moved moved = receiveBytes(m_descriptor, data, size);
    if (moved.isBroken) {
        close();
        Q_EMIT
        closed();
    } else if (moved.isAtEnd) {
        m_isAtEnd = true;
        m_readNotifier.setEnabled(false);
    }
    return moved.count;
}

void PlainTransport::setReading(bool isWanted)
{
    const bool isOn = isWanted && !m_isAtEnd && m_descriptor >= 0;
    if (m_readNotifier.isEnabled() != isOn)
        m_readNotifier.setEnabled(isOn);
}

void PlainTransport::write(const QByteArray &bytes)
{
    const bool wasEmpty = m_unsent.isEmpty();
    m_unsent += bytes; // shares when nothing waits
    if (wasEmpty)
        send();
}

void PlainTransport::send()
{
    if (m_descriptor < 0)
        return;
    const Moved moved = sendBytes(m_descriptor, m_unsent.constData(), m_unsent.size());
    if (moved.isBroken) {
        close();
        Q_EMIT
        closed();
        return;
    }
    if (moved.count == m_unsent.size())
        m_unsent = QByteArray();
    else
        m_unsent.remove(0, moved.count);
    if (!m_unsent.isEmpty() && !m_writeNotifier) {
        m_writeNotifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
        connect(m_writeNotifier.get(), &QSocketNotifier::activated, this, &PlainTransport::send);
    }
    if (m_writeNotifier)
        m_writeNotifier->setEnabled(!m_unsent.isEmpty());
    if (moved.count > 0)
        Q_EMIT
    bytesWritten();
}

void PlainTransport::shutdownSending()
{
    if (m_descriptor >= 0)
        http::shutdownSending(m_descriptor);
}

void PlainTransport::reset()
{
    if (m_descriptor >= 0)
        resetOnClose(m_descriptor);
    close();
}

void PlainTransport::close()
{
    if (m_descriptor < 0)
        return;
    m_readNotifier.setEnabled(false);
    if (m_writeNotifier)
        m_writeNotifier->setEnabled(false);
    closeSocket(std::exchange(m_descriptor, -1));
}

} // namespace anrufwarte::http
