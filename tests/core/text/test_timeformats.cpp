// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/formats.h"
#include "tests/core/text/languages.h"

#include <QDateTime>
#include <QTest>
#include <limits>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {
/// Saturday 4 October 2025, 17:42:36 in Berlin (UTC+02:00).
constexpr qint64 Moment = 1'759'592'556'000;
constexpr qint64 Second = 1'000;
constexpr qint64 Minute = 60 * Second;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;
const QLocale German(QLocale::German);
const QLocale English(QLocale::English);
} // namespace

class TestTimeFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void duration_data();
    void duration();
    void spokenDuration_data();
    void spokenDuration();
    void points();
    void relative_data();
    void relative();
};

void TestTimeFormats::duration_data()
{
    QTest::addColumn<std::optional<qint64>>("ms");
    QTest::addColumn<QString>("text");
    using Ms = std::optional<qint64>;
    QTest::newRow("call 559") << Ms(71'000) << u"01:11"_s;
    QTest::newRow("half second up") << Ms(71'500) << u"01:12"_s;
    QTest::newRow("an hour") << Ms(Hour + 4 * Minute + 9 * Second) << u"1:04:09"_s;
    QTest::newRow("days") << Ms(100 * Hour) << u"100:00:00"_s;
    QTest::newRow("zero") << Ms(0) << u"00:00"_s;
    QTest::newRow("negative") << Ms(-71'000) << u"00:00"_s;
    QTest::newRow("lowest") << Ms(std::numeric_limits<qint64>::min()) << u"00:00"_s;
    QTest::newRow("highest") << Ms(std::numeric_limits<qint64>::max()) << u"2562047788015:12:56"_s;
    QTest::newRow("unknown") << Ms() << Formats::unknown();
}

void TestTimeFormats::duration()
{
    QFETCH(std::optional<qint64>, ms);
    QFETCH(QString, text);
    QCOMPARE(Formats(German).duration(ms), text);
    QCOMPARE(Formats(English).duration(ms), text);
}

void TestTimeFormats::spokenDuration_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("german");
    QTest::addColumn<QString>("english");
    QTest::newRow("minutes and seconds")
        << 4 * Minute + 12 * Second << u"4 Minuten 12"_s << u"4 minutes 12"_s;
    QTest::newRow("one minute") << Minute << u"1 Minute"_s << u"1 minute"_s;
    QTest::newRow("one second") << Second << u"1 Sekunde"_s << u"1 second"_s;
    QTest::newRow("nothing") << qint64(0) << u"0 Sekunden"_s << u"0 seconds"_s;
    QTest::newRow("hours") << Hour + 4 * Minute + 9 * Second << u"1 Stunde 4 Minuten"_s
                           << u"1 hour 4 minutes"_s;
    QTest::newRow("negative") << -Minute << u"0 Sekunden"_s << u"0 seconds"_s;
}

void TestTimeFormats::spokenDuration()
{
    QFETCH(qint64, ms);
    QFETCH(QString, german);
    QFETCH(QString, english);
    {
        const test::German language;
        QCOMPARE(Formats().spokenDuration(ms), german);
    }
    const test::English language;
    QCOMPARE(Formats().spokenDuration(ms), english);
}

void TestTimeFormats::points()
{
    const Formats german(German);
    QCOMPARE(german.clock(Moment), u"17:42:36"_s);
    QCOMPARE(german.date(Moment), u"Sa., 04.10.2025"_s);
    QCOMPARE(german.dateTime(Moment), u"Sa., 04.10.2025, 17:42:36"_s);
    QCOMPARE(german.dateTimeWithOffset(Moment), u"Sa., 04.10.2025, 17:42:36 (UTC+02:00)"_s);
    QCOMPARE(german.timeOrDate(Moment, Moment + Hour), u"17:42:36"_s);
    QCOMPARE(german.timeOrDate(Moment, Moment + Day), u"04.10.2025, 17:42"_s);

    const Formats english(English);
    QCOMPARE(english.clock(Moment), u"17:42:36"_s);
    QCOMPARE(english.dateTime(Moment), u"Sat 4 Oct 2025, 17:42:36"_s);
    QCOMPARE(english.timeOrDate(Moment, Moment + Day), u"4 Oct 2025, 17:42"_s);
    QCOMPARE(english.remaining(100 * Second), u"about 1:40 min left"_s);

    const test::German language;
    QCOMPARE(Formats().remaining(100 * Second), u"noch etwa 1:40 min"_s);
}

void TestTimeFormats::relative_data()
{
    QTest::addColumn<qint64>("ago");
    QTest::addColumn<QString>("german");
    QTest::addColumn<QString>("english");
    QTest::newRow("seconds") << 4 * Second << u"vor 4 s"_s << u"4 s ago"_s;
    QTest::newRow("last second") << Minute - 1 << u"vor 59 s"_s << u"59 s ago"_s;
    QTest::newRow("minute") << Minute << u"vor 1 min"_s << u"1 min ago"_s;
    QTest::newRow("minutes") << 3 * Minute << u"vor 3 min"_s << u"3 min ago"_s;
    QTest::newRow("last minute") << Hour - 1 << u"vor 59 min"_s << u"59 min ago"_s;
    QTest::newRow("hour") << Hour << u"16:42:36"_s << u"16:42:36"_s;
    QTest::newRow("yesterday") << Day << u"03.10.2025, 17:42"_s << u"3 Oct 2025, 17:42"_s;
    QTest::newRow("now") << qint64(0) << u"vor 0 s"_s << u"0 s ago"_s;
    QTest::newRow("clock set back a little") << -5 * Second << u"vor 0 s"_s << u"0 s ago"_s;
    QTest::newRow("future") << -2 * Minute << u"17:44:36"_s << u"17:44:36"_s;
}

void TestTimeFormats::relative()
{
    QFETCH(qint64, ago);
    QFETCH(QString, german);
    QFETCH(QString, english);
    QCOMPARE(Formats(English).relative(Moment - ago, Moment), english);
    const test::German language;
    QCOMPARE(Formats().relative(Moment - ago, Moment), german);
}

QTEST_GUILESS_MAIN(TestTimeFormats)
#include "test_timeformats.moc"
