// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/cost.h"

#include <QTest>

using namespace anrufwarte;

namespace {

CostReading read(const QByteArray &json, CostUnitChoice choice = CostUnitChoice::Auto)
{
    const std::optional<CostReading> reading = readCost(json, choice);
    if (!reading)
        qFatal("not read: %s", json.constData());
    return *reading;
}

} // namespace

class TestCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitFollowsTheShape_data();
    void unitFollowsTheShape();
    void settingOverridesTheShape();
    void call559InBothShapes();
    void productsAreAddedUp();
    void formerPartsLeaveARemainder();
    void telephonyAndRetellShares();
    void whatIsMissingIsUnknown();
    void noObjectIsNoReading();
    void allZeroIsRecognised_data();
    void allZeroIsRecognised();
};

void TestCost::unitFollowsTheShape_data()
{
    QTest::addColumn<bool>("dollars");
    const auto row = [](const char *json, bool dollars) { QTest::newRow(json) << dollars; };
    row(R"({"combined_cost":9.785})", false);
    row(R"({"combined_cost":9.785,"product_costs":[]})", false);
    row(R"({"combined_cost":9.785,"total_duration_seconds":71})", false);
    row(R"({"combined_cost":9.785,"total_duration_unit_price":0.135})", false);
    row(R"({"combined_cost":9.785,"retell_cost":0.551})", true);
    row(R"({"combined_cost":9.785,"retell_llm_cost":8.234})", true);
    row(R"({"combined_cost":9.785,"twilio_cost":0.1})", true);
    row(R"({"retell_cost":0.551})", true);
    row(R"({"combined_cost":9.785,"retell_cost":0.551,"product_costs":[]})", false);
    row(R"({"combined_cost":9.785,"retell_cost":0.551,"total_duration_seconds":71})", false);
    row(R"({"combined_cost":9.785,"retell_cost":null})", false);
    row(R"({"combined_cost":9.785,"retell_cost":0.551,"product_costs":null})", true);
    row("{}", false);
}

void TestCost::unitFollowsTheShape()
{
    QFETCH(bool, dollars);
    QCOMPARE(read(QTest::currentDataTag()).unit == CostUnit::Dollars, dollars);
}

void TestCost::settingOverridesTheShape()
{
    const QByteArray flat = R"({"combined_cost":9.785,"retell_cost":0.551})";
    QCOMPARE(read(flat, CostUnitChoice::Cents).total, 97'850);
    QCOMPARE(read(flat, CostUnitChoice::Dollars).total, 9'785'000);
    const QByteArray official = R"({"combined_cost":9.785,"product_costs":[]})";
    QCOMPARE(read(official, CostUnitChoice::Dollars).total, 9'785'000);
    QCOMPARE(read(official, CostUnitChoice::Cents).total, 97'850);
}

void TestCost::call559InBothShapes()
{
    const CostReading flat = read(R"({"combined_cost":9.785,"retell_llm_cost":8.234,"retell_cost":0.551})");
    QCOMPARE(flat.total, 9'785'000);
    QCOMPARE(wholeCents(*flat.total), 979);
    const CostReading official = read(
        R"({"product_costs":[{"product":"elevenlabs_tts","unit_price":0.1166667,"cost":8.2833336}],
            "total_duration_seconds":71,"total_duration_unit_price":0.135,"combined_cost":9.785})");
    QCOMPARE(official.total, 97'850);
    QCOMPARE(wholeCents(*official.total), 10);
    QCOMPARE(official.totalSeconds, 71);
    QCOMPARE(official.totalUnitPrice, 0.135);
}

void TestCost::productsAreAddedUp()
{
    const CostReading reading = read(
        R"({"combined_cost":12,"product_costs":[
            {"product":"elevenlabs_tts","unit_price":0.1,"cost":7.5},
            {"product":"twilio_telephony","unit_price":0.05,"cost":3,"is_transfer_leg_cost":true},
            {"product":"post_call_analysis","cost":1.5},
            {"product":"broken","cost":"x"}]})");
    QCOMPARE(reading.parts.size(), 4);
    QCOMPARE(reading.partsSum, 120'000);
    QCOMPARE(reading.parts[0].product, QStringLiteral("elevenlabs_tts"));
    QCOMPARE(reading.parts[0].amount, 75'000);
    QVERIFY(reading.parts[1].isTransferLeg);
    QVERIFY(!reading.parts[2].unitPrice);
    QVERIFY(!reading.parts[3].amount);
}

void TestCost::formerPartsLeaveARemainder()
{
    const CostReading reading =
        read(R"({"combined_cost":9.785,"retell_llm_cost":8.234,"retell_cost":0.551})");
    QCOMPARE(reading.parts.size(), 3);
    QCOMPARE(reading.parts[0].product, QStringLiteral("retell_cost"));
    QCOMPARE(reading.parts[0].amount, 551'000);
    QCOMPARE(reading.parts[1].amount, 8'234'000);
    QVERIFY(reading.parts[2].isRemainder);
    QCOMPARE(reading.parts[2].amount, 1'000'000);
    // They never claimed to add up: nothing to compare with the total.
    QVERIFY(!reading.partsSum);
    QCOMPARE(read(R"({"combined_cost":1.5,"retell_cost":0.5,"twilio_cost":1})").parts.size(), 2);
}

void TestCost::telephonyAndRetellShares()
{
    const CostReading products = read(
        R"({"combined_cost":10,"product_costs":[{"product":"twilio_telephony","cost":2},{"product":"x","cost":8},
            {"product":"Custom_Telephony","cost":1}]})");
    QCOMPARE(products.telephony, 30'000);
    QCOMPARE(products.retell, 70'000);
    const CostReading flat = read(R"({"combined_cost":3,"twilio_cost":1,"retell_llm_cost":1})");
    QCOMPARE(flat.telephony, 1'000'000);
    QCOMPARE(flat.retell, 2'000'000);
    QCOMPARE(read(R"({"combined_cost":3,"retell_cost":0.5})").retell, 500'000);
    QVERIFY(!read(R"({"combined_cost":3})").telephony);
}

void TestCost::whatIsMissingIsUnknown()
{
    const CostReading reading = read("{}");
    QVERIFY(!reading.total && !reading.telephony && !reading.retell && !reading.partsSum &&
            reading.parts.isEmpty());
    QVERIFY(!read(R"({"combined_cost":"9.785"})").total);
    QVERIFY(!read(R"({"combined_cost":1e400})").total);
    QVERIFY(!read(R"({"combined_cost":null})").total);
    QCOMPARE(read(R"({"combined_cost":0})").total, 0);
}

void TestCost::noObjectIsNoReading()
{
    for (const char *json : {"", "{", "[]", "9.785", "null"})
        QVERIFY(!readCost(json, CostUnitChoice::Auto));
}

void TestCost::allZeroIsRecognised_data()
{
    QTest::addColumn<bool>("zero");
    const auto row = [](const char *json, bool zero) { QTest::newRow(json) << zero; };
    row("{}", true);
    row(R"({"combined_cost":0})", true);
    row(R"({"combined_cost":0.0,"product_costs":[{"cost":0.0},{"cost":0}]})", true);
    row(R"({"combined_cost":0,"total_duration_seconds":36})", true);
    row(R"({"combined_cost":null,"product_costs":null})", true);
    row(R"({"combined_cost":0.001})", false);
    row(R"({"combined_cost":0,"product_costs":[{"cost":0},{"cost":0.1}]})", false);
    row(R"({"twilio_cost":0.1})", false);
    row(R"({"combined_cost":-1})", false);
}

void TestCost::allZeroIsRecognised()
{
    QFETCH(bool, zero);
    QCOMPARE(isAllZeroCost(QTest::currentDataTag()), zero);
}

QTEST_GUILESS_MAIN(TestCost)
#include "test_cost.moc"
