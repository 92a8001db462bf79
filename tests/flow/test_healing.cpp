// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing stays wrong: real listener, poller and store against a Retell that this test plays, and the
// programs against the simulator.
#include "app/runtime/runtime.h"
#include "tests/app/cliprocess.h"
#include "tests/support/fakeretell.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

Secrets secretsOf(const char *key)
{
    const Secret secret = Secret::fromConfigured(key);
    return {secret, {secret}};
}

QByteArray webhook(const char *event, const QString &id)
{
    return R"({"event":")" + QByteArray(event) + R"(","call":{"call_id":")" + id.toUtf8() +
           R"(","call_status":"ongoing","agent_id":"agent_1"}})";
}

} // namespace

class TestHealing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_runtime.reset(); }
    void missedEndsCloseWithinOnePoll();
    void rejectedEndIsTheEvidence();
    void ongoingAtRetellStaysARow();
    void whatHappenedWhileOffIsFetched();
    void refusedKeyStopsAndANewOneResumes();
    void allWebhooksLostAndStillRight();

private:
    [[nodiscard]] bool start();
    [[nodiscard]] int post(const QByteArray &body, const QByteArray &signature);
    [[nodiscard]] int postSigned(const QByteArray &body)
    {
        return post(body, signedHeader(body, m_clock.nowMs(), Secret::fromConfigured(test::TestKey)));
    }
    [[nodiscard]] QList<CallRow> rows()
    {
        return CallReader({m_runtime->store().file(), {}}).rows({}).value_or(QList<CallRow>());
    }
    [[nodiscard]] qsizetype running()
    {
        return CallReader({m_runtime->store().file(), {}}).runningCalls()->size();
    }
    /// Why the status of that call is what it is.
    [[nodiscard]] QString reasonOf(const QString &id)
    {
        CallReader reader({m_runtime->store().file(), {}});
        const auto call = reader.call(id);
        const auto history = reader.history(call->row.id);
        QString reason;
        for (const HistoryEntry &entry : *history) {
            if (entry.field == u"call_status")
                reason = entry.reason;
        }
        return reason;
    }

    const SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::FakeRetell> m_retell;
    std::unique_ptr<Runtime> m_runtime;
    Settings m_settings;
    QNetworkAccessManager m_network;
};

void TestHealing::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_retell = std::make_unique<test::FakeRetell>();
    m_retell->key = test::TestKey;
    m_runtime = std::make_unique<Runtime>(Profile(m_folder->path()));
    m_settings = {};
    m_settings.webhookListen = {{u"127.0.0.1"_s, 0}};
    m_settings.retellBaseUrl = m_retell->url().toString();
    m_settings.pollIntervalSeconds = 1;
    m_settings.syncRequestIntervalMs = 5;
}

bool TestHealing::start()
{
    std::optional<bool> started;
    m_runtime->start(m_settings, secretsOf(test::TestKey), Runtime::WhenBusy::Fail,
                     [&started](const Result<void> &result) { started = result.has_value(); });
    return QTest::qWaitFor([&started] { return started.has_value(); }, test::Patience) && *started;
}

/// Without blocking this thread, which plays Retell.
int TestHealing::post(const QByteArray &body, const QByteArray &signature)
{
    QNetworkRequest request(QUrl(m_runtime->listenerHealth().addresses.value(0)));
    request.setRawHeader("X-Retell-Signature", signature);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        (void)finished.wait(test::Patience);
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void TestHealing::missedEndsCloseWithinOnePoll()
{
    QVERIFY(start());
    QStringList ids;
    for (int i = 0; i < 12; ++i) {
        ids.append(u"call_%1"_s.arg(i));
        m_retell->setCall(ids.last(), u"ongoing"_s);
        QCOMPARE(postSigned(webhook("call_started", ids.last())), 204);
    }
    QTRY_COMPARE(running(), 12);
    for (const QString &id : std::as_const(ids)) // and no webhook says so
        m_retell->setCall(id, u"ended"_s, {{u"end_timestamp"_s, m_clock.nowMs() - 30'000}});
    const auto polls = m_retell->polls;
    QTRY_COMPARE(running(), 0);
    QVERIFY(m_retell->polls <= polls + 2); // one may just have been under way
    for (const QString &id : std::as_const(ids))
        QCOMPARE(reasonOf(id), u"closed by poll; no call_ended webhook"_s);
    const QList<CallRow> closed = rows();
    for (const CallRow &row : closed)
        QVERIFY(row.corrected && row.lastSource == Source::Poll);
    QTRY_COMPARE(m_runtime->apiHealth().healed, 12);
}

void TestHealing::rejectedEndIsTheEvidence()
{
    QVERIFY(start());
    m_retell->setCall(u"call_1"_s, u"ongoing"_s);
    QCOMPARE(postSigned(webhook("call_started", u"call_1"_s)), 204);
    const QByteArray ended = webhook("call_ended", u"call_1"_s);
    QCOMPARE(post(ended, "v=1,sig=2"), 401);
    const QString at = QDateTime::currentDateTime().toString(u"HH:mm"_s);
    QTRY_VERIFY(CallReader({m_runtime->store().file(), {}}).endEvidence(CallId(u"call_1"_s))->rejected);
    m_retell->setCall(u"call_1"_s, u"ended"_s);
    QTRY_COMPARE(running(), 0);
    const QString reason = reasonOf(u"call_1"_s);
    QVERIFY2(reason.startsWith(u"closed by poll; webhook rejected "_s + at.left(2)), qPrintable(reason));
    QVERIFY2(reason.endsWith(u": signature_malformed"), qPrintable(reason));
}

void TestHealing::ongoingAtRetellStaysARow()
{
    m_settings.pollUnconfirmedAfterSeconds = 10;
    QVERIFY(start());
    m_retell->setCall(u"call_1"_s, u"ongoing"_s);
    QCOMPARE(postSigned(webhook("call_started", u"call_1"_s)), 204);
    QTRY_VERIFY_WITH_TIMEOUT(m_retell->asked("/v2/get-call/call_1") >= 1, test::Patience);
    const auto polls = m_retell->polls;
    QTRY_VERIFY(m_retell->polls >= polls + 2);
    QCOMPARE(running(), 1);
    QCOMPARE(m_retell->asked("/v2/get-call/call_1"), 1); // the answer counts as a sign of life
}

/// No webhook told of it and no poll saw it run.
void TestHealing::whatHappenedWhileOffIsFetched()
{
    QVERIFY(start());
    QTRY_COMPARE(m_runtime->apiHealth().state, ApiState::Ok);
    m_runtime.reset();
    const qint64 nowMs = m_clock.nowMs();
    m_retell->setCall(u"call_meanwhile"_s, u"ended"_s,
                      {{u"start_timestamp"_s, nowMs - 30'000}, {u"end_timestamp"_s, nowMs - 5'000}});
    m_runtime = std::make_unique<Runtime>(Profile(m_folder->path()));
    QVERIFY(start());
    QTRY_COMPARE(rows().size(), 1);
    QCOMPARE(rows().constFirst().callId, CallId(u"call_meanwhile"_s));
    QCOMPARE(rows().constFirst().state, CallState::Completed);
}

void TestHealing::refusedKeyStopsAndANewOneResumes()
{
    m_retell->key = "another_key_than_ours";
    QVERIFY(start());
    QTRY_COMPARE(m_runtime->apiHealth().state, ApiState::KeyRefused);
    const auto asked = m_retell->paths.size();
    m_settings.pollUnconfirmedAfterSeconds = 20; // applied with the refused key: nothing is asked
    QVERIFY(m_runtime->apply(m_settings, secretsOf(test::TestKey)));
    m_retell->setCall(u"call_1"_s, u"ongoing"_s);
    QCOMPARE(postSigned(webhook("call_started", u"call_2"_s)), 204); // receiving goes on
    QCOMPARE(m_retell->paths.size(), asked);
    QVERIFY(m_runtime->apply(m_settings, secretsOf("another_key_than_ours")));
    QTRY_COMPARE(m_runtime->apiHealth().state, ApiState::Ok);
    QTRY_COMPARE(rows().size(), 2);
}

void TestHealing::allWebhooksLostAndStillRight()
{
    const test::Simulator retell({u"--concurrent"_s, u"6"_s, u"--speed"_s, u"40"_s, u"--seed"_s, u"7"_s,
                                  u"--history"_s, u"0"_s, u"--drop"_s, u"1.0"_s});
    test::CliProfile profile;
    profile.setKey();
    profile.set("ANRUFWARTE_RETELL_BASE_URL", retell.origin().constData());
    profile.set("ANRUFWARTE_POLL_INTERVAL_SECONDS", "1");
    profile.set("ANRUFWARTE_SYNC_REQUEST_INTERVAL_MS", "5");
    test::Server server(profile);
    QVERIFY(!server.urls().isEmpty());
    CallReader reader({profile.file("calls.sqlite"), {}});
    const auto healed = [&reader] {
        const auto calls = reader.rows({});
        return calls ? std::count_if(calls->begin(), calls->end(),
                                     [](const CallRow &row) { return row.corrected; })
                     : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(healed() >= 6, 60'000);
    const auto calls = reader.rows({});
    for (const CallRow &row : *calls) {
        if (!row.corrected)
            continue;
        const auto history = reader.history(row.id);
        QVERIFY(std::any_of(history->begin(), history->end(), [](const HistoryEntry &entry) {
            return entry.reason == u"closed by poll; no call_ended webhook" && entry.source == Source::Poll;
        }));
        QVERIFY(!row.agentName.isEmpty());
    }
    QVERIFY(reader.runningCalls()->size() <= 20); // those that run, not those that ever did
    QCOMPARE(server.terminated(), 0);
}

QTEST_GUILESS_MAIN(TestHealing)
#include "test_healing.moc"
