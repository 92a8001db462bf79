// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/requestbudget.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace anrufwarte;

class TestRequestBudget : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void gapsAreNeverShorter();
    void distanceCountsFromWhatHasLeft();
    void onlySoManyAreOnTheirWay();
    void runningCallsGoFirst();
    void pauseHoldsBackAll();
    void clearForgetsButKeepsTheDistance();
    void startsByItself();
};

void TestRequestBudget::gapsAreNeverShorter()
{
    test::FakeClock clock;
    RequestBudget budget(clock);
    budget.setLimits({100, 64});
    QList<qint64> starts;
    for (int i = 0; i < 20; ++i)
        budget.enqueue(Precedence::Automatic, [&] { starts.append(clock.steadyMs()); });
    for (int i = 0; starts.size() < 20; ++i) {
        clock.advance(1 + i * 7 % 130); // turns come late, early and irregularly
        budget.turn();
        QVERIFY(i < 10'000);
    }
    for (qsizetype i = 1; i < starts.size(); ++i)
        QVERIFY2(starts[i] - starts[i - 1] >= 100, qPrintable(QString::number(starts[i] - starts[i - 1])));
}

void TestRequestBudget::distanceCountsFromWhatHasLeft()
{
    test::FakeClock clock;
    RequestBudget budget(clock);
    budget.setLimits({100, 64});
    int started = 0;
    for (int i = 0; i < 3; ++i)
        budget.enqueue(Precedence::Automatic, [&] { ++started; });
    budget.turn();
    clock.advance(40); // a connection had to be opened first
    budget.noteSent();
    clock.advance(99);
    budget.turn();
    QCOMPARE(started, 1);
    clock.advance(1);
    budget.turn();
    QCOMPARE(started, 2);
}

void TestRequestBudget::onlySoManyAreOnTheirWay()
{
    test::FakeClock clock;
    RequestBudget budget(clock);
    budget.setLimits({1, 3});
    int started = 0;
    for (int i = 0; i < 10; ++i)
        budget.enqueue(Precedence::Running, [&] { ++started; });
    const auto turns = [&](int count) {
        for (int i = 0; i < count; ++i) {
            clock.advance(10);
            budget.turn();
        }
    };
    turns(20);
    QCOMPARE(started, 3);
    budget.finished();
    turns(20);
    QCOMPARE(started, 4);
    budget.finished();
    budget.finished();
    budget.finished();
    budget.finished();
    turns(20);
    QCOMPARE(started, 7);
}

void TestRequestBudget::runningCallsGoFirst()
{
    test::FakeClock clock;
    RequestBudget budget(clock);
    budget.setLimits({100, 8});
    QByteArray order;
    budget.enqueue(Precedence::Manual, [&] { order += 'm'; });
    budget.enqueue(Precedence::Automatic, [&] { order += 'a'; });
    budget.enqueue(Precedence::Running, [&] { order += '1'; });
    budget.enqueue(Precedence::Running, [&] { order += '2'; });
    for (int i = 0; i < 4; ++i) {
        clock.advance(101);
        budget.turn();
    }
    QCOMPARE(order, QByteArray("12am"));
}

void TestRequestBudget::pauseHoldsBackAll()
{
    test::FakeClock clock;
    RequestBudget budget(clock);
    budget.setLimits({100, 8});
    budget.pauseUntil(clock.steadyMs() + 20'000);
    budget.pauseUntil(clock.steadyMs() + 1'000); // does not shorten
    bool started = false;
    budget.enqueue(Precedence::Running, [&] { started = true; });
    clock.advance(19'999);
    budget.turn();
    QVERIFY(!started);
    clock.advance(1);
    budget.turn();
    QVERIFY(started);
}

void TestRequestBudget::clearForgetsButKeepsTheDistance()
{
    test::FakeClock clock;
    RequestBudget budget(clock);
    budget.setLimits({100, 1});
    int started = 0;
    budget.enqueue(Precedence::Running, [&] { ++started; });
    budget.turn();
    budget.enqueue(Precedence::Running, [&] { started += 100; });
    budget.clear();
    budget.enqueue(Precedence::Running, [&] { ++started; });
    clock.advance(99);
    budget.turn();
    QCOMPARE(started, 1);
    clock.advance(2);
    budget.turn();
    QCOMPARE(started, 2);
}

void TestRequestBudget::startsByItself()
{
    const SystemClock clock;
    RequestBudget budget(clock);
    budget.setLimits({20, 8});
    QList<qint64> starts;
    for (int i = 0; i < 5; ++i)
        budget.enqueue(Precedence::Running, [&] { starts.append(clock.steadyMs()); });
    QVERIFY(starts.isEmpty()); // never from within enqueue()
    QTRY_COMPARE(starts.size(), 5);
    QVERIFY(starts.last() - starts.first() >= 80);
}

QTEST_GUILESS_MAIN(TestRequestBudget)
#include "test_requestbudget.moc"
