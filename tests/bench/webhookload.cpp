// SPDX-License-Identifier: GPL-3.0-or-later
// Posts distinct signed webhooks over keep-alive connections, one on its way per connection, and prints as
// one JSON line how many a second were answered 204 and how long the answers took. Signed beforehand, so that
// the clock sees the receiver alone. With --rate the webhooks come when they come (open loop): an answer's
// time then counts from the moment its webhook was due, so that waiting behind others is not hidden. Loopback
// only.
#include "tests/bench/signedrequests.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

struct Channel
{
    int descriptor = -1;
    bool isBusy = false;
    qint64 dueNs = 0;
    QByteArray answer;
};

int connectTo(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return -1;
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

bool sendAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t n = ::send(descriptor, bytes.constData() + done,
                                 static_cast<size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        done += n;
    }
    return true;
}

/// Sends them all and waits for every answer.
class Load
{
public:
    Load(const QList<QByteArray> &requests, int connections, double perSecond)
        : m_requests(requests), m_channels(static_cast<size_t>(connections)), m_perSecond(perSecond)
    {
    }

    [[nodiscard]] bool run(quint16 port)
    {
        for (Channel &channel : m_channels) {
            channel.descriptor = connectTo(port);
            if (channel.descriptor < 0)
                return fail("connect");
            m_polled.push_back({channel.descriptor, POLLIN, 0});
        }
        m_timer.start();
        while (m_tookNs.size() < static_cast<size_t>(m_requests.size())) {
            if (!sendDue() || !receive())
                return false;
        }
        m_seconds = static_cast<double>(m_timer.nsecsElapsed()) / 1e9;
        for (const Channel &channel : m_channels)
            ::close(channel.descriptor);
        return true;
    }

    void print()
    {
        std::sort(m_tookNs.begin(), m_tookNs.end());
        std::printf("{\"sent\":%lld,\"taken\":%lld,\"seconds\":%.4f,\"per_second\":%.1f,\"p50_ms\":%.3f,"
                    "\"p99_ms\":%.3f,\"p999_ms\":%.3f,\"bytes\":%lld}\n",
                    static_cast<long long>(m_requests.size()), static_cast<long long>(m_taken), m_seconds,
                    static_cast<double>(m_taken) / m_seconds, percentileMs(0.5), percentileMs(0.99),
                    percentileMs(0.999), static_cast<long long>(m_requests.first().size()));
    }

    [[nodiscard]] bool allTaken() const { return m_taken == m_requests.size(); }

private:
    [[nodiscard]] static bool fail(const char *what)
    {
        std::perror(what);
        return false;
    }

    [[nodiscard]] qint64 dueNs(qsizetype number) const
    {
        return m_perSecond > 0 ? static_cast<qint64>(static_cast<double>(number) * 1e9 / m_perSecond) : 0;
    }

    [[nodiscard]] bool sendDue()
    {
        for (Channel &channel : m_channels) {
            const qint64 nowNs = m_timer.nsecsElapsed();
            if (m_next >= m_requests.size() || dueNs(m_next) > nowNs)
                return true;
            if (channel.isBusy)
                continue;
            channel.isBusy = true;
            channel.dueNs = m_perSecond > 0 ? dueNs(m_next) : nowNs;
            if (!sendAll(channel.descriptor, m_requests.at(m_next++)))
                return fail("send");
        }
        return true;
    }

    [[nodiscard]] bool receive()
    {
        const int waitMs = m_perSecond > 0 && m_next < m_requests.size() ? 1 : 10'000;
        const int ready = ::poll(m_polled.data(), m_polled.size(), waitMs);
        if (ready == 0 && waitMs > 1)
            return fail("no answer for 10 s");
        char buffer[4096];
        for (size_t i = 0; ready > 0 && i < m_polled.size(); ++i) {
            if (m_polled[i].revents == 0)
                continue;
            Channel &channel = m_channels[i];
            const ssize_t n = ::recv(channel.descriptor, buffer, sizeof buffer, 0);
            if (n <= 0)
                return fail("connection closed");
            channel.answer.append(buffer, n);
            if (!channel.answer.contains("\r\n\r\n"))
                continue; // a 204 has no body
            m_taken += channel.answer.startsWith("HTTP/1.1 204") ? 1 : 0;
            channel.answer.clear();
            channel.isBusy = false;
            m_tookNs.push_back(m_timer.nsecsElapsed() - channel.dueNs);
        }
        return true;
    }

    [[nodiscard]] double percentileMs(double p) const
    {
        const auto at = static_cast<size_t>(p * static_cast<double>(m_tookNs.size() - 1));
        return static_cast<double>(m_tookNs[at]) / 1e6;
    }

    const QList<QByteArray> &m_requests;
    std::vector<Channel> m_channels;
    const double m_perSecond; ///< 0 = as fast as the answers come
    std::vector<pollfd> m_polled;
    QElapsedTimer m_timer;
    std::vector<qint64> m_tookNs;
    qsizetype m_next = 0;
    qsizetype m_taken = 0;
    double m_seconds = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption port(QStringLiteral("port"), {}, QStringLiteral("N"));
    const QCommandLineOption key(QStringLiteral("key"), {}, QStringLiteral("KEY"));
    const QCommandLineOption count(QStringLiteral("count"), {}, QStringLiteral("N"), QStringLiteral("10000"));
    const QCommandLineOption bytes(QStringLiteral("bytes"), {}, QStringLiteral("N"), QStringLiteral("2000"));
    const QCommandLineOption connections(QStringLiteral("connections"), {}, QStringLiteral("N"),
                                         QStringLiteral("32"));
    const QCommandLineOption rate(QStringLiteral("rate"), QStringLiteral("a second, open loop"),
                                  QStringLiteral("N"), QStringLiteral("0"));
    parser.addOptions({port, key, count, bytes, connections, rate});
    parser.process(application);

    using namespace std::chrono;
    const auto stamp = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    const QList<QByteArray> requests = anrufwarte::bench::signedRequests(
        {"/webhooks/retell", parser.value(key).toUtf8(), qMax(1, parser.value(count).toInt()),
         parser.value(bytes).toLongLong(), stamp});
    Load load(requests, qMax(1, parser.value(connections).toInt()), parser.value(rate).toDouble());
    if (!load.run(static_cast<quint16>(parser.value(port).toUInt())))
        return 1;
    load.print();
    return load.allTaken() ? 0 : 1;
}
