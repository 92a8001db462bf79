// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/asyncreader.h"
#include "tests/core/store/storefixture.h"
#include "tests/ui/resync/sampleresults.h"
#include "ui/resync/resyncdata.h"

using namespace anrufwarte;

/// What the page shows is what the store has.
class TestResyncData : public QObject
{
    Q_OBJECT
private:
    static bool write(test::StoreFixture &fixture, const SyncNotes &notes)
    {
        bool done = false;
        const auto submitted = fixture.store->submit(
            {{}, {}, std::make_shared<const SyncNotes>(notes)}, fixture.store.get(),
            [&done](const Result<BatchOutcome> &outcome) { done = outcome.has_value(); });
        return submitted.has_value() && QTest::qWaitFor([&done] { return done; });
    }

private Q_SLOTS:
    void readsRunsAndTheirResults()
    {
        test::StoreFixture fixture;
        QVERIFY(fixture.open());
        SyncNotes notes;
        notes.run = test::finishedRun();
        notes.results = {test::updatedCall(), test::failedCall()};
        QVERIFY(write(fixture, notes));
        AsyncReader reader({fixture.options.file});
        ResyncData data(reader);
        QSignalSpy runs(&data, &ResyncData::runsRead);
        QSignalSpy open(&data, &ResyncData::incompleteRead);
        data.load();
        QVERIFY(runs.wait());
        const auto read = runs.at(0).at(0).value<QList<ResyncRun>>();
        QCOMPARE(read.size(), 1);
        QCOMPARE(read.constFirst().updated, 20);
        QCOMPARE(open.count(), 1);
        QCOMPARE(open.at(0).at(0).value<IncompleteOverview>().total, 0);

        QSignalSpy results(&data, &ResyncData::resultsRead);
        data.loadResults(read.constFirst());
        QVERIFY(results.wait());
        const auto list = results.at(0).at(1).value<QList<ResyncResult>>();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(0).deltas, test::updatedCall().deltas);
    }

    void onlyTheRunChosenLastIsShown()
    {
        test::StoreFixture fixture;
        QVERIFY(fixture.open());
        AsyncReader reader({fixture.options.file});
        ResyncData data(reader);
        QSignalSpy results(&data, &ResyncData::resultsRead);
        ResyncRun first = test::finishedRun(), second = test::finishedRun();
        second.startedMs += 1;
        data.loadResults(first);
        data.loadResults(second);
        QVERIFY(results.wait());
        QCOMPARE(results.count(), 1);
        QCOMPARE(results.at(0).at(0).value<ResyncRun>().startedMs, second.startedMs);
    }

    void changesAreReadOnceAndSoon()
    {
        test::StoreFixture fixture;
        QVERIFY(fixture.open());
        AsyncReader reader({fixture.options.file});
        ResyncData data(reader);
        QSignalSpy open(&data, &ResyncData::incompleteRead);
        for (int i = 0; i < 100; ++i)
            data.loadSoon();
        QVERIFY(open.wait());
        QCOMPARE(open.count(), 1);
    }
};

QTEST_MAIN(TestResyncData)
#include "test_resync_data.moc"
