// SPDX-License-Identifier: GPL-3.0-or-later
// The window during a resync of many calls: the longest turn of its event loop, how long a click would wait,
// and how long a webhook waits for its 204, both against the same window without a resync; 100 webhooks a
// second in both. Run it with QT_QPA_PLATFORM=offscreen. Prints one JSON line per phase.
#include "app/desktop/desktop.h"
#include "tests/bench/incompletestore.h"
#include "tests/bench/pacedserver.h"
#include "tests/bench/signedrequests.h"
#include "tests/bench/turnmeter.h"
#include "ui/resync/resyncpage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStackedWidget>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace anrufwarte;

namespace {

const QByteArray Key = "key_of_the_benchmark_0123456789";
constexpr int PerSecond = 100;
constexpr int IdleMs = 10'000;
constexpr int SettleMs = 2'000;
constexpr int MostWebhooks = 60'000;
constexpr double NsPerMs = 1e6;

/// Webhooks that come when they come: an answer's time counts from the moment its webhook was due.
class Caller : public QThread
{
public:
    explicit Caller(quint16 port) : m_port(port) {}
    ~Caller() override
    {
        m_ends = true;
        wait();
    }

    [[nodiscard]] QList<qint64> take() ///< since the last time, shortest first; ns
    {
        const QMutexLocker locker(&m_mutex);
        std::sort(m_tookNs.begin(), m_tookNs.end());
        return std::exchange(m_tookNs, {});
    }

private:
    [[nodiscard]] static QList<QByteArray> nextRequests()
    {
        const qint64 nowMs = SystemClock().nowMs();
        return bench::signedRequests(
            {"/webhooks/retell", Key, PerSecond, 2'000, nowMs, QByteArray::number(nowMs)});
    }

    void run() override
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        socket.waitForConnected();
        const auto begun = std::chrono::steady_clock::now();
        QList<QByteArray> requests;
        for (int sent = 0; sent < MostWebhooks && !m_ends; ++sent) {
            if (requests.isEmpty())
                requests = nextRequests();
            const auto due = begun + std::chrono::microseconds(sent * (1'000'000LL / PerSecond));
            std::this_thread::sleep_until(due);
            socket.write(requests.takeFirst());
            QByteArray answer;
            while (!answer.endsWith("\r\n\r\n") && socket.waitForReadyRead())
                answer += socket.readAll();
            const QMutexLocker locker(&m_mutex);
            m_tookNs.append(std::chrono::nanoseconds(std::chrono::steady_clock::now() - due).count());
        }
    }

    const quint16 m_port;
    std::atomic<bool> m_ends{false};
    QMutex m_mutex;
    QList<qint64> m_tookNs;
};

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

double at(const QList<qint64> &sorted, double share)
{
    const auto index = static_cast<qsizetype>(static_cast<double>(sorted.size() - 1) * share);
    return sorted.isEmpty() ? 0.0 : static_cast<double>(sorted.at(index)) / NsPerMs;
}

void print(const char *phase, bench::MeasuredApplication &application, const QList<qint64> &acks,
           qsizetype asked)
{
    const QList<qint64> turns = application.takeTurns();
    const QList<qint64> waits = application.takeWaits();
    const auto slowest = application.takeSlowest();
    std::printf(
        "{\"phase\":\"%s\",\"events\":%lld,\"turn_p99_ms\":%.2f,\"turn_max_ms\":%.1f,\"slowest\":\"%s %d\","
        "\"wait_p99_ms\":%.2f,\"wait_max_ms\":%.1f,\"webhooks\":%lld,\"ack_p50_ms\":%.2f,"
        "\"ack_p99_ms\":%.2f,\"ack_max_ms\":%.1f,\"calls_asked\":%lld}\n",
        phase, static_cast<long long>(turns.size()), at(turns, 0.99), at(turns, 1.0), slowest.receiver,
        slowest.event, at(waits, 0.99), at(waits, 1.0), static_cast<long long>(acks.size()), at(acks, 0.5),
        at(acks, 0.99), at(acks, 1.0), static_cast<long long>(asked));
    std::fflush(stdout);
}

ResyncPage *page()
{
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = window->findChild<ResyncPage *>())
            return found;
    }
    return nullptr;
}

/// Brings it to the front of every stack that holds it.
void show(QWidget *page)
{
    for (QWidget *inner = page; inner->parentWidget(); inner = inner->parentWidget()) {
        if (auto *stack = qobject_cast<QStackedWidget *>(inner->parentWidget()))
            stack->setCurrentWidget(inner);
    }
}

/// Idle, then a resync of everything, then the end.
class Course : public QObject
{
public:
    Course(bench::MeasuredApplication &application, bench::PacedServer &server, quint16 port, qsizetype calls)
        : m_application(application), m_server(server), m_caller(port), m_calls(calls)
    {
        connect(&m_watch, &QTimer::timeout, this, [this] { look(); });
        QTimer::singleShot(SettleMs, this, [this] { beginIdle(); });
    }

private:
    void beginIdle()
    {
        m_caller.start();
        (void)m_application.takeTurns();
        (void)m_application.takeWaits();
        (void)m_application.takeSlowest();
        QTimer::singleShot(IdleMs, this, [this] {
            print("idle", m_application, m_caller.take(), 0);
            beginResync();
        });
    }

    void beginResync()
    {
        (void)m_server.take();
        ResyncPage *resync = page();
        if (!resync)
            return QApplication::exit(1);
        show(resync);
        Q_EMIT resync->startRequested({});
        m_watch.start(200);
    }

    void look()
    {
        const QList<bench::Asked> asked = m_server.take();
        m_asked +=
            std::count_if(asked.begin(), asked.end(), [](const bench::Asked &one) { return one.isCall; });
        if (m_asked < m_calls)
            return;
        m_watch.stop();
        QTimer::singleShot(SettleMs, this, [this] {
            print("resync", m_application, m_caller.take(), m_asked);
            QApplication::exit(); // without the question that closing the window asks
        });
    }

    bench::MeasuredApplication &m_application;
    bench::PacedServer &m_server;
    Caller m_caller;
    QTimer m_watch;
    const qsizetype m_calls;
    qsizetype m_asked = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    bench::MeasuredApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("anrufwarte"));
    QApplication::setQuitOnLastWindowClosed(false);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("calls"), QStringLiteral("Of the resync."), QStringLiteral("N"),
                      QStringLiteral("10000")});
    parser.addOption({QStringLiteral("interval-ms"), QStringLiteral("Pace of the resync."),
                      QStringLiteral("MS"), QStringLiteral("1")});
    parser.process(application);
    const int calls = parser.value(QStringLiteral("calls")).toInt();

    const QTemporaryDir folder;
    bench::PacedServer server;
    const quint16 port = freePort();
    qputenv("ANRUFWARTE_RETELL_API_KEY", Key);
    qputenv("ANRUFWARTE_RETELL_BASE_URL", server.origin().toLatin1());
    qputenv("ANRUFWARTE_WEBHOOK_LISTEN", "127.0.0.1:" + QByteArray::number(port));
    qputenv("ANRUFWARTE_SYNC_REQUEST_INTERVAL_MS", parser.value(QStringLiteral("interval-ms")).toLatin1());
    if (!bench::makeIncompleteStore(folder.path(), calls))
        return 1;
    DesktopOptions options;
    options.profile = folder.path();
    Desktop desktop(options);
    QTimer::singleShot(0, &desktop, &Desktop::start);
    const Course course(application, server, port, calls);
    return QApplication::exec();
}
