// SPDX-License-Identifier: GPL-3.0-or-later
// What the poller asks the store.
#include "core/store/asyncreader.h"
#include "tests/core/store/storefixture.h"

using namespace anrufwarte;
using namespace Qt::StringLiterals;

class TestStoreCallSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runningCallsAreThoseNotFinished();
    void evidenceIsTheNewestRejectedEnd();
};

void TestStoreCallSource::runningCallsAreThoseNotFinished()
{
    test::StoreFixture store;
    QVERIFY(store.open());
    const qint64 now = store.clock.nowMs();
    QVERIFY(store.write(test::ChangeBuilder(u"call_1"_s).started(now).change()));
    QVERIFY(store.write(test::ChangeBuilder(u"call_2"_s).started(now).change()));
    QVERIFY(store.write(test::ChangeBuilder(u"call_2"_s).ended(now + 1).change()));
    QVERIFY(store.write(
        test::ChangeBuilder(u"call_3"_s).stage(Stage::Registered, {}, u"registered"_s, now).change()));

    AsyncReader reader({store.options.file, {}});
    QObject context;
    std::optional<QList<RunningCall>> got;
    reader.runningCalls(&context, [&got](const Result<QList<RunningCall>> &calls) { got = *calls; });
    QTRY_VERIFY(got.has_value());
    std::sort(got->begin(), got->end(), [](const auto &a, const auto &b) { return a.callId < b.callId; });
    QCOMPARE(*got, (QList<RunningCall>{{CallId(u"call_1"_s), CallState::Ongoing, now},
                                       {CallId(u"call_3"_s), CallState::Registered, now}}));
}

void TestStoreCallSource::evidenceIsTheNewestRejectedEnd()
{
    test::StoreFixture store;
    QVERIFY(store.open());
    const CallId id(u"call_1"_s);
    QVERIFY(store.write(test::ChangeBuilder(id.value()).started(store.clock.nowMs()).change()));
    QCOMPARE(*store.reader().endEvidence(id), (EndEvidence{true, {}}));

    const auto reject = [&](qint64 atMs, const QString &event, const QString &reason) {
        DeliveryRecord record = test::rejectedDelivery(atMs);
        record.event = event;
        record.callId = id;
        record.reason = reason;
        QVERIFY(store.store->noteRejected(record));
    };
    reject(1'000, u"call_ended"_s, u"signature_malformed"_s);
    reject(3'000, u"call_started"_s, u"signature_mismatch"_s); // tells no end
    reject(2'000, u"call_analyzed"_s, u"timestamp_expired"_s);
    QTRY_COMPARE(store.reader().deliveries(true, 0)->size(), 3);
    QCOMPARE(*store.reader().endEvidence(id),
             (EndEvidence{true, RejectedEnd{2'000, u"timestamp_expired"_s}}));

    QVERIFY(store.write(test::ChangeBuilder(id.value()).ended(store.clock.nowMs() + 1).change()));
    QVERIFY(!store.reader().endEvidence(id)->isRunning);
    QCOMPARE(*store.reader().endEvidence(CallId(u"call_unknown"_s)), EndEvidence{});
}

QTEST_GUILESS_MAIN(TestStoreCallSource)
#include "test_store_callsource.moc"
