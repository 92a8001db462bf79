// SPDX-License-Identifier: GPL-3.0-or-later
// The law of contract §6.1 to 6.4 over random stories of a call: whatever the order, lateness and repetition
// of the same deliveries and answers, one row comes out; nothing known is ever lost on the way; what is over
// stays over.
#include "core/calls/call.h"
#include "core/retell/answerdecoder.h"
#include "tests/support/verifiedbody.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace anrufwarte;

namespace {

constexpr int Stories = 10'000;
constexpr int OrdersPerStory = 6;
constexpr int ShortStories = 1'500;
constexpr int MostPermuted = 6; ///< statements: 720 orders

/// Makes bodies as Retell, and faulty senders, might send them: any member in any of the shapes that occur.
class StoryTeller
{
public:
    explicit StoryTeller(quint32 seed) : m_random(seed) {}

    QList<CallChange> story(int most = 7)
    {
        QList<CallChange> changes;
        const int statements = between(2, most);
        for (int i = 0; i < statements; ++i)
            changes.append(oneIn(3) ? answer() : webhook());
        return changes;
    }

    /// The same statements in another order, some of them more than once.
    QList<CallChange> retold(QList<CallChange> changes)
    {
        const int repeats = between(0, 3);
        for (int i = 0; i < repeats; ++i)
            changes.append(changes[between(0, static_cast<int>(changes.size()) - 1)]);
        std::shuffle(changes.begin(), changes.end(), m_random);
        return changes;
    }

private:
    int between(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_random); }
    bool oneIn(int n) { return between(1, n) == 1; }

    QByteArray pick(std::initializer_list<const char *> choices)
    {
        return choices.begin()[between(0, static_cast<int>(choices.size()) - 1)];
    }

    void maybe(QByteArray &call, const char *name, std::initializer_list<const char *> values)
    {
        if (!oneIn(2))
            call += QByteArrayLiteral(",\"") + name + "\":" + pick(values);
    }

    QByteArray call()
    {
        QByteArray call = R"({"call_id":"call_1")";
        maybe(call, "call_status",
              {R"("registered")", R"("ongoing")", R"("ended")", R"("error")", R"("not_connected")",
               R"("in_progress")", R"("teleported")", "null", "7"});
        maybe(call, "agent_name", {R"("A")", R"("B")", "null", R"("")", "[]", "1"});
        maybe(call, "from_number", {R"("+491713920012")", R"("anonymous")", "null", R"("")"});
        maybe(call, "duration_ms", {"0", "71000", "71000.5", "null", R"("71000")"});
        maybe(call, "start_timestamp", {"0", "1790000000000", "1790000000001", "null", "1e400"});
        maybe(call, "end_timestamp", {"0", "1790000071000", "null"});
        maybe(call, "disconnection_reason", {R"("user_hangup")", R"("agent_hangup")", "null", R"("")"});
        maybe(call, "transcript",
              {R"("Agent: Hallo\n")", R"("Agent: Hallo\nUser: Ja\n")", R"("")", R"(" ")", "null"});
        maybe(call, "transcript_with_tool_calls",
              {R"([{"role":"agent"}])", R"([{"role":"user"}])", "[]", "null"});
        maybe(call, "transcript_object", {R"([{"role":"agent","content":"x"}])", "[]", "null"});
        maybe(call, "latency",
              {"{}", R"({"e2e":{"p50":2208.5}})", R"({"e2e":{"p50":1,"num":0}})", R"({"llm":{"p50":1}})",
               "null"});
        maybe(call, "call_cost",
              {"{}", R"({"product_costs":[],"combined_cost":0})", R"({"combined_cost":9.785})",
               R"({"combined_cost":9.785,"retell_cost":0.551})", R"({"combined_cost":8.03})", "null", "3"});
        maybe(call, "call_analysis",
              {"{}", R"({"call_summary":"kurz"})", R"({"call_summary":"","call_successful":false})", "null",
               R"({"call_summary":"lang","user_sentiment":"Positive"})"});
        maybe(call, "call_summary", {R"("oben")", "null"});
        maybe(call, "metadata", {"{}", R"({"a":1})", R"({"a":2})", "[]", R"("x")"});
        maybe(call, "tomorrow", {"1", R"({"b":2})", "null"});
        return call + '}';
    }

    /// Few different moments, so that equal stamps occur.
    qint64 moment() { return 1'790'000'000'000 + between(0, 4) * 1000; }

    CallChange webhook()
    {
        const QByteArray event = pick({"call_started", "call_ended", "call_analyzed", "transcript_updated",
                                       "transfer_started", "transfer_ended"});
        QByteArray body = QByteArrayLiteral("{\"event\":\"") + event + "\",\"call\":" + call();
        if (!oneIn(4))
            body += ",\"event_timestamp\":" + QByteArray::number(moment());
        if (oneIn(4))
            body += ",\"transfer_destination\":" + pick({"\"+1\"", "\"+2\"", "null"});
        return test::changeFromWebhook(body + '}', moment());
    }

    CallChange answer()
    {
        const QByteArray json = call();
        const Result<JsonBody> document = JsonBody::parse(json);
        return decodeAnswer(document->root(), moment(), Source::Poll).value();
    }

    std::mt19937 m_random;
};

CallRecord emptyRecord()
{
    CallRecord record;
    record.callId = CallId(QStringLiteral("call_1"));
    return record;
}

bool isOver(const CallRecord &record)
{
    return isFinished(stateOf(textOf(record, Field::CallStatus), record.furthest));
}

/// Nothing that `before` knew is unknown in `after`, and a finished call is still finished.
bool hasOnlyGrown(const CallRecord &before, const CallRecord &after)
{
    for (const FieldInfo &field : allFields()) {
        if (isKnown(before[field.field]) && !isKnown(after[field.field]))
            return false;
    }
    return after.furthest >= before.furthest && (!isOver(before) || isOver(after));
}

/// Tells a story in every order there is. Orders share their beginnings, so that each is merged only once.
class EveryOrder
{
public:
    explicit EveryOrder(QList<CallChange> changes) : m_changes(std::move(changes)) {}

    /// Whether all of them lead to one record and none of them ever forgets.
    bool agree() { return tell(emptyRecord(), 0); }
    [[nodiscard]] int orders() const { return m_orders; }

private:
    bool tell(const CallRecord &known, qsizetype told)
    {
        if (told == m_changes.size()) {
            ++m_orders;
            if (!m_expected)
                m_expected = known;
            return known == *m_expected;
        }
        for (qsizetype next = told; next < m_changes.size(); ++next) {
            m_changes.swapItemsAt(told, next);
            const CallRecord grown = mergeCall(known, m_changes[told]).record;
            const bool good = hasOnlyGrown(known, grown) && tell(grown, told + 1);
            m_changes.swapItemsAt(told, next);
            if (!good)
                return false;
        }
        return true;
    }

    QList<CallChange> m_changes;
    std::optional<CallRecord> m_expected;
    int m_orders = 0;
};

} // namespace

class TestMergeCallOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOrderOfAShortStoryLeadsToOneRecord();
    void repeatedAndShuffledStoriesLeadToOneRecord();
    void mergingInPartsIsTheSame();
    void knownValuesAreStatedValues();
};

void TestMergeCallOrders::everyOrderOfAShortStoryLeadsToOneRecord()
{
    StoryTeller teller(562);
    int mostOrders = 0;
    for (int story = 0; story < ShortStories; ++story) {
        EveryOrder everyOrder(teller.story(MostPermuted));
        QVERIFY2(everyOrder.agree(), qPrintable(QString::number(story)));
        mostOrders = std::max(mostOrders, everyOrder.orders());
    }
    QCOMPARE(mostOrders, 720);
}

void TestMergeCallOrders::repeatedAndShuffledStoriesLeadToOneRecord()
{
    StoryTeller teller(559);
    for (int story = 0; story < Stories; ++story) {
        const QList<CallChange> changes = teller.story();
        std::optional<CallRecord> expected;
        for (int order = 0; order < OrdersPerStory; ++order) {
            CallRecord record = emptyRecord();
            for (const CallChange &change : teller.retold(changes)) {
                MergeOutcome outcome = mergeCall(record, change);
                QVERIFY2(hasOnlyGrown(record, outcome.record), qPrintable(QString::number(story)));
                record = std::move(outcome.record);
            }
            if (!expected)
                expected = record;
            QVERIFY2(record == *expected, qPrintable(QString::number(story)));
        }
    }
}

/// What two stores learnt apart is, told one after the other, what one store would have learnt.
void TestMergeCallOrders::mergingInPartsIsTheSame()
{
    StoryTeller teller(560);
    for (int story = 0; story < Stories / 10; ++story) {
        const QList<CallChange> changes = teller.story();
        const auto tell = [](CallRecord record, const QList<CallChange> &part) {
            for (const CallChange &change : part)
                record = mergeCall(std::move(record), change).record;
            return record;
        };
        const qsizetype half = changes.size() / 2;
        const CallRecord forward = tell(tell(emptyRecord(), changes.first(half)), changes.sliced(half));
        const CallRecord backward = tell(tell(emptyRecord(), changes.sliced(half)), changes.first(half));
        QVERIFY(forward == backward);
        QVERIFY(tell(forward, changes) == forward); // told again from the start: nothing new
    }
}

/// The merged value is always one that somebody stated, and none with a greater claim was passed over.
void TestMergeCallOrders::knownValuesAreStatedValues()
{
    StoryTeller teller(561);
    for (int story = 0; story < Stories / 10; ++story) {
        const QList<CallChange> changes = teller.story();
        CallRecord record = emptyRecord();
        for (const CallChange &change : changes)
            record = mergeCall(std::move(record), change).record;
        for (const FieldInfo &field : allFields()) {
            const StampedValue &known = record.fields[static_cast<size_t>(field.field)];
            bool stated = !isKnown(known.value);
            for (const CallChange &change : changes) {
                for (const FieldFact &fact : change.facts) {
                    if (fact.field != field.field)
                        continue;
                    stated = stated || (fact.value == known.value && change.stamp == known.stamp);
                    QVERIFY(fact.quality < known.quality ||
                            (fact.quality == known.quality && change.stamp <= known.stamp));
                }
            }
            QVERIFY2(stated, field.column);
        }
    }
}

QTEST_GUILESS_MAIN(TestMergeCallOrders)
#include "test_mergecall_orders.moc"
