// SPDX-License-Identifier: GPL-3.0-or-later
// What a flood costs: information, no time limits. Numbers differ between machines; compare runs of one
// machine only.
#include "core/store/callstore.h"
#include "democalls.h"
#include "tests/support/fakeclock.h"
#include "ui/calls/livepage.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <ctime>

using namespace anrufwarte;
using namespace anrufwarte::test;

class TestCallsLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flood_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("perSecond");
        QTest::addRow("30 rows, 100/s") << 30 << 100;
        QTest::addRow("30 rows, 1,000/s") << 30 << 1000;
        QTest::addRow("30 rows, 10,000/s") << 30 << 10'000;
        QTest::addRow("10,000 rows, 1,000/s") << 10'000 << 1000;
        QTest::addRow("10,000 rows, 10,000/s") << 10'000 << 10'000;
    }

    void flood()
    {
        QFETCH(int, rows);
        QFETCH(int, perSecond);
        Look look;
        look.install();
        QTemporaryDir dir;
        const test::FakeClock clock(DemoNow);
        StoreOptions options;
        options.file = dir.filePath(QStringLiteral("calls.sqlite"));
        const auto store = CallStore::open(options, clock);
        QVERIFY(store);
        AsyncReader reader(ReaderOptions{options.file, CostUnitChoice::Auto});
        QSettings state(dir.filePath(QStringLiteral("state.ini")), QSettings::IniFormat);
        LivePage page(look, reader, clock, Settings{}, state);
        page.resize(1280, 800);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));

        QList<CallRow> calls;
        for (int i = 0; i < rows; ++i)
            calls.append(runningCall(i, DemoNow - 60'000 + i));
        page.applyUpdates({1, DemoNow, calls});
        QTRY_COMPARE(page.table()->view(BoardGroup::Running)->model()->rowCount(), rows);

        constexpr int SliceMs = 4, RunMs = 2000;
        QRandomGenerator random(3);
        int sent = 0;
        QElapsedTimer elapsed;
        QTimer sender;
        sender.setTimerType(Qt::PreciseTimer);
        connect(&sender, &QTimer::timeout, this, [&] {
            const int due = static_cast<int>(elapsed.elapsed() * perSecond / 1000);
            QList<CallRow> updates;
            for (; sent < due; ++sent) {
                CallRow &row = calls[random.bounded(rows)];
                ++row.revision;
                row.sentiment = sent % 2 == 0 ? QStringLiteral("Neutral") : QStringLiteral("Positive");
                row.completeness.present = static_cast<quint8>(random.bounded(64));
                updates.append(row);
            }
            page.applyUpdates({sent, DemoNow, updates});
        });
        // A timer that wants to fire all the time shows how long a turn of the event loop kept it waiting.
        qint64 longest = 0;
        QElapsedTimer turn;
        QTimer heartbeat;
        heartbeat.setTimerType(Qt::PreciseTimer);
        connect(&heartbeat, &QTimer::timeout, this, [&] {
            if (turn.isValid())
                longest = std::max(longest, turn.nsecsElapsed());
            turn.start();
        });
        heartbeat.start(1);
        elapsed.start();
        const std::clock_t before = std::clock();
        sender.start(SliceMs);
        QTRY_VERIFY_WITH_TIMEOUT(elapsed.elapsed() >= RunMs, RunMs + 2000);
        const double cpu = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC * 1000.0 / RunMs;
        qInfo("%d rows, %d updates sent: CPU %.0f %%, longest turn %.1f ms", rows, sent, cpu * 100,
              static_cast<double>(longest) / 1e6);
    }
};

QTEST_MAIN(TestCallsLoad)
#include "test_calls_load.moc"
