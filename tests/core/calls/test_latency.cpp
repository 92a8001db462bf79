// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/latency.h"

#include <QTest>
#include <vector>

using namespace anrufwarte;

class TestLatency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percentilesInterpolateLinearly_data();
    void percentilesInterpolateLinearly();
    void groupsComeInTheOrderOfTheScreen();
    void missingFiguresAreComputedFromTheValues();
    void figuresOfRetellStand();
    void endToEndIsP50ElseTheFormerMember_data();
    void endToEndIsP50ElseTheFormerMember();
    void wrongKindsAreLeftOut();
};

void TestLatency::percentilesInterpolateLinearly_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("expected");
    const auto row = [](const char *name, const QList<double> &values, double p, double expected) {
        QTest::newRow(name) << values << p << expected;
    };
    // Retell's own figures for these values (tests/data/samples/call_ended_phone_inbound.json, e2e and llm).
    const QList<double> e2e{1102.5, 1250.25, 1388};
    row("e2e p50", e2e, 0.50, 1250.25);
    row("e2e p90", e2e, 0.90, 1360.45);
    row("e2e p95", e2e, 0.95, 1374.225);
    row("e2e p99", e2e, 0.99, 1385.245);
    row("min", e2e, 0.0, 1102.5);
    row("max", e2e, 1.0, 1388);
    row("below 0", e2e, -1.0, 1102.5);
    row("above 1", e2e, 2.0, 1388);
    row("one value", {836}, 0.95, 836);
    row("even number", {1, 2, 3, 4}, 0.5, 2.5);
}

void TestLatency::percentilesInterpolateLinearly()
{
    QFETCH(QList<double>, values);
    QFETCH(double, p);
    QFETCH(double, expected);
    const std::vector<double> sorted(values.begin(), values.end());
    QCOMPARE(percentile(sorted, p).value(), expected);
    QVERIFY(!percentile({}, p));
}

void TestLatency::groupsComeInTheOrderOfTheScreen()
{
    const QList<LatencyGroup> groups = readLatency(
        R"({"zeta":{"p50":1},"tts":{"p50":1},"alpha":{"p50":1},"e2e":{"p50":1},"llm":{"p50":1},"s2s":{},"text":"x"})");
    QStringList names;
    for (const LatencyGroup &group : groups)
        names.append(group.name);
    QCOMPARE(names.join(u' '), QStringLiteral("e2e llm tts s2s alpha zeta"));
    QVERIFY(groups[0].hasMeasurements());
    QVERIFY(!groups[3].hasMeasurements());
}

void TestLatency::missingFiguresAreComputedFromTheValues()
{
    const LatencyGroup group = readLatency(R"({"e2e":{"values":[1388,1102.5,1250.25]}})").first();
    QCOMPARE(group.p50, 1250.25);
    QCOMPARE(group.p95.value(), 1374.225);
    QCOMPARE(group.min, 1102.5);
    QCOMPARE(group.max, 1388.0);
    QCOMPARE(group.samples, 3);
}

void TestLatency::figuresOfRetellStand()
{
    const LatencyGroup group = readLatency(R"({"e2e":{"p50":800,"num":10,"values":[1]}})").first();
    QCOMPARE(group.p50, 800.0);
    QCOMPARE(group.samples, 10);
    QVERIFY(!readLatency(R"({"e2e":{"p50":2424}})").first().p95);
}

void TestLatency::endToEndIsP50ElseTheFormerMember_data()
{
    QTest::addColumn<double>("p50");
    QTest::addColumn<double>("p95");
    const auto row = [](const char *json, double p50, double p95) { QTest::newRow(json) << p50 << p95; };
    row(R"({"e2e":{"p50":2208.5,"p95":3381}})", 2208.5, 3381);
    row(R"({"e2e":{"p50":2196.5}})", 2196.5, -1);
    row(R"({"e2e":{"p50":2208.5},"end_to_end_latency":7})", 2208.5, -1);
    row(R"({"end_to_end_latency":1500})", 1500, -1);
    row(R"({"e2e":{},"end_to_end_latency":1500})", 1500, -1);
    row(R"({"e2e":{"num":0,"p50":0,"p95":0}})", -1, -1);
    row(R"({"e2e":{"values":[836]}})", 836, 836);
    row(R"({"llm":{"p50":1}})", -1, -1);
    row("{}", -1, -1);
    row("", -1, -1);
    row("[]", -1, -1);
}

void TestLatency::endToEndIsP50ElseTheFormerMember()
{
    QFETCH(double, p50);
    QFETCH(double, p95);
    const QByteArray json = QTest::currentDataTag();
    QCOMPARE(endToEndP50(json).value_or(-1), p50);
    QCOMPARE(endToEndP95(json).value_or(-1), p95);
    QCOMPARE(hasEndToEnd(json), p50 >= 0);
}

void TestLatency::wrongKindsAreLeftOut()
{
    const LatencyGroup group =
        readLatency(R"({"e2e":{"p50":"fast","p95":null,"num":"3","values":[1,"x",null,1e400,3]}})").first();
    QCOMPARE(group.values, (QList<double>{1, 3}));
    QCOMPARE(group.p50, 2.0);
    QCOMPARE(group.samples, 2);
}

QTEST_GUILESS_MAIN(TestLatency)
#include "test_latency.moc"
