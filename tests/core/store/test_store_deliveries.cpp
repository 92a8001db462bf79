// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deliverylog.h"
#include "core/store/zstdcodec.h"
#include "tests/core/store/storefixture.h"

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

constexpr qint64 Day = 24LL * 60 * 60 * 1000;

} // namespace

class TestStoreDeliveries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rejectedIsKeptAndTold();
    void hintsAreAdded();
    void hintsNeverTouchAccepted();
    void listsAndCounts();
    void rejectedBodiesAreBounded();
    void rejectedRowsAreBounded();
    void floodIsDroppedNotQueued();
    void rawBodiesGoAfterTheirDays();
    void retentionTakesCallsWithAllOfTheirs();
    void zstdIsSafeOnAnyBytes();
};

void TestStoreDeliveries::rejectedIsKeptAndTold()
{
    StoreFixture f;
    QVERIFY(f.open());
    QSignalSpy told(f.store.get(), &CallStore::deliveryRejected);
    const DeliveryRecord record = rejectedDelivery(T0, QByteArray(10000, 'b'));
    QVERIFY(f.store->noteRejected(record));
    QTRY_COMPARE(told.size(), 1);
    const auto announced = told.first().first().value<DeliveryRecord>();
    QVERIFY(announced.body.isEmpty());
    CallReader reader = f.reader();
    Result<DeliveryRecord> read = reader.delivery(announced.id);
    QVERIFY(read);
    DeliveryRecord expected = record;
    expected.id = announced.id;
    QCOMPARE(*read, expected);
    QCOMPARE(f.ask("SELECT verdict || verified || reason FROM deliveries").toString(),
             QStringLiteral("rejected0signature_mismatch"));
    QCOMPARE(f.ask("SELECT encoding FROM delivery_bodies").toString(), QStringLiteral("zstd"));
    QCOMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 0);
}

void TestStoreDeliveries::hintsAreAdded()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.store->noteRejected(rejectedDelivery(T0)));
    QTRY_COMPARE(f.reader().deliveries(true, 0)->size(), 1);
    const DeliveryId id = f.reader().deliveries(true, 0)->first().id;
    const QList<HintFound> hints{{DeliveryHint::ClockSkew, QStringLiteral("-900")},
                                 {DeliveryHint::OtherKeyMatches, QStringLiteral("7f3a")}};
    f.store->noteHints(id, QStringLiteral("call_ended"), CallId(QStringLiteral("call_9")), hints);
    QTRY_COMPARE(f.reader().delivery(id)->hints, hints);
    const DeliveryRecord record = *f.reader().delivery(id);
    QCOMPARE(record.event, QStringLiteral("call_ended"));
    QCOMPARE(record.callId, CallId(QStringLiteral("call_9")));
}

void TestStoreDeliveries::hintsNeverTouchAccepted()
{
    StoreFixture f;
    QVERIFY(f.open());
    const Result<BatchOutcome> accepted = f.write(ChangeBatch{{}, acceptedDelivery(T0)});
    QVERIFY(accepted);
    f.store->noteHints(accepted->delivery, QStringLiteral("forged"), {}, {});
    QVERIFY(f.write(ChangeBatch{{}, acceptedDelivery(T0)}));
    QCOMPARE(f.reader().delivery(accepted->delivery)->event, QStringLiteral("call_ended"));
}

void TestStoreDeliveries::listsAndCounts()
{
    StoreFixture f;
    QVERIFY(f.open());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(f.write(ChangeBatch{{}, acceptedDelivery(T0 + i)}));
        QVERIFY(f.store->noteRejected(rejectedDelivery(T0 + i)));
    }
    QTRY_COMPARE(f.reader().deliveries(false, 0)->size(), 6);
    CallReader reader = f.reader();
    QCOMPARE(reader.deliveries(false, 2)->size(), 2);
    const QList<DeliveryRecord> rejected = *reader.deliveries(true, 0);
    QCOMPARE(rejected.size(), 3);
    QVERIFY(rejected.first().receivedMs == T0 + 2 && rejected.first().body.isEmpty());
    QCOMPARE(*reader.rejectedSince(T0 + 1), 2);
}

void TestStoreDeliveries::rejectedBodiesAreBounded()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(ChangeBatch{{}, acceptedDelivery(T0)}));
    const auto database = f.other();
    for (int i = 0; i < 10; ++i)
        QVERIFY(deliverylog::insert(*database, rejectedDelivery(T0 + i, QByteArray(100, 'x'))));
    QVERIFY(deliverylog::pruneRejected(*database, {4, 1000, 100}));
    QCOMPARE(f.ask("SELECT count(*) FROM delivery_bodies WHERE rejected = 1").toInt(), 4);
    QVERIFY(deliverylog::pruneRejected(*database, {100, 250, 100}));
    QCOMPARE(f.ask("SELECT count(*) FROM delivery_bodies WHERE rejected = 1").toInt(), 2);
    QCOMPARE(f.ask("SELECT min(delivery_id) FROM delivery_bodies WHERE rejected = 1").toInt(),
             10); // the newest stay
    QCOMPARE(f.ask("SELECT count(*) FROM delivery_bodies WHERE rejected = 0").toInt(), 1);
    QCOMPARE(f.ask("SELECT count(*) FROM deliveries").toInt(), 11);
}

void TestStoreDeliveries::rejectedRowsAreBounded()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(ChangeBatch{{}, acceptedDelivery(T0)}));
    const auto database = f.other();
    for (int i = 0; i < 10; ++i)
        QVERIFY(deliverylog::insert(*database, rejectedDelivery(T0 + i)));
    QVERIFY(deliverylog::pruneRejected(*database, {100, 1000, 3}));
    CallReader reader = f.reader();
    QCOMPARE(reader.deliveries(true, 0)->size(), 3);
    QCOMPARE(reader.deliveries(true, 0)->last().receivedMs, T0 + 7);
    QCOMPARE(reader.deliveries(false, 0)->size(), 4);
}

void TestStoreDeliveries::floodIsDroppedNotQueued()
{
    StoreFixture f;
    f.options.busyTimeoutMs = 500;
    QVERIFY(f.open());
    const auto other = f.other();
    QVERIFY(other->run(QStringLiteral("BEGIN IMMEDIATE")));
    int taken = 0;
    for (int i = 0; i < 5000; ++i)
        taken += f.store->noteRejected(rejectedDelivery(T0)) ? 1 : 0;
    QVERIFY2(taken >= 2000 && taken < 2500, qPrintable(QString::number(taken)));
    QVERIFY(other->run(QStringLiteral("ROLLBACK")));
    QVERIFY(f.write(
        CallChange(ChangeBuilder(QStringLiteral("call_1")).ended(T0)))); // genuine ones are not held up
}

void TestStoreDeliveries::rawBodiesGoAfterTheirDays()
{
    StoreFixture f;
    f.options.rawDays = 30;
    QVERIFY(f.open());
    QVERIFY(f.write(ChangeBatch{{}, acceptedDelivery(T0 - 31 * Day)}));
    QVERIFY(f.write(ChangeBatch{{}, acceptedDelivery(T0 - 29 * Day)}));
    f.close();
    QVERIFY(f.open());
    QTRY_COMPARE(f.ask("SELECT count(*) FROM delivery_bodies").toInt(), 1);
    QCOMPARE(f.ask("SELECT count(*) FROM deliveries").toInt(), 2); // what came when is still known
    QVERIFY(f.reader().delivery(DeliveryId(1))->body.isEmpty());
    QCOMPARE(f.reader().delivery(DeliveryId(2))->body, QByteArray("{}"));
}

void TestStoreDeliveries::retentionTakesCallsWithAllOfTheirs()
{
    StoreFixture f;
    QVERIFY(f.open());
    const auto call = [](int n, qint64 startMs) {
        return ChangeBuilder(QStringLiteral("call_%1").arg(n))
            .ended(startMs + 1000)
            .with(Field::StartTimestamp, FieldValue(startMs))
            .warning(QStringLiteral("latency"), QStringLiteral("text"))
            .change();
    };
    for (int i = 0; i < 450; ++i) // more than one step
        QVERIFY(f.store->submit({{call(i, T0 - 100 * Day)}, acceptedDelivery(T0 - 100 * Day)}, this,
                                [](const Result<BatchOutcome> &) {}));
    QVERIFY(f.write(call(900, T0 - Day)));
    QVERIFY(f.write(CallChange(ChangeBuilder(QStringLiteral("call_running"))
                                   .started(T0)
                                   .with(Field::StartTimestamp, FieldValue(T0 - 100 * Day)))));
    f.close();
    f.options.retentionDays = 90;
    QVERIFY(f.open());
    QTRY_COMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 2);
    QCOMPARE(f.ask("SELECT count(*) FROM call_changes WHERE call_id NOT IN (SELECT id FROM calls)").toInt(),
             0);
    QCOMPARE(f.ask("SELECT count(*) FROM call_warnings").toInt(), 1);
    QTRY_COMPARE(f.ask("SELECT count(*) FROM deliveries").toInt(), 0);
    QCOMPARE(f.ask("SELECT count(*) FROM delivery_bodies").toInt(), 0);
    QVERIFY(f.write(call(1, T0 - Day))); // what was forgotten is new again, with a number of its own
    QVERIFY(f.reader().call(QStringLiteral("call_1"))->row.id.value() > 451);
}

void TestStoreDeliveries::zstdIsSafeOnAnyBytes()
{
    QVERIFY(!compressed(QByteArray(100, 'x')));
    const QByteArray text(50'000, 'x');
    const QByteArray frame = *compressed(text);
    QVERIFY(frame.size() < 500);
    QCOMPARE(*decompressed(frame), text);
    for (qsizetype cut = 0; cut < frame.size(); ++cut)
        QVERIFY(!decompressed(frame.first(cut)));
    QVERIFY(!decompressed(text));
}

QTEST_GUILESS_MAIN(TestStoreDeliveries)
#include "test_store_deliveries.moc"
