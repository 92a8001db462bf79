// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <memory>

namespace anrufwarte::http {

/// The bytes of one accepted connection, plain or encrypted. Closes when destroyed.
class Transport : public QObject
{
    Q_OBJECT

public:
    explicit Transport(QObject *parent) : QObject(parent) {}

    /// At most `size` bytes that are there now; 0 = none now.
    [[nodiscard]] virtual qsizetype read(char *data, qsizetype size) = 0;
    /// The peer sends nothing more; it may still listen.
    [[nodiscard]] virtual bool isAtEnd() const = 0;
    /// Whether readable() is wanted; what comes meanwhile stays in the kernel.
    virtual void setReading(bool isWanted) = 0;

    virtual void write(const QByteArray &bytes) = 0;
    [[nodiscard]] virtual qint64 unsentBytes() const = 0;

    /// Says that nothing more will be sent; only when all is sent.
    virtual void shutdownSending() = 0;
    /// Ends at once; the peer sees a reset. Does not emit closed().
    virtual void reset() = 0;

Q_SIGNALS:
    void readable();
    void bytesWritten();
    /// Broken or ended by the peer. Nothing works any more.
    void closed();
};

/// Straight on the descriptor: QTcpSocket would take a peer that has finished sending for one that is gone,
/// and drop the answer it waits for.
class PlainTransport final : public Transport
{
    Q_OBJECT

public:
    /// Takes the descriptor over; it is connected and non-blocking.
    PlainTransport(qintptr descriptor, QObject *parent);
    ~PlainTransport() override;

    [[nodiscard]] qsizetype read(char *data, qsizetype size) override;
    [[nodiscard]] bool isAtEnd() const override { return m_isAtEnd; }
    void setReading(bool isWanted) override;
    void write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 unsentBytes() const override { return m_unsent.size(); }
    void shutdownSending() override;
    void reset() override;

private:
    void send();
    void close();

    qintptr m_descriptor;
    QSocketNotifier m_readNotifier;
    std::unique_ptr<QSocketNotifier> m_writeNotifier; ///< made when the kernel first takes no more
    QByteArray m_unsent;
    bool m_isAtEnd = false;
};

} // namespace anrufwarte::http
