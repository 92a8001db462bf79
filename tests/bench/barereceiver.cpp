// SPDX-License-Identifier: GPL-3.0-or-later
// barereceiver PORT KEY FILE
// The least that a durable receiver of signed webhooks can do: read the request, compare its HMAC, one plain
// row, 204 after the COMMIT (WAL, FULL, groups of all that waits, pages of 16 kB). It reads no JSON, knows no
// calls, checks no times and keeps no record; it shows what the machine leaves for all that.
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <netinet/tcp.h>
#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

using std::string_view;

struct Webhook
{
    int socket;
    std::string body;
};

/// From the thread that reads to the one that writes.
class Queue
{
public:
    void put(std::vector<Webhook> webhooks)
    {
        {
            const std::lock_guard locker(m_mutex);
            std::move(webhooks.begin(), webhooks.end(), std::back_inserter(m_waiting));
        }
        m_changed.notify_one();
    }
    std::vector<Webhook> takeAll()
    {
        std::unique_lock locker(m_mutex);
        m_changed.wait(locker, [this] { return !m_waiting.empty(); });
        return std::exchange(m_waiting, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Webhook> m_waiting;
};

[[noreturn]] void fail(const char *what)
{
    std::perror(what);
    std::exit(1);
}

void send(int socket, string_view text)
{
    if (::send(socket, text.data(), text.size(), MSG_NOSIGNAL) < 0 && errno != EPIPE && errno != ECONNRESET)
        fail("send");
}

/// Value of a header of webhookload's, in its spelling; empty without it.
string_view header(string_view head, string_view name)
{
    const size_t at = head.find(name);
    return at == string_view::npos ? string_view()
                                   : head.substr(at + name.size(), head.find("\r\n", at) - at - name.size());
}

/// v=<ms>,d=<64 hex>: HMAC-SHA256(key, body + ms)
bool isSigned(const std::string &key, string_view body, string_view signature)
{
    const size_t comma = signature.find(",d=");
    if (!signature.starts_with("v=") || comma == string_view::npos)
        return false;
    const std::string signedText = std::string(body) + std::string(signature.substr(2, comma - 2));
    std::array<unsigned char, 32> digest{};
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char *>(signedText.data()), signedText.size(), digest.data(),
         nullptr);
    std::string hex;
    for (const unsigned char byte : digest) {
        constexpr string_view Digits = "0123456789abcdef";
        hex += {Digits[byte >> 4U], Digits[byte & 15U]};
    }
    const string_view told = signature.substr(comma + 3);
    return told.size() == hex.size() && CRYPTO_memcmp(told.data(), hex.data(), hex.size()) == 0;
}

void store(Queue &queue, const char *file)
{
    sqlite3 *database = nullptr;
    sqlite3_open_v2(file, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                    nullptr);
    const auto run = [&](const char *sql) {
        if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            fail(sqlite3_errmsg(database));
    };
    run("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE deliveries (id INTEGER PRIMARY KEY, received_ms INTEGER, body BLOB)");
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO deliveries (received_ms, body) VALUES (0, ?)", -1, &insert,
                       nullptr);
    while (true) {
        const std::vector<Webhook> group = queue.takeAll();
        run("BEGIN IMMEDIATE");
        for (const Webhook &webhook : group) {
            sqlite3_bind_blob64(insert, 1, webhook.body.data(), webhook.body.size(), SQLITE_STATIC);
            if (sqlite3_step(insert) != SQLITE_DONE)
                fail(sqlite3_errmsg(database));
            sqlite3_reset(insert);
        }
        run("COMMIT");
        for (const Webhook &webhook : group)
            send(webhook.socket, "HTTP/1.1 204 No Content\r\n\r\n");
    }
}

/// Takes every whole request off what came.
void takeRequests(int socket, const std::string &key, std::string &came, std::vector<Webhook> &webhooks)
{
    for (size_t end = came.find("\r\n\r\n"); end != std::string::npos; end = came.find("\r\n\r\n")) {
        const string_view head = string_view(came).substr(0, end);
        const string_view length = header(head, "Content-Length: ");
        size_t bytes = 0;
        std::from_chars(length.data(), length.data() + length.size(), bytes);
        const size_t begin = end + 4;
        if (came.size() < begin + bytes)
            return came.reserve(begin + bytes);
        const string_view body = string_view(came).substr(begin, bytes);
        if (isSigned(key, body, header(head, "x-retell-signature: ")))
            webhooks.push_back({socket, std::string(body)});
        else
            send(socket, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        came.erase(0, begin + bytes);
    }
}

int listenOn(int port)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 ||
        listen(listener, 4096) != 0)
        fail("listen");
    return listener;
}

void watch(int epoll, int socket)
{
    epoll_event event{EPOLLIN, {.fd = socket}};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event) != 0)
        fail("epoll");
}

void receive(Queue &queue, int listener, const std::string &key)
{
    const int epoll = epoll_create1(0);
    watch(epoll, listener);
    std::unordered_map<int, std::string> connections;
    std::array<epoll_event, 256> events{};
    std::vector<char> buffer(1U << 20U);
    while (true) {
        const int count = epoll_wait(epoll, events.data(), static_cast<int>(events.size()), -1);
        std::vector<Webhook> webhooks;
        for (int i = 0; i < count; ++i) {
            const int socket = events[static_cast<size_t>(i)].data.fd;
            if (socket == listener) {
                const int on = 1;
                const int fresh = accept(listener, nullptr, nullptr);
                setsockopt(fresh, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                watch(epoll, fresh);
                continue;
            }
            const ssize_t read = recv(socket, buffer.data(), buffer.size(), 0);
            if (read <= 0) {
                connections.erase(socket);
                close(socket);
                continue;
            }
            connections[socket].append(buffer.data(), static_cast<size_t>(read));
            takeRequests(socket, key, connections[socket], webhooks);
        }
        if (!webhooks.empty())
            queue.put(std::move(webhooks));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 4) {
        std::fprintf(stderr, "barereceiver PORT KEY FILE\n");
        return 2;
    }
    Queue queue;
    const int listener = listenOn(std::atoi(argv[1]));
    const std::thread writer(store, std::ref(queue), argv[3]);
    receive(queue, listener, argv[2]);
}
