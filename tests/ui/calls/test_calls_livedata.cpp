// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/board/boardrows.h"
#include "tests/support/fakeclock.h"
#include "ui/calls/livedata.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

class TestCallsLiveData : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    FakeClock m_clock{Noon};
    AsyncReader m_reader{ReaderOptions{m_dir.filePath(QStringLiteral("none.sqlite")), CostUnitChoice::Auto}};

    static CallUpdates one(int number) { return {number, Noon, {runningCall(number)}}; }

private Q_SLOTS:
    void afterAPauseNewsAreShownAtOnce()
    {
        LiveData data(m_reader, m_clock);
        QSignalSpy edited(&data, &LiveData::edited);
        m_clock.advance(1'000);
        data.take(one(1));
        QCOMPARE(edited.count(), 0); // what else waits in the event loop comes along
        data.take(one(2));
        QCoreApplication::processEvents(); // without waiting for anything
        QCOMPARE(edited.count(), 1);
        QCOMPARE(data.board().counts().ongoing, 2);
    }

    void withinAFrameTheyAreGathered()
    {
        LiveData data(m_reader, m_clock);
        QSignalSpy edited(&data, &LiveData::edited);
        m_clock.advance(1'000);
        data.take(one(1));
        QTRY_COMPARE(edited.count(), 1);
        for (int number = 2; number < 50; ++number) {
            data.take(one(number));
            QCoreApplication::sendPostedEvents();
        }
        QCOMPARE(edited.count(), 1);
        QTRY_COMPARE(edited.count(), 2);
        QCOMPARE(data.board().counts().ongoing, 49);
    }
};

QTEST_MAIN(TestCallsLiveData)
#include "test_calls_livedata.moc"
