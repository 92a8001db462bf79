// SPDX-License-Identifier: GPL-3.0-or-later
// Posts distinct signed webhooks over keep-alive connections, one on its way per connection, and prints as
// one JSON line how many a second were answered 204 and how long the answers took. Signed beforehand, so that
// the clock sees the receiver alone. With --rate the webhooks come when they come (open loop): an answer's
// time then counts from the moment its webhook was due, so that waiting behind others is not hidden. With
// --log each webhook's way is written down, whatever becomes of the rest: number, sent and answered 204, ns
// of CLOCK_MONOTONIC, 0 = never. Loopback only.
#include "tests/bench/signedrequests.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr qint64 NsPerSecond = 1'000'000'000;
constexpr qint64 PatienceNs = 10 * NsPerSecond;

struct Channel
{
    int descriptor = -1;
    bool isBusy = false;
    qsizetype number = 0;
    QByteArray answer;
};

/// Of one webhook; ns of the steady clock.
struct Way
{
    qint64 dueNs = 0;
    qint64 sentNs = 0;
    qint64 answeredNs = 0;
};

qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

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
        : m_requests(requests),
          m_channels(static_cast<size_t>(connections)),
          m_perSecond(perSecond),
          m_ways(static_cast<size_t>(requests.size()))
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
        m_begunNs = nowNs();
        while (m_tookNs.size() < static_cast<size_t>(m_requests.size())) {
            if (!sendDue() || !receive())
                return false;
        }
        m_seconds = static_cast<double>(nowNs() - m_begunNs) / 1e9;
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

    [[nodiscard]] bool write(const QString &log, int firstNumber) const
    {
        QFile file(log);
        if (!file.open(QFile::WriteOnly | QFile::Truncate))
            return false;
        QByteArray lines;
        for (size_t number = 0; number < m_ways.size(); ++number)
            lines += QByteArray::number(firstNumber + static_cast<qint64>(number)) + ' ' +
                     QByteArray::number(m_ways[number].sentNs) + ' ' +
                     QByteArray::number(m_ways[number].answeredNs) + '\n';
        return file.write(lines) == lines.size();
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
        return m_begunNs + static_cast<qint64>(static_cast<double>(number) * NsPerSecond / m_perSecond);
    }

    /// All channels in turn: one that rests for too long is closed by the receiver.
    [[nodiscard]] bool sendDue()
    {
        for (size_t looked = 0; looked < m_channels.size(); ++looked) {
            Channel &channel = m_channels[m_turn++ % m_channels.size()];
            const qint64 now = nowNs();
            if (m_next >= m_requests.size() || (m_perSecond > 0 && dueNs(m_next) > now)) {
                --m_turn;
                return true;
            }
            if (channel.isBusy)
                continue;
            channel.isBusy = true;
            ++m_busy;
            channel.number = m_next;
            m_ways[static_cast<size_t>(m_next)] = {m_perSecond > 0 ? dueNs(m_next) : now, now, 0};
            if (!sendAll(channel.descriptor, m_requests.at(m_next++)))
                return fail("send");
        }
        return true;
    }

    /// Until an answer comes or the next webhook is due: to the microsecond, or the pace itself would show in
    /// the answers' times.
    [[nodiscard]] qint64 patienceNs() const
    {
        const bool canSend = m_next < m_requests.size() && m_busy < m_channels.size();
        return m_perSecond > 0 && canSend ? std::max<qint64>(0, dueNs(m_next) - nowNs()) : PatienceNs;
    }

    [[nodiscard]] bool receive()
    {
        const qint64 waitNs = patienceNs();
        const timespec wait{waitNs / NsPerSecond, waitNs % NsPerSecond};
        const int ready = ::ppoll(m_polled.data(), m_polled.size(), &wait, nullptr);
        if (ready == 0 && waitNs == PatienceNs)
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
            const bool isTaken = channel.answer.startsWith("HTTP/1.1 204");
            m_taken += isTaken ? 1 : 0;
            channel.answer.clear();
            channel.isBusy = false;
            --m_busy;
            Way &way = m_ways[static_cast<size_t>(channel.number)];
            const qint64 now = nowNs();
            way.answeredNs = isTaken ? now : 0;
            m_tookNs.push_back(now - way.dueNs);
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
    std::vector<Way> m_ways;
    std::vector<qint64> m_tookNs;
    qint64 m_begunNs = 0;
    qsizetype m_next = 0;
    size_t m_turn = 0;
    size_t m_busy = 0;
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
    const QCommandLineOption running(
        QStringLiteral("running"),
        QStringLiteral("every second webhook tells news of one of N running calls"), QStringLiteral("N"),
        QStringLiteral("0"));
    const QCommandLineOption series(QStringLiteral("series"),
                                    QStringLiteral("of call ids; default: another one each time"),
                                    QStringLiteral("NAME"));
    const QCommandLineOption first(QStringLiteral("first"), QStringLiteral("number of the first webhook"),
                                   QStringLiteral("N"), QStringLiteral("0"));
    const QCommandLineOption log(QStringLiteral("log"), {}, QStringLiteral("FILE"));
    parser.addOptions({port, key, count, bytes, connections, rate, running, series, first, log});
    parser.process(application);

    using namespace std::chrono;
    const auto stamp = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    anrufwarte::bench::RequestPlan plan;
    plan.path = "/webhooks/retell";
    plan.key = parser.value(key).toUtf8();
    plan.count = qMax(1, parser.value(count).toInt());
    plan.bytes = parser.value(bytes).toLongLong();
    plan.stampMs = stamp;
    plan.series = parser.isSet(series) ? parser.value(series).toUtf8() : QByteArray::number(stamp);
    plan.first = parser.value(first).toInt();
    plan.running = parser.value(running).toInt();
    const QList<QByteArray> requests = anrufwarte::bench::signedRequests(plan);
    Load load(requests, qMax(1, parser.value(connections).toInt()), parser.value(rate).toDouble());
    const bool hasRun = load.run(static_cast<quint16>(parser.value(port).toUInt()));
    if (parser.isSet(log) && !load.write(parser.value(log), plan.first))
        return 1;
    if (!hasRun)
        return 1;
    load.print();
    return load.allTaken() ? 0 : 1;
}
