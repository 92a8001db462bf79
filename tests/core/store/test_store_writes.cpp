// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/storefixture.h"

#include <QThread>
#include <algorithm>

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

QString callName(int n)
{
    return QStringLiteral("call_%1").arg(n);
}

QList<CallChange> lifeOfACall(const QString &id)
{
    return {
        ChangeBuilder(id).started(T0).with(Field::FromNumber, u"+4930123").with(Field::AgentName, u"Empfang"),
        ChangeBuilder(id)
            .ended(T0 + 60'000)
            .with(Field::DurationMs, 60'000)
            .with(Field::Cost, R"({"combined_cost":12})"),
        ChangeBuilder(id)
            .analysed(T0 + 65'000)
            .with(Field::Summary, u"Kurz.")
            .with(Field::DurationMs, 60'010),
        ChangeBuilder(id).ended(T0 + 61'000).by(Source::Resync).with(Field::Transcript, u"Agent: Hallo")};
}

} // namespace

class TestStoreWrites : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void duplicateChangesNothing();
    void anyOrderGivesTheSameRow();
    void textMayBeginWithAByteOrderMark();
    void historySaysWhoAndWhy();
    void correctedOnlyByQuestion();
    void answersComeAfterTheDurableCommit();
    void updatesCarryEachCallOnce();
    void deliveryIsWrittenWithItsChanges();
    void queueFullIsSaidAtOnce();
    void oneBadBatchDoesNotSinkOthers();
    void answersForAGoneContextAreDropped();
    void otherProcessIsAnnounced();
    void closingWritesWhatIsQueued();
    void throughput();
};

void TestStoreWrites::duplicateChangesNothing()
{
    StoreFixture f;
    QVERIFY(f.open());
    QSignalSpy committed(f.store.get(), &CallStore::committed);
    const CallChange change = lifeOfACall(QStringLiteral("call_1")).at(1);
    QVERIFY(f.write(change));
    QTRY_COMPARE(committed.size(), 1);
    CallReader reader = f.reader();
    const Call first = *reader.call(QStringLiteral("call_1"));
    f.clock.advance(5000);
    const Result<BatchOutcome> again = f.write(change);
    QVERIFY(again);
    QCOMPARE(again->callsChanged, 0);
    Call second = *reader.call(QStringLiteral("call_1"));
    QCOMPARE(second.row.lastSeenMs, T0 + 5000);
    QVERIFY(second.row.revision > first.row.revision);
    second.row.lastSeenMs = first.row.lastSeenMs;
    second.row.revision = first.row.revision;
    QCOMPARE(second, first);
    QCOMPARE(reader.history(first.row.id)->size(), 1);
    QTRY_COMPARE(committed.size(), 2); // the last sign of life moved
}

void TestStoreWrites::anyOrderGivesTheSameRow()
{
    std::optional<CallRecord> expected;
    QList<int> order{0, 1, 2, 3};
    do {
        StoreFixture f;
        QVERIFY(f.open());
        const QList<CallChange> life = lifeOfACall(QStringLiteral("call_1"));
        for (const int i : order)
            QVERIFY(f.write(life.at(i)));
        CallReader reader = f.reader();
        const Result<Call> call = reader.call(QStringLiteral("1"));
        QVERIFY(call);
        QCOMPARE(call->row.state, CallState::Completed);
        QCOMPARE(call->row.durationMs, std::optional<qint64>(60'010));
        if (!expected)
            expected = call->record;
        QCOMPARE(call->record, *expected);
    } while (std::next_permutation(order.begin(), order.end()));
}

void TestStoreWrites::textMayBeginWithAByteOrderMark()
{
    StoreFixture f;
    QVERIFY(f.open());
    for (const QString &text :
         {QStringLiteral("\uFEFFa"), QStringLiteral("\uFFFEa"), QStringLiteral("\uFEFF\uFFFEa")}) {
        const QString id = u"call_" + text;
        QVERIFY(f.write(ChangeBuilder(id).ended(T0).with(Field::Transcript, text)));
        // As it is in the file: reading it as UTF-16, SQLite shows U+FFFE as U+FFFD.
        QCOMPARE(f.ask("SELECT hex(transcript) FROM calls ORDER BY id DESC LIMIT 1").toByteArray(),
                 text.toUtf8().toHex().toUpper());
    }
}

void TestStoreWrites::historySaysWhoAndWhy()
{
    StoreFixture f;
    QVERIFY(f.open());
    const QList<CallChange> life = lifeOfACall(QStringLiteral("call_1"));
    QVERIFY(f.write(life.at(0)));
    f.clock.advance(1000);
    CallChange longText = life.at(1);
    longText.facts.append({Field::Transcript, QString(5000, u'a'), 0});
    QVERIFY(f.write(longText));
    CallReader reader = f.reader();
    const QList<HistoryEntry> history = *reader.history(LocalCallId(1));
    QCOMPARE(history.size(), 5);
    QCOMPARE(history.at(0).field, QStringLiteral("call_status"));
    QCOMPARE(history.at(0).after, QStringLiteral("ongoing"));
    const HistoryEntry &status = history.at(1);
    QCOMPARE(status.before, QStringLiteral("ongoing"));
    QCOMPARE(status.after, QStringLiteral("ended"));
    QCOMPARE(status.changedMs, T0 + 1000);
    QCOMPARE(status.source, Source::Webhook);
    QCOMPARE(status.reason, QStringLiteral("call_ended webhook"));
    QCOMPARE(history.at(4).after, QString(200, u'a') + QStringLiteral("…"));
    QCOMPARE(
        f.ask("SELECT count(*) FROM call_changes WHERE field = 'duration_ms' AND before IS NULL").toInt(), 1);
}

void TestStoreWrites::correctedOnlyByQuestion()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(1)).started(T0))));
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(1)).ended(T0 + 1).by(Source::Poll))));
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(1)).analysed(T0 + 2)))); // the late webhook
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(2)).started(T0))));
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(2)).ended(T0 + 1))));
    QVERIFY(f.write(
        CallChange(ChangeBuilder(callName(2)).ended(T0 + 2).by(Source::Resync).with(Field::Summary, u"x"))));
    CallReader reader = f.reader();
    const CallRow first = reader.call(QStringLiteral("1"))->row;
    QVERIFY(first.corrected);
    QCOMPARE(first.finishedSeenMs, T0);
    QCOMPARE(first.lastSource, Source::Webhook);
    const CallRow second = reader.call(QStringLiteral("2"))->row;
    QVERIFY(!second.corrected);
    QCOMPARE(second.lastSource, Source::Resync);
}

void TestStoreWrites::answersComeAfterTheDurableCommit()
{
    StoreFixture f;
    QVERIFY(f.open());
    const auto other = f.other();
    int seen = 0;
    int answered = 0;
    constexpr int Count = 200;
    for (int i = 0; i < Count; ++i) {
        const QString id = callName(i);
        QVERIFY(f.store->submit(
            ChangeBuilder(id).ended(T0).batch(), this, [&, id](const Result<BatchOutcome> &result) {
                QVERIFY(result);
                Statement select =
                    other->statement(QStringLiteral("SELECT count(*) FROM calls WHERE retell_call_id = ?"));
                QVERIFY(select.run(id) && select.next());
                seen += int(select.integer(0));
                ++answered;
            }));
    }
    QTRY_COMPARE(answered, Count);
    QCOMPARE(seen, Count);
    const qint64 commits = f.ask("SELECT max(revision) FROM calls").toLongLong();
    QVERIFY2(commits < Count, "batches that wait together share a commit");
}

void TestStoreWrites::updatesCarryEachCallOnce()
{
    StoreFixture f;
    QVERIFY(f.open());
    QSignalSpy committed(f.store.get(), &CallStore::committed);
    ChangeBatch batch;
    batch.changes = lifeOfACall(QStringLiteral("call_1")) + lifeOfACall(QStringLiteral("call_2"));
    const Result<BatchOutcome> written = f.write(batch);
    QVERIFY(written);
    QCOMPARE(written->callsChanged, 2);
    QTRY_COMPARE(committed.size(), 1);
    const auto updates = committed.first().first().value<CallUpdates>();
    QCOMPARE(updates.rows.size(), 2);
    QCOMPARE(updates.acceptedMs, T0);
    CallReader reader = f.reader();
    QCOMPARE(updates.rows.at(0), reader.call(QStringLiteral("call_1"))->row);
    QCOMPARE(qint64(updates.rows.at(0).revision), updates.revision);
}

void TestStoreWrites::deliveryIsWrittenWithItsChanges()
{
    StoreFixture f;
    QVERIFY(f.open());
    ChangeBatch batch = ChangeBuilder(QStringLiteral("call_1")).ended(T0).batch();
    const QByteArray body = "{\"event\":\"call_ended\"," + QByteArray(20000, ' ') + "}";
    batch.delivery = acceptedDelivery(T0, body);
    const Result<BatchOutcome> written = f.write(batch);
    QVERIFY(written);
    CallReader reader = f.reader();
    const Result<DeliveryRecord> record = reader.delivery(written->delivery);
    QVERIFY(record);
    DeliveryRecord expected = *batch.delivery;
    expected.id = written->delivery;
    QCOMPARE(*record, expected);
    QVERIFY(f.ask("SELECT length(body) FROM delivery_bodies").toLongLong() < 1000);
    QVERIFY(reader.delivery(DeliveryId(99)).error().code == ErrorCode::DeliveryNotFound);
}

void TestStoreWrites::queueFullIsSaidAtOnce()
{
    StoreFixture f;
    f.options.maxQueuedBatches = 4;
    f.options.busyTimeoutMs = 300;
    QVERIFY(f.open());
    const auto other = f.other();
    QVERIFY(other->run(QStringLiteral("BEGIN IMMEDIATE"))); // nothing gets through
    int answers = 0;
    int full = 0;
    for (int i = 0; i < 50; ++i) {
        const Result<void> taken = f.store->submit(ChangeBuilder(callName(i)).ended(T0).batch(), this,
                                                   [&answers](const Result<BatchOutcome> &) { ++answers; });
        if (!taken) {
            QCOMPARE(taken.error().code, ErrorCode::QueueFull);
            ++full;
        }
    }
    QVERIFY(full > 0);
    QVERIFY(other->run(QStringLiteral("ROLLBACK")));
    QTRY_COMPARE(answers, 50 - full);
}

void TestStoreWrites::oneBadBatchDoesNotSinkOthers()
{
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.other()->run(
        QStringLiteral("CREATE TRIGGER bad BEFORE INSERT ON calls WHEN NEW.retell_call_id = 'call_5' "
                       "BEGIN SELECT RAISE(ABORT, 'bad'); END")));
    QList<bool> good;
    for (int i = 0; i < 10; ++i) {
        QVERIFY(f.store->submit(
            ChangeBuilder(callName(i)).ended(T0).batch(), this,
            [&good](const Result<BatchOutcome> &result) { good.append(result.has_value()); }));
    }
    QTRY_COMPARE(good.size(), 10);
    QCOMPARE(good.count(true), 9);
    QVERIFY(!good.at(5));
    QCOMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 9);
    QVERIFY(f.store->health().writable);
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(3)).analysed(T0 + 1))));
}

void TestStoreWrites::answersForAGoneContextAreDropped()
{
    StoreFixture f;
    QVERIFY(f.open());
    bool called = false;
    for (int i = 0; i < 50; ++i) {
        QObject shortLived;
        QVERIFY(f.store->submit(ChangeBuilder(callName(i)).ended(T0).batch(), &shortLived,
                                [&called](const Result<BatchOutcome> &) { called = true; }));
    }
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(99)).ended(T0))));
    QVERIFY(!called);
    QCOMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 51);
}

void TestStoreWrites::otherProcessIsAnnounced()
{
    StoreFixture f;
    QVERIFY(f.open());
    QSignalSpy committed(f.store.get(), &CallStore::committed);
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(1)).started(T0))));
    QTRY_COMPARE(committed.size(), 1);
    StoreFixture beside;
    beside.options = f.options;
    beside.options.keepsHouse = false;
    QVERIFY(beside.open());
    QVERIFY(beside.write(CallChange(ChangeBuilder(callName(1)).ended(T0 + 1).by(Source::Resync))));
    QTRY_COMPARE_WITH_TIMEOUT(committed.size(), 2, 1500);
    const auto updates = committed.at(1).first().value<CallUpdates>();
    QCOMPARE(updates.rows.size(), 1);
    QCOMPARE(updates.rows.first().state, CallState::Completed);
    // What we remember of it is stale now: a merge on top must see the other's write.
    QVERIFY(beside.write(
        CallChange(ChangeBuilder(callName(1)).ended(T0 + 1).by(Source::Resync).with(Field::Summary, u"da"))));
    QVERIFY(f.write(CallChange(ChangeBuilder(callName(1)).analysed(T0 + 2))));
    CallReader reader = f.reader();
    QCOMPARE(textOf(reader.call(callName(1))->record, Field::Summary), QStringLiteral("da"));
}

void TestStoreWrites::closingWritesWhatIsQueued()
{
    StoreFixture f;
    QVERIFY(f.open());
    for (int i = 0; i < 500; ++i)
        QVERIFY(f.store->submit(ChangeBuilder(callName(i)).ended(T0).batch(), this,
                                [](const Result<BatchOutcome> &) {}));
    f.close();
    QCOMPARE(f.ask("SELECT count(*) FROM calls").toInt(), 500);
}

void TestStoreWrites::throughput()
{
    StoreFixture f;
    QVERIFY(f.open());
    constexpr int Count = 3000;
    int answered = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < Count; ++i) {
        ChangeBatch batch;
        batch.changes = {lifeOfACall(callName(i)).at(1)};
        batch.delivery = acceptedDelivery(T0, QByteArray(2000, 'x'));
        QVERIFY(f.store->submit(batch, this, [&answered](const Result<BatchOutcome> &) { ++answered; }));
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, Count, 60000);
    qInfo("%.0f durable batches/s (2 kB bodies)", Count * 1000.0 / double(qMax(qint64(1), timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestStoreWrites)
#include "test_store_writes.moc"
