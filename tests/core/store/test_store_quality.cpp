// SPDX-License-Identifier: GPL-3.0-or-later
// The figures that alerts are decided by.
#include "tests/core/store/storefixture.h"

using namespace anrufwarte;
using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double Tolerance = 0.01;

ChangeBuilder minute(const char16_t *callId, const char *cost)
{
    ChangeBuilder builder(QString::fromUtf16(callId));
    builder.ended(T0)
        .with(Field::StartTimestamp, FieldValue(T0))
        .with(Field::DurationMs, 60'000)
        .with(Field::Cost, cost);
    return builder;
}

} // namespace

class TestStoreQuality : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyStore();
    void gapsInTheUnitOfThePayload();
    void amountsNobodyWouldPay();
    void latencyOverSingleMeasurements();
    void whoToldFirst();
    void webhooks();
};

void TestStoreQuality::emptyStore()
{
    StoreFixture f;
    QVERIFY(f.open());
    QCOMPARE(f.reader().qualityFigures(0, Tolerance).value(), QualityFigures{});
}

void TestStoreQuality::gapsInTheUnitOfThePayload()
{
    StoreFixture f;
    QVERIFY(f.open());
    const auto mismatches = [&f](qint64 sinceMs = T0) {
        return f.reader().qualityFigures(sinceMs, Tolerance)->costMismatches;
    };
    QVERIFY(
        f.write(minute(u"call_even", R"({"combined_cost":10,"product_costs":[{"product":"a","cost":10}]})")));
    QVERIFY(f.write(
        minute(u"call_close", R"({"combined_cost":10,"product_costs":[{"product":"a","cost":9.99}]})")));
    QCOMPARE(mismatches(), 0); // a hundredth of a cent is tolerated
    QVERIFY(f.write(
        minute(u"call_off", R"({"combined_cost":10,"product_costs":[{"product":"a","cost":9.98}]})")));
    QCOMPARE(mismatches(), 1);
    QCOMPARE(mismatches(T0 + 1), 0);
    CallReader reader = f.reader();
    const CallRow row = reader.call(u"call_off"_s)->row;
    QCOMPARE(row.costGap, std::optional(0.02));
    QCOMPARE(row.costUnit, std::optional(CostUnit::Cents));
    // A better statement: the gap goes with the old one.
    QVERIFY(f.write(minute(u"call_off", R"({"combined_cost":10,"product_costs":[{"product":"a","cost":10}]})")
                        .analysed(T0 + 1)));
    QVERIFY(f.write(CallChange(
        ChangeBuilder(u"call_off"_s).analysed(T0 + 2).with(Field::Cost, R"({"combined_cost":10})"))));
    QCOMPARE(mismatches(), 0);
    QCOMPARE(reader.call(u"call_off"_s)->row.costGap, std::nullopt);
}

void TestStoreQuality::amountsNobodyWouldPay()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(minute(u"call_fair", R"({"combined_cost":15})")));
    QVERIFY(f.write(minute(u"call_most", R"({"combined_cost":150})")));
    QVERIFY(f.write(minute(u"call_least", R"({"combined_cost":0.1})")));
    QVERIFY(f.write(minute(u"call_free", R"({"combined_cost":0})")));
    QCOMPARE(f.reader().qualityFigures(T0, Tolerance)->implausibleCosts, 0);
    QVERIFY(f.write(minute(u"call_dear", R"({"combined_cost":151})")));
    QVERIFY(f.write(minute(u"call_cheap", R"({"combined_cost":0.09})")));
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_short"_s)
                                   .ended(T0)
                                   .with(Field::DurationMs, 9'999)
                                   .with(Field::Cost, R"({"combined_cost":500})"))));
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_unknown"_s).ended(T0).with(Field::DurationMs, 60'000))));
    QCOMPARE(f.reader().qualityFigures(T0, Tolerance)->implausibleCosts, 2);
}

void TestStoreQuality::latencyOverSingleMeasurements()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_1"_s)
                                   .ended(T0)
                                   .with(Field::Latency, R"({"e2e":{"p95":9000,"values":[100,200,300]}})"))));
    QVERIFY(f.write(CallChange(
        ChangeBuilder(u"call_2"_s).ended(T0).with(Field::Latency, R"({"e2e":{"values":[400,500]}})"))));
    const QualityFigures figures = f.reader().qualityFigures(T0, Tolerance).value();
    QCOMPARE(figures.latencyP95Ms, std::optional(480.0));
    QCOMPARE(figures.latencySamples, 5);
}

void TestStoreQuality::whoToldFirst()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_webhook"_s).started(T0))));
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_polled"_s).started(T0).by(Source::Poll))));
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_polled"_s).ended(T0 + 1)))); // the webhook came later
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_webhook"_s).ended(T0 + 1).by(Source::Poll))));
    const QualityFigures figures = f.reader().qualityFigures(T0, Tolerance).value();
    QCOMPARE(figures.newFromPoll, 1);
    QCOMPARE(figures.correctedCalls, 1);
    QCOMPARE(f.reader().qualityFigures(T0 + 1, Tolerance)->newFromPoll, 0);
    QCOMPARE(f.reader().qualityFigures(T0 + 1, Tolerance)->correctedCalls, 0);
}

void TestStoreQuality::webhooks()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(ChangeBatch{{}, acceptedDelivery(T0 - 1)}));
    QVERIFY(f.write(ChangeBatch{{}, acceptedDelivery(T0)}));
    DeliveryRecord expired = rejectedDelivery(T0);
    expired.reason = u"timestamp_expired"_s;
    for (const DeliveryRecord &record :
         {rejectedDelivery(T0 - 1), rejectedDelivery(T0), rejectedDelivery(T0 + 1), expired})
        QVERIFY(f.store->noteRejected(record));
    QTRY_COMPARE(f.reader().deliveries(true, 0)->size(), 4);
    CallReader reader = f.reader();
    QualityFigures figures = reader.qualityFigures(T0, Tolerance).value();
    QCOMPARE(figures.rejectedByReason,
             (QMap<QString, qint64>{{u"signature_mismatch"_s, 2}, {u"timestamp_expired"_s, 1}}));

    // Taken in after all: open no more.
    ChangeBatch ingestion = ChangeBuilder(u"call_1"_s).ended(T0).batch();
    ingestion.ingested = reader.deliveries(true, 0)->first().id;
    QVERIFY(f.write(ingestion));
    QVERIFY(f.write(ingestion)); // again: nothing happens
    figures = reader.qualityFigures(T0, Tolerance).value();
    QCOMPARE(figures.rejectedByReason.value(u"signature_mismatch"_s), 1);
    QCOMPARE(reader.deliveries(true, 0)->size(), 3);
    QCOMPARE(reader.deliveries(false, 0)->size(), 6);
    const DeliveryRecord ingested = reader.delivery(ingestion.ingested).value();
    QCOMPARE(ingested.ingestedMs, std::optional(f.clock.nowMs()));
    QVERIFY(!ingested.accepted && ingested.reason == u"signature_mismatch"_s && ingested.body == "{}");
    QCOMPARE(f.ask("SELECT count(*) FROM delivery_bodies WHERE rejected = 1").toInt(), 3);
}

QTEST_GUILESS_MAIN(TestStoreQuality)
#include "test_store_quality.moc"
