// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <QTest>
#include <limits>

using namespace anrufwarte;

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountsAreRoundedNeverCut_data();
    void amountsAreRoundedNeverCut();
    void whatDoesNotFitIsEmpty();
    void centsAreRoundedHalfUp_data();
    void centsAreRoundedHalfUp();
};

void TestMoney::amountsAreRoundedNeverCut_data()
{
    QTest::addColumn<double>("amount");
    QTest::addColumn<qint64>("perUnit");
    QTest::addColumn<qint64>("micros");
    const auto row = [](const char *name, double amount, MicroDollars perUnit, MicroDollars micros) {
        QTest::newRow(name) << amount << perUnit << micros;
    };
    row("call 559 in cents", 9.785, MicrosPerCent, 97'850);
    row("call 559 in dollars", 9.785, MicrosPerDollar, 9'785'000);
    row("8.03 * 100 is 802.9999 in binary", 8.03, MicrosPerDollar, 8'030'000);
    row("0.29", 0.29, MicrosPerDollar, 290'000);
    row("1.005", 1.005, MicrosPerDollar, 1'005'000);
    row("half a micro", 0.00005, MicrosPerCent, 1);
    row("below half", 0.000049, MicrosPerCent, 0);
    row("negative half", -0.00005, MicrosPerCent, -1);
    row("zero", 0.0, MicrosPerDollar, 0);
    row("minus zero", -0.0, MicrosPerDollar, 0);
}

void TestMoney::amountsAreRoundedNeverCut()
{
    QFETCH(double, amount);
    QFETCH(qint64, perUnit);
    QFETCH(qint64, micros);
    QCOMPARE(microsFrom(amount, perUnit), micros);
}

void TestMoney::whatDoesNotFitIsEmpty()
{
    using Limits = std::numeric_limits<double>;
    for (const double amount :
         {Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN(), Limits::max(), 1e10})
        QVERIFY(!microsFrom(amount, MicrosPerDollar));
    QVERIFY(microsFrom(8e9, MicrosPerDollar));
}

void TestMoney::centsAreRoundedHalfUp_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<qint64>("cents");
    const auto row = [](MicroDollars micros, qint64 cents) {
        QTest::addRow("%lld", static_cast<long long>(micros)) << micros << cents;
    };
    row(9'785'000, 979);
    row(97'850, 10);
    row(80'300, 8);
    row(8'030'000, 803);
    row(4'999, 0);
    row(5'000, 1);
    row(14'999, 1);
    row(15'000, 2);
    row(0, 0);
    row(-4'999, 0);
    row(-5'000, 0);
    row(-5'001, -1);
    row(-15'000, -1);
}

void TestMoney::centsAreRoundedHalfUp()
{
    QFETCH(qint64, micros);
    QFETCH(qint64, cents);
    QCOMPARE(wholeCents(micros), cents);
}

QTEST_GUILESS_MAIN(TestMoney)
#include "test_money.moc"
