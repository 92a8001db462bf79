// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/when.h"

#include <QTest>

using namespace anrufwarte;

/// The tests run with TZ=Europe/Berlin.
class TestCliWhen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
};

namespace {
constexpr qint64 Now = 1'795'377'600'000; // 2026-11-22T20:00:00Z
constexpr qint64 Hour = 3'600'000;
} // namespace

void TestCliWhen::understands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("days") << QStringLiteral("7d") << Now - 7 * 24 * Hour;
    QTest::newRow("hours") << QStringLiteral("24h") << Now - 24 * Hour;
    QTest::newRow("minutes") << QStringLiteral("90m") << Now - 90 * 60'000;
    QTest::newRow("date is local midnight") << QStringLiteral("2026-11-22") << Now - 21 * Hour;
    QTest::newRow("time with zone") << QStringLiteral("2026-11-22T20:00:00Z") << Now;
    QTest::newRow("time with offset") << QStringLiteral("2026-11-22T22:00:00+02:00") << Now;
    QTest::newRow("local time") << QStringLiteral("2026-11-22T21:00:00") << Now;
    QTest::newRow("minutes are enough") << QStringLiteral("2026-11-22T21:00") << Now;
    QTest::newRow("a space instead of T") << QStringLiteral("2026-11-22 21:00") << Now;
}

void TestCliWhen::understands()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QCOMPARE(parseWhen(text, Now), std::optional(ms));
}

void TestCliWhen::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "yesterday", "7", "-7d", "7w", "7 d", "22.11.2026", "2026-13-01", "2026-11-22T25:00",
          "2026-11-22nonsense", "2026-11-22 nonsense", "2026-11-22 10:00 nonsense", "2026-11"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestCliWhen::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!parseWhen(text, Now));
}

QTEST_GUILESS_MAIN(TestCliWhen)
#include "test_cli_when.moc"
