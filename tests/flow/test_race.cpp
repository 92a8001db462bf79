// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks and answers of the poller about the same call, at the same time and in every order, into a real
// store.
#include "app/simulator/callplanner.h"
#include "core/retell/answerdecoder.h"
#include "core/store/callreader.h"
#include "core/store/callstore.h"
#include "tests/support/verifiedbody.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <algorithm>
#include <atomic>
#include <barrier>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1'790'000'000'000;
constexpr int Rounds = 1'000;
constexpr int Patience = 60'000;

/// All that is ever said about one call.
struct Life
{
    CallId callId;
    QList<CallChange> webhooks;
    QList<CallChange> answers;

    [[nodiscard]] QList<CallChange> all() const { return webhooks + answers; }
};

CallChange webhook(const QString &event, const QJsonObject &call, qint64 atMs)
{
    const QJsonObject envelope{{u"event"_s, event}, {u"call"_s, call}, {u"event_timestamp"_s, atMs}};
    return test::changeFromWebhook(QJsonDocument(envelope).toJson(QJsonDocument::Compact), atMs);
}

CallChange answer(const QJsonObject &call, qint64 atMs)
{
    const auto document = JsonBody::parse(QJsonDocument(call).toJson(QJsonDocument::Compact));
    return decodeAnswer(document->root(), atMs, Source::Poll).value();
}

/// As Retell would tell it: three webhooks, and in between a poll, a list without transcripts, a get-call.
Life lifeOf(const simulator::PlannedCall &call)
{
    const qint64 half = call.startMs + call.durationMs / 2;
    const qint64 over = call.endMs() + 1;
    QJsonObject ended = bodyAt(call, call.endMs());
    ended.remove(u"call_analysis"_s);
    return {CallId(call.id),
            {webhook(u"call_started"_s, bodyAt(call, call.startMs), call.startMs),
             webhook(u"call_ended"_s, ended, call.endMs()),
             webhook(u"call_analyzed"_s, finalBody(call), call.analysedMs)},
            {answer(listRowAt(call, half), half), answer(listRowAt(call, over), over),
             answer(finalBody(call), call.analysedMs + 1)}};
}

simulator::CallPlanner planner()
{
    QFile file(u"" ANRUFWARTE_SOURCE_DIR "/resources/simulator/conversations.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no conversations");
    return simulator::CallPlanner::make(file.readAll(), 29, 1.0, {0.05, 0.05}).value();
}

simulator::PlannedCall connectedCall(simulator::CallPlanner &planner)
{
    simulator::PlannedCall call = planner.plan(Now);
    while (!call.connects)
        call = planner.plan(Now);
    return call;
}

CallRecord merged(const Life &life)
{
    CallRecord record{life.callId, Stage::Registered, {}};
    for (const CallChange &change : life.all())
        record = mergeCall(std::move(record), change).record;
    return record;
}

/// What is wrong with the lines of one call, as a sentence; empty if each goes on where the one before ended.
QString brokenLine(const QList<HistoryEntry> &history, const QString &finalStatus)
{
    QHash<QString, QString> last;
    for (const HistoryEntry &entry : history) {
        if (last.contains(entry.field) && last.value(entry.field) != entry.before)
            return entry.field + u": "_s + last.value(entry.field) + u" is followed by "_s + entry.before;
        if (entry.before == entry.after && entry.after.size() < 200)
            return entry.field + u" did not change"_s;
        last.insert(entry.field, entry.after);
    }
    return last.value(u"call_status"_s) == finalStatus ? QString() : u"the last status is another one"_s;
}

/// A busy wait: the two tellers meet at another moment each time.
void dawdle(std::mt19937_64 &random)
{
    QElapsedTimer timer;
    timer.start();
    const qint64 ns = std::uniform_int_distribution<qint64>(0, 200'000)(random);
    while (timer.nsecsElapsed() < ns)
        std::atomic_signal_fence(std::memory_order_seq_cst);
}

} // namespace

class TestRace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void webhooksAndAnswersAtTheSameTime();
    void everyOrderOfWebhooksAndAnswers();

private:
    void submit(const CallChange &change);
    void tell(const std::vector<Life> &lives, QList<CallChange> Life::*told, std::barrier<> &together,
              quint64 seed);
    void compare(const std::vector<Life> &lives);

    const SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CallStore> m_store;
    int m_written = 0; ///< this thread
    int m_failed = 0;
};

void TestRace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    StoreOptions options;
    options.file = m_folder->filePath(u"calls.sqlite"_s);
    auto opened = CallStore::open(options, m_clock);
    QVERIFY(opened);
    m_store = *std::move(opened);
    m_written = 0;
    m_failed = 0;
}

void TestRace::cleanup()
{
    m_store.reset();
}

/// Any thread.
void TestRace::submit(const CallChange &change)
{
    const auto done = [this](const Result<BatchOutcome> &outcome) {
        m_written += outcome ? 1 : 0;
        m_failed += outcome ? 0 : 1;
    };
    while (!m_store->submit({{change}, std::nullopt, nullptr}, this, done))
        QThread::yieldCurrentThread(); // the queue is full
}

void TestRace::tell(const std::vector<Life> &lives, QList<CallChange> Life::*told, std::barrier<> &together,
                    quint64 seed)
{
    std::mt19937_64 random(seed);
    for (const Life &life : lives) {
        QList<CallChange> changes = life.*told;
        std::shuffle(changes.begin(), changes.end(), random);
        together.arrive_and_wait();
        for (const CallChange &change : changes) {
            dawdle(random);
            submit(change);
        }
    }
}

void TestRace::compare(const std::vector<Life> &lives)
{
    CallReader reader({m_store->file(), {}});
    CallFilter everything;
    everything.limit = 0;
    QCOMPARE(reader.rows(everything)->size(), static_cast<qsizetype>(lives.size()));
    for (const Life &life : lives) {
        const auto call = reader.call(life.callId.value());
        QVERIFY(call);
        const CallRecord expected = merged(life);
        for (size_t i = 0; i < FieldCount; ++i)
            QVERIFY2(call->record.fields[i] == expected.fields[i], info(static_cast<Field>(i)).column);
        QCOMPARE(call->record.furthest, expected.furthest);
        const QString wrong = brokenLine(*reader.history(call->row.id), call->row.callStatus);
        QVERIFY2(wrong.isEmpty(), qPrintable(life.callId.value() + u": "_s + wrong));
    }
}

void TestRace::webhooksAndAnswersAtTheSameTime()
{
    simulator::CallPlanner source = planner();
    std::vector<Life> lives;
    qsizetype statements = 0;
    for (int i = 0; i < Rounds; ++i) {
        lives.push_back(lifeOf(connectedCall(source)));
        statements += lives.back().all().size();
    }
    std::barrier<> together(2);
    const std::unique_ptr<QThread> webhooks(
        QThread::create([&] { tell(lives, &Life::webhooks, together, 1); }));
    const std::unique_ptr<QThread> poller(QThread::create([&] { tell(lives, &Life::answers, together, 2); }));
    webhooks->start();
    poller->start();
    const bool allWritten = QTest::qWaitFor([&] { return m_written + m_failed == statements; }, Patience);
    webhooks->wait();
    poller->wait();
    QVERIFY(allWritten);
    QCOMPARE(m_failed, 0);
    compare(lives);
}

void TestRace::everyOrderOfWebhooksAndAnswers()
{
    simulator::CallPlanner source = planner();
    const simulator::PlannedCall model = connectedCall(source);
    std::vector<qsizetype> order{0, 1, 2, 3, 4, 5};
    std::vector<Life> lives;
    qsizetype statements = 0;
    do {
        simulator::PlannedCall call = model;
        call.id = u"call_order%1"_s.arg(lives.size(), 20, 10, QLatin1Char('0'));
        lives.push_back(lifeOf(call));
        const QList<CallChange> all = lives.back().all();
        for (const qsizetype i : order)
            submit(all.at(i));
        statements += all.size();
    } while (std::next_permutation(order.begin(), order.end()));
    QTRY_COMPARE_WITH_TIMEOUT(m_written, statements, Patience);
    QCOMPARE(lives.size(), size_t(720));
    compare(lives);
}

QTEST_GUILESS_MAIN(TestRace)
#include "test_race.moc"
