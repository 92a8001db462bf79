// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/runtime.h"
#include "core/store/database.h"
#include "tests/app/cliprocess.h"
#include "tests/support/fakeretell.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

QByteArray webhook(const char *event, const char *id)
{
    return R"({"event":")" + QByteArray(event) + R"(","call":{"call_id":")" + id +
           R"(","call_status":"ongoing"}})";
}

const QByteArray Body = webhook("call_started", "call_runtime");
constexpr const char *RetellsId = "call_0123456789abcdef0123456789a"; ///< looks like one of Retell's

Secrets secretsOf(const char *key)
{
    const Secret secret = Secret::fromConfigured(key);
    return {secret, {secret}};
}

} // namespace

class TestRuntime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_runtime.reset(); }
    void webhookBecomesACommittedCall();
    void changedKeyAndPathCountAtOnceOnTheSameSocket();
    void changedAddressGetsNewSockets();
    void busyAddressEndsTheStartOrIsTriedAgain();
    void stoppedOneAcceptsNothing();
    void rejectedWebhookIsReadThroughLater();
    void rejectedWebhookOfARunningCallIsAskedForAtOnce();
    void rejectedWebhookOfAnyoneAsksForNothing();
    void webhookThatWasNotWrittenIsAskedForLater();
    void missingDataIsAskedForInTime();
    void newRulesOfSyncCountAtOnce();
    void resyncRunsAndSaysWhatChanged();

private:
    [[nodiscard]] Result<void> start(Runtime::WhenBusy whenBusy = Runtime::WhenBusy::Fail)
    {
        std::optional<Result<void>> started;
        m_runtime->start(m_settings, secretsOf("first_key_of_all"), whenBusy,
                         [&started](const Result<void> &result) { started = result; });
        if (!QTest::qWaitFor([&started] { return started.has_value(); }, 20'000))
            return Error{ErrorCode::Internal, u"no answer"_s, {}};
        return *started;
    }
    [[nodiscard]] QUrl url() const { return QUrl(m_runtime->listenerHealth().addresses.value(0)); }

    /// Without blocking this thread, in which the store's answers arrive.
    [[nodiscard]] int post(const QUrl &to, const char *key, const QByteArray &body = Body)
    {
        QNetworkRequest request(to);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        request.setRawHeader("X-Retell-Signature", signedHeader(body, now, Secret::fromConfigured(key)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            (void)finished.wait(20'000);
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    /// Retell in this thread; asked about single calls only, as polling is off.
    void playRetell()
    {
        m_retell = std::make_unique<test::FakeRetell>();
        m_retell->key = "first_key_of_all";
        m_settings.retellBaseUrl = m_retell->url().toString();
        m_settings.syncRequestIntervalMs = 5;
    }
    [[nodiscard]] QString file() const { return m_folder->filePath(u"calls.sqlite"_s); }
    [[nodiscard]] std::optional<CallState> stateOfCall(const char *id) const
    {
        const auto call = CallReader({file(), {}}).call(QString::fromLatin1(id));
        return call ? std::optional(call->row.state) : std::nullopt;
    }

    std::unique_ptr<test::FakeRetell> m_retell;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Runtime> m_runtime;
    Settings m_settings;
    QNetworkAccessManager m_network;
};

void TestRuntime::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_runtime = std::make_unique<Runtime>(Profile(m_folder->path()));
    m_settings = {};
    m_settings.webhookListen = {{u"127.0.0.1"_s, 0}};
    m_settings.pollIntervalSeconds = 0; // no test asks the real Retell
}

void TestRuntime::webhookBecomesACommittedCall()
{
    QVERIFY(start());
    QSignalSpy committed(&m_runtime->store(), &CallStore::committed);
    QCOMPARE(post(url(), "first_key_of_all"), 204);
    QTRY_COMPARE(committed.size(), 1);
    const auto updates = committed.at(0).at(0).value<CallUpdates>();
    QCOMPARE(updates.rows.constFirst().callId, CallId(u"call_runtime"_s));
    QTRY_COMPARE(m_runtime->listenerHealth().accepted, 1);
}

void TestRuntime::changedKeyAndPathCountAtOnceOnTheSameSocket()
{
    QVERIFY(start());
    const QUrl before = url();
    m_settings.webhookPath = u"/elsewhere"_s;
    QVERIFY(m_runtime->apply(m_settings, secretsOf("second_key_of_all")));
    QTRY_COMPARE(url().path(), u"/elsewhere"_s);
    QCOMPARE(url().port(), before.port());
    QCOMPARE(post(url(), "second_key_of_all"), 204);
    QCOMPARE(post(url(), "first_key_of_all"), 401);
    QCOMPARE(post(before, "second_key_of_all"), 404);
}

void TestRuntime::changedAddressGetsNewSockets()
{
    QVERIFY(start());
    const QUrl before = url();
    m_settings.webhookListen = {{u"127.0.0.1"_s, 0}, {u"127.0.0.1"_s, 0}};
    QVERIFY(m_runtime->apply(m_settings, secretsOf("first_key_of_all")));
    QTRY_COMPARE(m_runtime->listenerHealth().addresses.size(), 2);
    QCOMPARE(post(url(), "first_key_of_all"), 204);
    QVERIFY(url().port() != before.port());
    QCOMPARE(post(before, "first_key_of_all"), 0);
}

void TestRuntime::busyAddressEndsTheStartOrIsTriedAgain()
{
    auto other = std::make_unique<QTcpServer>();
    QVERIFY(other->listen(QHostAddress::LocalHost));
    m_settings.webhookListen = {{u"127.0.0.1"_s, other->serverPort()}};
    const auto failed = start(Runtime::WhenBusy::Fail);
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::ListenAddressInUse);

    m_runtime = std::make_unique<Runtime>(Profile(m_folder->path()));
    QVERIFY(start(Runtime::WhenBusy::Retry));
    QVERIFY(!m_runtime->listenerHealth().listening);
    QCOMPARE(m_runtime->listenerHealth().problem->code, ErrorCode::ListenAddressInUse);
    other.reset();
    QTRY_VERIFY_WITH_TIMEOUT(m_runtime->listenerHealth().listening, 20'000);
    QVERIFY(!m_runtime->listenerHealth().problem);
    QCOMPARE(post(url(), "first_key_of_all"), 204);
}

void TestRuntime::stoppedOneAcceptsNothing()
{
    QVERIFY(start());
    const QUrl before = url();
    bool isStopped = false;
    m_runtime->stop([&isStopped] { isStopped = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isStopped, 5'000);
    QVERIFY(!m_runtime->listenerHealth().listening);
    QCOMPARE(post(before, "first_key_of_all"), 0);
}

void TestRuntime::rejectedWebhookIsReadThroughLater()
{
    QVERIFY(start());
    QCOMPARE(post(url(), "key_of_somebody"), 401);
    CallReader reader({m_folder->filePath(u"calls.sqlite"_s), CostUnitChoice::Auto});
    const auto callIdOfFirst = [&reader] {
        const auto found = reader.deliveries(true, 1);
        return found && !found->isEmpty() ? found->constFirst().callId : CallId();
    };
    QTRY_COMPARE_WITH_TIMEOUT(callIdOfFirst(), CallId(u"call_runtime"_s), 20'000);
}

void TestRuntime::rejectedWebhookOfARunningCallIsAskedForAtOnce()
{
    playRetell();
    QVERIFY(start());
    QCOMPARE(post(url(), "first_key_of_all", webhook("call_started", RetellsId)), 204);
    m_retell->setCall(QString::fromLatin1(RetellsId), u"ended"_s);
    QCOMPARE(post(url(), "key_of_somebody", webhook("call_ended", RetellsId)), 401);
    QTRY_COMPARE(stateOfCall(RetellsId), CallState::Completed);
    QCOMPARE(m_retell->asked("/v3/list-calls"), 0);
}

void TestRuntime::rejectedWebhookOfAnyoneAsksForNothing()
{
    playRetell();
    m_settings.webhookAllowlist = {u"192.0.2.0/24"_s}; // not this machine
    QVERIFY(start());
    QCOMPARE(post(url(), "key_of_somebody", webhook("call_ended", RetellsId)), 401);
    QSignalSpy committed(&m_runtime->store(), &CallStore::committed);
    const auto namedCall = [this] {
        const auto found = CallReader({file(), {}}).deliveries(true, 1);
        return found && !found->isEmpty() ? found->constFirst().callId : CallId();
    };
    QTRY_COMPARE_WITH_TIMEOUT(namedCall(), CallId(QString::fromLatin1(RetellsId)), 20'000);
    QVERIFY(!committed.wait(200));
    QCOMPARE(m_retell->paths.size(), 0);
}

void TestRuntime::webhookThatWasNotWrittenIsAskedForLater()
{
    playRetell();
    QVERIFY(start());
    QSignalSpy committed(&m_runtime->store(), &CallStore::committed);
    auto other = Database::open(file(), Database::Access::ReadWrite, 1'000);
    QVERIFY(other);
    QVERIFY((*other)->run(u"BEGIN IMMEDIATE"_s));
    QCOMPARE(post(url(), "first_key_of_all", webhook("call_started", RetellsId)), 503);
    m_retell->setCall(QString::fromLatin1(RetellsId), u"ongoing"_s);
    QVERIFY(!committed.wait(200));
    QCOMPARE(m_retell->paths.size(), 0); // its answer could not be written either
    QVERIFY((*other)->run(u"ROLLBACK"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOfCall(RetellsId), CallState::Ongoing, 20'000);
    QCOMPARE(m_retell->paths.size(), 1);
}

void TestRuntime::missingDataIsAskedForInTime()
{
    playRetell();
    m_settings.syncRetryDelaySeconds = 1;
    QVERIFY(start());
    m_retell->setCall(QString::fromLatin1(RetellsId), u"ended"_s, {{u"transcript"_s, u"User: Hallo"_s}});
    QCOMPARE(post(url(), "first_key_of_all", webhook("call_ended", RetellsId)), 204);
    QTRY_VERIFY(m_runtime->apiHealth().retriesWaiting == 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_retell->paths.size() >= 1, 20'000);
    const auto transcript = [this] {
        const auto call = CallReader({file(), {}}).call(QString::fromLatin1(RetellsId));
        return call ? plainText(call->record[Field::Transcript]) : QString();
    };
    QTRY_COMPARE(transcript(), u"User: Hallo"_s);
}

void TestRuntime::newRulesOfSyncCountAtOnce()
{
    playRetell();
    QVERIFY(start());
    QTRY_COMPARE(m_runtime->apiHealth().state, ApiState::Off);
    QCOMPARE(m_retell->paths.size(), 0);
    m_settings.pollIntervalSeconds = 3600;
    QVERIFY(m_runtime->apply(m_settings, secretsOf("first_key_of_all")));
    QTRY_COMPARE(m_runtime->apiHealth().state, ApiState::Ok);
    const auto lists = m_retell->polls;
    m_runtime->pollNow();
    QTRY_VERIFY(m_retell->polls > lists);
}

void TestRuntime::resyncRunsAndSaysWhatChanged()
{
    playRetell();
    QVERIFY(start());
    QCOMPARE(post(url(), "first_key_of_all", webhook("call_started", RetellsId)), 204);
    m_retell->setCall(QString::fromLatin1(RetellsId), u"ended"_s);
    QSignalSpy progress(m_runtime.get(), &Runtime::resyncProgressed);
    QSignalSpy results(m_runtime.get(), &Runtime::resyncResulted);
    QSignalSpy finished(m_runtime.get(), &Runtime::resyncFinished);
    ResyncRequest request;
    request.scope = ResyncScope::Calls;
    request.calls = {CallId(QString::fromLatin1(RetellsId))};
    m_runtime->startResync(request);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    const auto run = finished.at(0).at(0).value<ResyncRun>();
    QCOMPARE(run.end, ResyncEnd::Completed);
    QCOMPARE(run.updated, 1);
    QCOMPARE(run.trigger, ResyncTrigger::Person);
    QVERIFY(!progress.isEmpty() && !results.isEmpty());
    QCOMPARE(stateOfCall(RetellsId), CallState::Completed);
}

QTEST_GUILESS_MAIN(TestRuntime)
#include "test_runtime.moc"
