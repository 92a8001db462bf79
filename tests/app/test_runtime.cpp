// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/runtime.h"
#include "tests/app/cliprocess.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Body =
    R"({"event":"call_started","call":{"call_id":"call_runtime","call_status":"ongoing"}})";

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
    [[nodiscard]] int post(const QUrl &to, const char *key)
    {
        QNetworkRequest request(to);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        request.setRawHeader("X-Retell-Signature", signedHeader(Body, now, Secret::fromConfigured(key)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, Body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            (void)finished.wait(20'000);
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

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

QTEST_GUILESS_MAIN(TestRuntime)
#include "test_runtime.moc"
