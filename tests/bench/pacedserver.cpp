// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/pacedserver.h"

#include <QSemaphore>
#include <QTimer>
#include <atomic>

namespace anrufwarte::bench {

namespace {

constexpr QByteArrayView GetCall = "/v2/get-call/";

/// Everything a complete call has, about 2 kB.
QByteArray callBody(QByteArrayView id)
{
    QByteArray turns;
    for (int i = 0; i < 10; ++i)
        turns +=
            R"(Agent: Guten Tag, was kann ich tun?\nUser: Ich möchte einen Termin am Montag um zehn Uhr.\n)";
    return R"({"call_id":")" + id.toByteArray() +
           R"(","call_type":"phone_call","agent_id":"agent_1","agent_name":"Zentrale","call_status":"ended",)"
           R"("direction":"inbound","from_number":"+4930123456","to_number":"+4930654321",)"
           R"("start_timestamp":1790000000000,"end_timestamp":1790000071000,"duration_ms":71000,)"
           R"("disconnection_reason":"user_hangup","transcript":")" +
           turns +
           R"(","recording_url":"https://recordings.example.invalid/1.wav",)"
           R"("latency":{"e2e":{"p50":900,"p95":1400,"num":2,"values":[800,1000]}},)"
           R"("call_cost":{"combined_cost":9.785,"total_duration_seconds":71,"product_costs":[)"
           R"({"product":"elevenlabs_tts","cost":9.585,"unit_price":0.135},{"product":"analysis","cost":0.2}]},)"
           R"("call_analysis":{"call_summary":"Termin vereinbart.","user_sentiment":"Positive","call_successful":true}})";
}

QByteArray bodyFor(QByteArrayView path)
{
    if (path.startsWith(GetCall))
        return callBody(path.sliced(GetCall.size()));
    if (path == QByteArrayView("/get-concurrency"))
        return R"({"current_concurrency":0,"concurrency_limit":20})";
    return R"({"items":[],"has_more":false})";
}

} // namespace

class PacedServer::Desk : public QObject, public http::Handler
{
public:
    Desk() { m_timer.start(); }

    /// The address, or nothing.
    [[nodiscard]] QString open()
    {
        m_listener = std::make_unique<http::Listener>(*this, m_clock);
        http::ListenerOptions options;
        options.addresses = {{QStringLiteral("127.0.0.1"), 0}};
        const auto bound = m_listener->start(options);
        return bound ? bound->first().origin() : QString();
    }
    void close() { m_listener.reset(); }

    void handle(http::Request request, http::Responder respond) override
    {
        const QByteArray path = request.path().toByteArray();
        const qint64 came = m_timer.nsecsElapsed();
        const auto answer = [this, path, came, respond = std::move(respond)] {
            respond({200, bodyFor(path), {}, false});
            const QMutexLocker locker(&m_mutex);
            m_asked.append({came, m_timer.nsecsElapsed(), path.startsWith(GetCall)});
        };
        if (latencyMs == 0)
            answer();
        else
            QTimer::singleShot(latencyMs.load(), Qt::PreciseTimer, this, answer);
    }
    void refused(const QHostAddress &, int, QByteArrayView) override {}

    [[nodiscard]] QList<Asked> take()
    {
        const QMutexLocker locker(&m_mutex);
        return std::exchange(m_asked, {});
    }

    std::atomic<int> latencyMs{0};

private:
    const SystemClock m_clock;
    std::unique_ptr<http::Listener> m_listener;
    QElapsedTimer m_timer;
    QMutex m_mutex;
    QList<Asked> m_asked;
};

PacedServer::PacedServer() : m_desk(std::make_unique<Desk>())
{
    m_desk->moveToThread(&m_thread);
    QSemaphore opened;
    QObject::connect(&m_thread, &QThread::started, m_desk.get(), [this, &opened] {
        m_origin = m_desk->open();
        opened.release();
    });
    QObject::connect(
        &m_thread, &QThread::finished, m_desk.get(), [this] { m_desk->close(); }, Qt::DirectConnection);
    m_thread.start();
    opened.acquire();
}

PacedServer::~PacedServer()
{
    m_thread.quit();
    m_thread.wait();
}

void PacedServer::setLatencyMs(int ms)
{
    m_desk->latencyMs = ms;
}

QList<Asked> PacedServer::take()
{
    return m_desk->take();
}

} // namespace anrufwarte::bench
