// SPDX-License-Identifier: GPL-3.0-or-later
// webhookload PORT KEY [COUNT [BYTES [CONNECTIONS]]]
// Posts COUNT distinct signed call_ended webhooks of about BYTES each over keep-alive connections, one
// request on the way per connection, and prints how many a second were answered 204, and how long the answers
// took. The bodies are signed beforehand, so that the clock sees the receiver alone. Loopback only.
#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QMessageAuthenticationCode>
#include <QString>
#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

struct Channel
{
    int descriptor = -1;
    bool waiting = false;
    qint64 sentNs = 0;
    QByteArray answer;
};

qint64 nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

QByteArray request(int number, qsizetype bytes, const QByteArray &key, qint64 stampMs)
{
    QByteArray words;
    while (words.size() < bytes - 400)
        words += "Ja, am Dienstag um halb elf waere gut, vielen Dank. ";
    const QByteArray body =
        "{\"event\":\"call_ended\",\"call\":{\"call_id\":\"call_load_" + QByteArray::number(stampMs) + "_" +
        QByteArray::number(number) +
        "\",\"agent_id\":\"agent_1\",\"call_type\":\"phone_call\",\"call_status\":\"ended\","
        "\"start_timestamp\":" +
        QByteArray::number(stampMs - 60'000) +
        ",\"duration_ms\":60000,"
        "\"call_cost\":{\"combined_cost\":9.785,\"product_costs\":[]},\"transcript\":\"" +
        words + "\"}}";
    const QByteArray v = QByteArray::number(stampMs);
    const QByteArray digest =
        QMessageAuthenticationCode::hash(body + v, key, QCryptographicHash::Sha256).toHex();
    return "POST /webhooks/retell HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
           "application/json\r\nx-retell-signature: v=" +
           v + ",d=" + digest + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
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

double percentileMs(const std::vector<qint64> &sortedNs, double p)
{
    return sortedNs.empty()
               ? 0.0
               : static_cast<double>(
                     sortedNs[static_cast<size_t>(p * static_cast<double>(sortedNs.size() - 1))]) /
                     1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 3) {
        std::fputs("webhookload PORT KEY [COUNT [BYTES [CONNECTIONS]]]\n", stderr);
        return 2;
    }
    const auto argument = [&](int index, int fallback) {
        return argc > index ? std::atoi(argv[index]) : fallback;
    };
    const quint16 port = static_cast<quint16>(std::atoi(argv[1]));
    const int count = argument(3, 20'000);
    const int bytes = argument(4, 2'000);
    const int connections = argument(5, 32);

    QList<QByteArray> requests;
    requests.reserve(count);
    const qint64 stamp = nowMs();
    for (int i = 0; i < count; ++i)
        requests.append(request(i, bytes, argv[2], stamp));

    std::vector<Channel> channels(static_cast<size_t>(connections));
    std::vector<pollfd> polled(channels.size());
    for (size_t i = 0; i < channels.size(); ++i) {
        channels[i].descriptor = connectTo(port);
        if (channels[i].descriptor < 0) {
            std::perror("connect");
            return 1;
        }
        polled[i] = {channels[i].descriptor, POLLIN, 0};
    }
    std::vector<qint64> tookNs;
    tookNs.reserve(static_cast<size_t>(count));
    QElapsedTimer timer;
    timer.start();
    qsizetype next = 0;
    int answered = 0;
    int taken = 0;
    const auto sendNext = [&](Channel &channel) {
        if (next >= requests.size())
            return true;
        channel.waiting = true;
        channel.sentNs = timer.nsecsElapsed();
        return sendAll(channel.descriptor, requests.at(next++));
    };
    for (Channel &channel : channels) {
        if (!sendNext(channel))
            return 1;
    }
    char buffer[4096];
    while (answered < count) {
        if (::poll(polled.data(), polled.size(), 10'000) <= 0) {
            std::fputs("no answer for 10 s\n", stderr);
            return 1;
        }
        for (size_t i = 0; i < polled.size(); ++i) {
            if (polled[i].revents == 0)
                continue;
            Channel &channel = channels[i];
            const ssize_t n = ::recv(channel.descriptor, buffer, sizeof buffer, 0);
            if (n <= 0) {
                std::fputs("connection closed\n", stderr);
                return 1;
            }
            channel.answer.append(buffer, n);
            if (!channel.answer.contains("\r\n\r\n"))
                continue; // a 204 has no body
            ++answered;
            taken += channel.answer.startsWith("HTTP/1.1 204") ? 1 : 0;
            channel.answer.clear();
            tookNs.push_back(timer.nsecsElapsed() - channel.sentNs);
            if (!sendNext(channel))
                return 1;
        }
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    std::sort(tookNs.begin(), tookNs.end());
    std::printf("%d webhooks of %lld bytes over %d connections: %d taken (204), %.0f/s, ack p50 %.2f ms, p99 "
                "%.2f ms\n",
                count, static_cast<long long>(requests.first().size()), connections, taken, taken / seconds,
                percentileMs(tookNs, 0.5), percentileMs(tookNs, 0.99));
    for (const Channel &channel : channels)
        ::close(channel.descriptor);
    return taken == count ? 0 : 1;
}
