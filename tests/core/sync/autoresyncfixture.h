// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/autoresync.h"
#include "tests/core/sync/syncrig.h"
#include "tests/support/callbuilders.h"

#include <QTest>
#include <algorithm>

namespace anrufwarte::test {

inline constexpr qint64 DelayMs = 300'000;
inline constexpr int MaxAttempts = 3;
inline const QString Id = QStringLiteral("call_0123456789abcdef0001");

[[nodiscard]] inline qint64 realNowMs()
{
    return SystemClock().nowMs();
}

[[nodiscard]] inline QString numbered(int number)
{
    return QStringLiteral("call_0123456789abcdef%1").arg(number, 4, 10, QLatin1Char('0'));
}

/// What Retell says of a call that is over and has all but a summary and a transcript.
[[nodiscard]] inline QJsonObject bare()
{
    return {{QStringLiteral("start_timestamp"), realNowMs() - 120'000},
            {QStringLiteral("end_timestamp"), realNowMs() - 60'000},
            {QStringLiteral("duration_ms"), 60'000},
            {QStringLiteral("recording_url"), QStringLiteral("https://recordings/1")},
            {QStringLiteral("call_cost"), QJsonObject{{QStringLiteral("combined_cost"), 12}}},
            {QStringLiteral("latency"),
             QJsonObject{{QStringLiteral("e2e"),
                          QJsonObject{{QStringLiteral("p50"), 900}, {QStringLiteral("num"), 3}}}}}};
}

[[nodiscard]] inline QJsonObject withTranscript()
{
    QJsonObject call = bare();
    call.insert(QStringLiteral("transcript"), QStringLiteral("Agent: hello\n"));
    return call;
}

[[nodiscard]] inline QJsonObject whole()
{
    QJsonObject call = withTranscript();
    call.insert(QStringLiteral("call_analysis"),
                QJsonObject{{QStringLiteral("call_summary"), QStringLiteral("They said hello.")}});
    return call;
}

/// An AutoResync between a Retell and a store that the test plays.
class AutoResyncFixture
{
public:
    void begin()
    {
        m_retell = std::make_unique<FakeRetell>();
        m_store = FakeStore();
        m_patienceMs = 5'000;
        start();
    }
    void end()
    {
        m_resync.reset();
        m_rig.reset();
    }

    void start(const QByteArray &key = "key_of_the_tests")
    {
        m_resync.reset();
        m_rig = std::make_unique<SyncRig>(*m_retell, m_patienceMs, key);
        m_resync = std::make_unique<AutoResync>(
            SyncMeans{m_rig->gate, m_rig->account, m_store, m_store, m_rig->clock});
        m_store.committed = [this](const CallUpdates &updates) { m_resync->noteCommitted(updates); };
        m_resync->setRules({DelayMs, MaxAttempts, 4});
        m_resync->begin();
    }
    /// A webhook that was taken in.
    void take(const CallChange &change) { QVERIFY(m_store.submit({{change}, {}}, m_resync.get(), {})); }
    void takeFinished(const QString &id)
    {
        take(ChangeBuilder(id).ended(realNowMs() - 60'000).with(Field::Transcript, u"Agent: hello\n"));
    }
    [[nodiscard]] qsizetype asked(const QString &id = Id) const
    {
        return m_retell->asked("/v2/get-call/" + id.toUtf8());
    }
    void leap(qint64 ms)
    {
        m_rig->clock.leap(ms);
        m_resync->turn();
    }
    void settleDown() { QVERIFY(m_rig->settleDown()); }
    /// Of all calls.
    [[nodiscard]] qsizetype questions() const
    {
        return std::count_if(m_retell->paths.cbegin(), m_retell->paths.cend(),
                             [](const QByteArray &path) { return path.startsWith("/v2/get-call/"); });
    }
    [[nodiscard]] RetryEntry entry() const { return m_store.retryEntries.value(Id); }
    [[nodiscard]] qint64 dueInMs() const { return entry().dueMs - m_rig->clock.nowMs(); }
    [[nodiscard]] QString lastReason() const { return m_store.calls.value(Id).reasons.last(); }

    int m_patienceMs = 5'000;
    std::unique_ptr<FakeRetell> m_retell;
    FakeStore m_store;
    std::unique_ptr<SyncRig> m_rig;
    std::unique_ptr<AutoResync> m_resync;
};

} // namespace anrufwarte::test
