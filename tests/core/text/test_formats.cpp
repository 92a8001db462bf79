// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/formats.h"
#include "tests/core/text/languages.h"

#include <QTest>
#include <cmath>
#include <functional>
#include <limits>

using namespace anrufwarte;
using namespace Qt::StringLiterals;
using test::plainSpaces;

namespace {
constexpr qint64 Huge = std::numeric_limits<qint64>::max();

using F = const Formats &;
using Say = std::function<QString(F)>;

void row(const char *name, const Say &say, const QString &german, const QString &english)
{
    QTest::newRow(name) << say << german << english;
}
} // namespace

Q_DECLARE_METATYPE(Say)

class TestFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothLanguages_data();
    void bothLanguages();
    void unitsDoNotWrap();
    void countryOfTheLocaleIsNoMatter();
};

void TestFormats::bothLanguages_data()
{
    QTest::addColumn<Say>("say");
    QTest::addColumn<QString>("german");
    QTest::addColumn<QString>("english");
    const QString unknown = Formats::unknown();

    row(
        "call cost", [](F f) { return f.callCost(97'850); }, u"0,098 $"_s, u"$0.098"_s);
    row(
        "call cost zero", [](F f) { return f.callCost(0); }, u"0,000 $"_s, u"$0.000"_s);
    row(
        "call cost unknown", [](F f) { return f.callCost({}); }, unknown, unknown);
    row(
        "half goes up", [](F f) { return f.callCost(97'500); }, u"0,098 $"_s, u"$0.098"_s);
    row(
        "just below half", [](F f) { return f.callCost(97'499); }, u"0,097 $"_s, u"$0.097"_s);
    row(
        "half below zero", [](F f) { return f.callCost(-97'500); }, u"-0,098 $"_s, u"-$0.098"_s);
    row(
        "no minus zero", [](F f) { return f.callCost(-400); }, u"0,000 $"_s, u"$0.000"_s);
    row(
        "huge cost", [](F f) { return f.costSum(Huge); }, u"9.223.372.036.854,78 $"_s,
        u"$9,223,372,036,854.78"_s);
    row(
        "lowest cost", [](F f) { return f.costSum(std::numeric_limits<qint64>::min()); },
        u"-9.223.372.036.854,78 $"_s, u"-$9,223,372,036,854.78"_s);
    row(
        "estimate", [](F f) { return f.estimatedCost(349'999); }, u"≈ 0,35 $"_s, u"≈ $0.35"_s);
    row(
        "sum", [](F f) { return f.costSum(17'920'000); }, u"17,92 $"_s, u"$17.92"_s);
    row(
        "sum carries", [](F f) { return f.costSum(999'995'000); }, u"1.000,00 $"_s, u"$1,000.00"_s);
    row(
        "sum unknown", [](F f) { return f.costSum({}); }, unknown, unknown);
    row(
        "dollars", [](F f) { return f.dollars(97'850, 4); }, u"0,0979 $"_s, u"$0.0979"_s);
    row(
        "euro", [](F f) { return f.euro(17'920'000, 0.92); }, u"≈ 16,49 €"_s, u"≈ €16.49"_s);
    row(
        "euro per call", [](F f) { return f.euro(97'850, 0.92, 4); }, u"≈ 0,0900 €"_s, u"≈ €0.0900"_s);
    row(
        "euro of no rate", [](F f) { return f.euro(1, std::nan("")); }, unknown, unknown);
    row(
        "cents", [](F f) { return f.cents(97'850); }, u"9,785 ct"_s, u"9.785 ct"_s);
    row(
        "cents bare", [](F f) { return f.cents(97'850, false); }, u"9,785"_s, u"9.785"_s);
    row(
        "cents small", [](F f) { return f.cents(5); }, u"0,001 ct"_s, u"0.001 ct"_s);
    row(
        "unit price", [](F f) { return f.unitPrice(0.07); }, u"0,07000"_s, u"0.07000"_s);
    row(
        "unit price unknown", [](F f) { return f.unitPrice({}); }, unknown, unknown);

    row(
        "number", [](F f) { return f.number(1'284); }, u"1.284"_s, u"1,284"_s);
    row(
        "decimal", [](F f) { return f.decimal(0.92, 4); }, u"0,9200"_s, u"0.9200"_s);
    row(
        "binary noise", [](F f) { return f.decimal(1.005, 2); }, u"1,01"_s, u"1.01"_s);
    row(
        "infinite", [](F f) { return f.decimal(HUGE_VAL, 2); }, unknown, unknown);
    row(
        "percent", [](F f) { return f.percent(0.9857, 1); }, u"98,6 %"_s, u"98.6%"_s);
    row(
        "percent whole", [](F f) { return f.percent(1.0, 0); }, u"100 %"_s, u"100%"_s);
    row(
        "percent of nothing", [](F f) { return f.percent(std::nan(""), 1); }, unknown, unknown);

    row(
        "latency", [](F f) { return f.latency(3'381.0); }, u"3,38 s"_s, u"3.38 s"_s);
    row(
        "latency half", [](F f) { return f.latency(2'675.0); }, u"2,68 s"_s, u"2.68 s"_s);
    row(
        "latency long", [](F f) { return f.latency(12'400.0); }, u"12,4 s"_s, u"12.4 s"_s);
    row(
        "latency edge", [](F f) { return f.latency(9'996.0); }, u"10,0 s"_s, u"10.0 s"_s);
    row(
        "latency unknown", [](F f) { return f.latency({}); }, unknown, unknown);
    row(
        "latency nonsense", [](F f) { return f.latency(-5.0); }, unknown, unknown);
    row(
        "milliseconds", [](F f) { return f.milliseconds(3'381.4); }, u"3.381"_s, u"3,381"_s);
    row(
        "milliseconds unknown", [](F f) { return f.milliseconds({}); }, unknown, unknown);

    row(
        "bytes few", [](F f) { return f.bytes(512); }, u"512 B"_s, u"512 B"_s);
    row(
        "bytes", [](F f) { return f.bytes(12'400); }, u"12,4 kB"_s, u"12.4 kB"_s);
    row(
        "bytes edge", [](F f) { return f.bytes(999'960); }, u"1,0 MB"_s, u"1.0 MB"_s);
    row(
        "bytes many", [](F f) { return f.bytes(3'200'000'000); }, u"3,2 GB"_s, u"3.2 GB"_s);
}

void TestFormats::bothLanguages()
{
    QFETCH(Say, say);
    QFETCH(QString, german);
    QFETCH(QString, english);
    QCOMPARE(plainSpaces(say(Formats(QLocale(QLocale::German)))), german);
    QCOMPARE(plainSpaces(say(Formats(QLocale(QLocale::English)))), english);
}

void TestFormats::unitsDoNotWrap()
{
    const Formats german{QLocale(QLocale::German)};
    for (const QString &text :
         {german.callCost(1), german.percent(0.5, 0), german.latency(1.0), german.cents(1),
          german.euro(1, 1.0), german.estimatedCost(1), german.bytes(1)})
        QVERIFY2(!text.contains(u' ') && text.contains(QChar::Nbsp), qPrintable(text));
}

void TestFormats::countryOfTheLocaleIsNoMatter()
{
    QCOMPARE(Formats(QLocale(QLocale::German, QLocale::Switzerland)).number(1'284), u"1.284"_s);
    QCOMPARE(Formats(QLocale(QLocale::English, QLocale::India)).number(1'284'000), u"1,284,000"_s);
    QCOMPARE(Formats(QLocale::c()).number(1'284), u"1,284"_s);
    QCOMPARE(Formats(QLocale(QLocale::French)).number(1'284), u"1,284"_s);
}

QTEST_GUILESS_MAIN(TestFormats)
#include "test_formats.moc"
