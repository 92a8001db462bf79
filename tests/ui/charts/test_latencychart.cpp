// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latencybars.h"
#include "ui/charts/latencychart.h"
#include "ui/look/look.h"

#include <QLocale>
#include <QTest>
#include <cmath>

using namespace anrufwarte;

namespace {

LatencyGroup group(const QString &name, double p50, double p90, double p95, double p99, qint64 samples = 11)
{
    LatencyGroup out;
    out.name = name;
    out.p50 = p50;
    out.p90 = p90;
    out.p95 = p95;
    out.p99 = p99;
    out.samples = samples;
    return out;
}

const LatencyGroup EndToEnd = group(QStringLiteral("e2e"), 2208.5, 3022, 3381, 3668.2);

} // namespace

class TestLatencyChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_look.install();
    }

    void barsAreSecondsAndReachAboveTheLimit()
    {
        const LatencyBars bars = latencyBars({EndToEnd}, 5000);
        QCOMPARE(bars.components, QStringList{QStringLiteral("E2E")});
        QCOMPARE(bars.seconds[2], QList<double>{3.381});
        QCOMPARE(bars.limitSeconds, 5.0);
        QCOMPARE(bars.axisMax, 6.0);
        QCOMPARE(bars.tickStep, 1.0);
        QVERIFY(bars.breaches.isEmpty());
    }

    void aBarAboveTheLimitIsABreach()
    {
        const LatencyBars bars =
            latencyBars({EndToEnd, group(QStringLiteral("llm"), 1000, 2000, 5000, 5840)}, 5000);
        QCOMPARE(bars.breaches, (QList<LatencyBars::Breach>{{1, 3, 5.84}}));
        QVERIFY(bars.axisMax > 5.84);
    }

    void missingFiguresAndGroupsWithoutMeasurementsGetNoBar()
    {
        LatencyGroup lone;
        lone.name = QStringLiteral("telepathy");
        lone.p50 = 2;
        const LatencyGroup empty = group(QStringLiteral("tts"), 0, 0, 0, 0, 0);
        const LatencyBars bars = latencyBars({lone, empty}, 5000);
        QCOMPARE(bars.components, QStringList{QStringLiteral("telepathy")});
        QCOMPARE(bars.seconds[0], QList<double>{0.002});
        QVERIFY(std::isnan(bars.seconds[3][0]));
        QVERIFY(latencyBars({}, 5000).components.isEmpty());
    }

    void stepsStayFew_data()
    {
        QTest::addColumn<double>("limitMs");
        QTest::newRow("10 ms") << 10.0;
        QTest::newRow("300 ms") << 300.0;
        QTest::newRow("2 s") << 2000.0;
        QTest::newRow("17 s") << 17000.0;
        QTest::newRow("10 min") << 600000.0;
    }
    void stepsStayFew()
    {
        QFETCH(double, limitMs);
        const LatencyBars bars = latencyBars({}, limitMs);
        const double steps = bars.axisMax / bars.tickStep;
        QVERIFY2(steps >= 1.5 && steps <= 8.01, qPrintable(QString::number(steps)));
        QVERIFY(bars.axisMax > limitMs / 1000);
    }

    void theFiguresAreSpoken()
    {
        LatencyChart chart(m_look);
        chart.setGroups({EndToEnd}, 5000);
        QCOMPARE(chart.accessibleName(), QStringLiteral("Latency per component"));
        const QString spoken = chart.accessibleDescription().replace(QChar(QChar::Nbsp), u' ');
        QVERIFY2(spoken.contains(QStringLiteral("p50 2.21 s")), qPrintable(spoken));
        QVERIFY2(spoken.contains(QStringLiteral("p95 3.38 s")), qPrintable(spoken));
        QVERIFY2(spoken.endsWith(QStringLiteral("Limit 5.00 s")), qPrintable(spoken));
    }

    void survivesThemeAndLanguage()
    {
        LatencyChart chart(m_look);
        chart.resize(320, 300);
        chart.setGroups({EndToEnd, group(QStringLiteral("llm"), 1000, 2000, 5000, 5840)}, 5000);
        chart.show();
        const QImage light = chart.grab().toImage();
        m_look.setTheme(ThemeChoice::Dark);
        QVERIFY(chart.grab().toImage() != light);
        m_look.setTheme(ThemeChoice::Light);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QEvent languageChange(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&chart, &languageChange);
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("2,21")));
    }

private:
    Look m_look;
};

QTEST_MAIN(TestLatencyChart)
#include "test_latencychart.moc"
