// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/resync.h"
#include "tests/core/sync/fakestore.h"
#include "tests/support/callbuilders.h"
#include "tests/support/fakeretell.h"

#include <QSignalSpy>
#include <QTest>

namespace anrufwarte::test {

inline constexpr int Patience = 15'000; ///< ms
inline constexpr qint64 HourMs = 3'600'000;

/// What Retell has of a call that is over and analysed.
inline QJsonObject whole(qint64 startMs)
{
    const QJsonObject part{{QStringLiteral("product"), QStringLiteral("elevenlabs_tts")},
                           {QStringLiteral("cost"), 9.785}};
    return {{QStringLiteral("start_timestamp"), startMs},
            {QStringLiteral("end_timestamp"), startMs + 71'000},
            {QStringLiteral("duration_ms"), 71'000},
            {QStringLiteral("call_cost"), QJsonObject{{QStringLiteral("combined_cost"), 9.785},
                                                      {QStringLiteral("total_duration_seconds"), 71},
                                                      {QStringLiteral("product_costs"), QJsonArray{part}}}},
            {QStringLiteral("latency"),
             QJsonObject{{QStringLiteral("e2e"),
                          QJsonObject{{QStringLiteral("p50"), 2208.5}, {QStringLiteral("num"), 11}}}}},
            {QStringLiteral("transcript"), QStringLiteral("Agent: Hallo!")},
            {QStringLiteral("recording_url"), QStringLiteral("https://example.com/a.wav")},
            {QStringLiteral("call_analysis"),
             QJsonObject{{QStringLiteral("call_summary"), QStringLiteral("Termin gebucht.")}}}};
}

inline QString callId(int i)
{
    return QStringLiteral("call_%1").arg(i, 3, 10, QLatin1Char('0'));
}

/// A resync and what it needs.
struct Resyncing
{
    Resyncing(const QUrl &url, FakeStore &store, const Clock &clock, bool isReadOnly = false)
        : network(makeApiNetwork()),
          gate(*network, clock, [] { return 0.0; }),
          account(gate, clock),
          resync({gate, account, isReadOnly ? nullptr : &store, store, clock}),
          m_url(url)
    {
    }

    void open(const QByteArray &key = "key_of_the_tests", const BudgetLimits &budget = {2, 8})
    {
        ApiAccess access{m_url, Secret::verbatim(key), {}};
        access.limits.totalMs = 2'000;
        gate.configure({access, budget, 200});
    }

    const std::unique_ptr<QNetworkAccessManager> network;
    ApiGate gate;
    AccountFacts account;
    Resync resync;

private:
    QUrl m_url;
};

/// A Retell on a real socket, a store in memory, and a resync between them. Tests are its children.
class ResyncFixture : public QObject
{
protected:
    void begin()
    {
        m_results.clear();
        m_retell = std::make_unique<FakeRetell>();
        m_store = std::make_unique<FakeStore>();
        makeResync();
    }
    void fill(int count)
    {
        const qint64 now = m_clock.nowMs();
        for (int i = 0; i < count; ++i) {
            m_retell->setCall(callId(i), QStringLiteral("ended"), whole(now - (i + 1) * HourMs));
            m_store->apply(ChangeBuilder(callId(i)).ended(now - (i + 1) * HourMs));
        }
    }
    [[nodiscard]] ResyncRun run(const ResyncRequest &request = {})
    {
        QSignalSpy finished(&m_resyncing->resync, &Resync::finished);
        m_resyncing->resync.start(request, ResyncTrigger::Person);
        return ended(finished);
    }
    [[nodiscard]] ResyncRun ended(QSignalSpy &finished)
    {
        if (finished.isEmpty() && !finished.wait(Patience))
            qWarning("the run does not end");
        return finished.isEmpty() ? ResyncRun() : finished.constFirst().constFirst().value<ResyncRun>();
    }
    [[nodiscard]] qsizetype incomplete() const
    {
        return std::count_if(m_store->calls.cbegin(), m_store->calls.cend(),
                             [](const auto &call) { return call.isIncomplete(); });
    }
    void makeResync(bool isReadOnly = false)
    {
        m_resyncing.reset();
        m_resyncing = std::make_unique<Resyncing>(m_retell->url(), *m_store, m_clock, isReadOnly);
        connect(&m_resyncing->resync, &Resync::resulted, this,
                [this](const QList<ResyncResult> &results) { m_results += results; });
        m_resyncing->open();
    }
    [[nodiscard]] Resync &resync() { return m_resyncing->resync; }

    const SystemClock m_clock{};
    std::unique_ptr<FakeRetell> m_retell;
    std::unique_ptr<FakeStore> m_store;
    std::unique_ptr<Resyncing> m_resyncing;
    QList<ResyncResult> m_results;
};

} // namespace anrufwarte::test
