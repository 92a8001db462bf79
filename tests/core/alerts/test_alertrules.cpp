// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertrules.h"
#include "core/alerts/rejectiontally.h"

#include <QTest>

using namespace anrufwarte;

namespace {

constexpr qint64 Now = 1'790'000'000'000;
constexpr qint64 Second = 1000, Minute = 60 * Second, Hour = 60 * Minute;

/// All is well, and everything is known.
AlertFacts fine(qint64 nowMs = Now)
{
    AlertFacts facts;
    facts.nowMs = nowMs;
    facts.listener.emplace().listening = true;
    facts.store.emplace().writable = true;
    facts.api.emplace().state = ApiState::Ok;
    facts.webhookAwaitedSinceMs = nowMs;
    facts.latencyP95Ms = 2'940.0;
    facts.latencySamples = 400;
    return facts;
}

/// A rule is judged by one way in which things can go wrong.
struct Wrong
{
    AlertKind kind;
    AlertSeverity severity;
    void (*happens)(AlertFacts &facts);
};

const QMap<QString, Wrong> Wrongs{
    {QStringLiteral("store not writable"),
     {AlertKind::StoreProblem, AlertSeverity::Danger, [](AlertFacts &f) { f.store->writable = false; }}},
    {QStringLiteral("store with a problem"),
     {AlertKind::StoreProblem, AlertSeverity::Warn,
      [](AlertFacts &f) {
          f.store->problem = Error{ErrorCode::StoreFull, {}, {}};
      }}},
    {QStringLiteral("calls cannot be read"),
     {AlertKind::CallsUnreadable, AlertSeverity::Danger,
      [](AlertFacts &f) {
          f.reading = Error{ErrorCode::StoreCorrupt, {}, {}};
      }}},
    {QStringLiteral("listener down"),
     {AlertKind::ListenerDown, AlertSeverity::Danger, [](AlertFacts &f) { f.listener->listening = false; }}},
    {QStringLiteral("one of two addresses"),
     {AlertKind::ListenerDown, AlertSeverity::Warn,
      [](AlertFacts &f) {
          f.listener->problem = Error{ErrorCode::ListenAddressInUse, {}, {}};
      }}},
    {QStringLiteral("no key"),
     {AlertKind::NoKey, AlertSeverity::Danger, [](AlertFacts &f) { f.hasKey = false; }}},
    {QStringLiteral("key refused"),
     {AlertKind::KeyRefused, AlertSeverity::Danger,
      [](AlertFacts &f) { f.api->state = ApiState::KeyRefused; }}},
    {QStringLiteral("payment"),
     {AlertKind::Payment, AlertSeverity::Danger, [](AlertFacts &f) { f.api->state = ApiState::Payment; }}},
    {QStringLiteral("one rejected"),
     {AlertKind::Rejected, AlertSeverity::Warn, [](AlertFacts &f) { f.rejected = f.rejectedLately = 1; }}},
    {QStringLiteral("three rejected lately"),
     {AlertKind::Rejected, AlertSeverity::Danger, [](AlertFacts &f) { f.rejected = f.rejectedLately = 3; }}},
    {QStringLiteral("many open from long ago"),
     {AlertKind::Rejected, AlertSeverity::Warn, [](AlertFacts &f) { f.rejected = 40; }}},
    {QStringLiteral("file replaced"),
     {AlertKind::FileReplaced, AlertSeverity::Warn,
      [](AlertFacts &f) { f.store->replacedBrokenFile = QStringLiteral("calls.sqlite.broken"); }}},
    {QStringLiteral("call healed"),
     {AlertKind::CallHealed, AlertSeverity::Warn, [](AlertFacts &f) { f.healed = 1; }}},
    {QStringLiteral("slow answers"),
     {AlertKind::SlowAnswers, AlertSeverity::Warn, [](AlertFacts &f) { f.latencyP95Ms = 5'000.1; }}},
    {QStringLiteral("cost mismatch"),
     {AlertKind::CostMismatch, AlertSeverity::Warn, [](AlertFacts &f) { f.costMismatches = 2; }}},
    {QStringLiteral("implausible cost"),
     {AlertKind::CostImplausible, AlertSeverity::Warn, [](AlertFacts &f) { f.implausibleCosts = 1; }}},
    {QStringLiteral("webhooks stay away"),
     {AlertKind::NoWebhooks, AlertSeverity::Danger,
      [](AlertFacts &f) {
          f.webhookAwaitedSinceMs = f.nowMs - 3 * Minute;
          f.newFromPoll = 2;
      }}},
};

/// Facts that must not raise anything.
const QMap<QString, void (*)(AlertFacts &)> Harmless{
    {QStringLiteral("nothing known yet"),
     [](AlertFacts &f) {
         f = AlertFacts();
         f.nowMs = Now;
     }},
    {QStringLiteral("p95 at the limit"), [](AlertFacts &f) { f.latencyP95Ms = 5'000.0; }},
    {QStringLiteral("slow but few samples"),
     [](AlertFacts &f) {
         f.latencyP95Ms = 9'000.0;
         f.latencySamples = 19;
     }},
    {QStringLiteral("no measurements"), [](AlertFacts &f) { f.latencyP95Ms.reset(); }},
    {QStringLiteral("one call without a webhook"),
     [](AlertFacts &f) {
         f.webhookAwaitedSinceMs = f.nowMs - Hour;
         f.newFromPoll = 1;
     }},
    {QStringLiteral("two calls, silence of less than three minutes"),
     [](AlertFacts &f) {
         f.webhookAwaitedSinceMs = f.nowMs - 3 * Minute + 1;
         f.newFromPoll = 2;
     }},
    {QStringLiteral("Retell out of reach, the last poll is young"),
     [](AlertFacts &f) { f.api->state = ApiState::Down; }},
};

/// Lets time pass with the same facts, second by second.
RuleStates after(AlertFacts facts, RuleStates states, qint64 spanMs)
{
    const qint64 end = facts.nowMs + spanMs;
    for (; facts.nowMs <= end; facts.nowMs += Second)
        states = evaluate(facts, states).states;
    return states;
}

bool stands(const RuleStates &states, AlertKind kind)
{
    return states[static_cast<std::size_t>(kind)].isRaised;
}

DeliveryRecord rejection(qint64 id, qint64 ms, const QString &call = QStringLiteral("call_1"))
{
    DeliveryRecord record;
    record.id = DeliveryId(id);
    record.receivedMs = ms;
    record.callId = CallId(call);
    record.reason = QStringLiteral("signature_mismatch");
    return record;
}

CallRow fetched(const QString &call, qint64 ms, Source source = Source::Resync)
{
    CallRow row;
    row.callId = CallId(call);
    row.lastSource = source;
    row.lastSeenMs = ms;
    return row;
}

} // namespace

class TestAlertRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachRaisesItsOwnAlertOnly_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : Wrongs.keys())
            QTest::newRow(qPrintable(name)) << name;
    }
    void eachRaisesItsOwnAlertOnly()
    {
        QFETCH(QString, name);
        const Wrong wrong = Wrongs.value(name);
        AlertFacts facts = fine();
        QVERIFY(evaluate(facts, {}).findings.isEmpty());
        wrong.happens(facts);
        const Evaluation raised = evaluate(facts, {});
        QCOMPARE(raised.findings.size(), 1);
        QCOMPARE(raised.findings.constFirst().kind, wrong.kind);
        QCOMPARE(raised.findings.constFirst().severity, wrong.severity);
        QVERIFY(!raised.findings.constFirst().isFading);
        QCOMPARE(evaluate(facts, raised.states).findings, raised.findings); // again: no news
        const bool waits = ruleOf(wrong.kind).clearAfterMs > 0;
        const Evaluation over = evaluate(fine(), raised.states);
        QCOMPARE(over.findings.size(), waits ? 1 : 0);
    }

    void harmlessFactsRaiseNothing_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : Harmless.keys())
            QTest::newRow(qPrintable(name)) << name;
    }
    void harmlessFactsRaiseNothing()
    {
        QFETCH(QString, name);
        AlertFacts facts = fine();
        Harmless.value(name)(facts);
        QVERIFY(evaluate(facts, {}).findings.isEmpty());
    }

    void aStalePollerIsToldAfterTwoMinutes()
    {
        AlertFacts facts = fine();
        facts.isPollerStale = true;
        RuleStates states = after(facts, {}, 2 * Minute - Second);
        QVERIFY(!stands(states, AlertKind::PollerStale));
        facts.nowMs += 2 * Minute;
        states = evaluate(facts, states).states;
        QVERIFY(stands(states, AlertKind::PollerStale));
        facts.isPollerStale = false;
        QVERIFY(!stands(evaluate(facts, states).states, AlertKind::PollerStale));
    }

    void aGoodMomentBeginsTheWaitAnew()
    {
        AlertFacts facts = fine();
        facts.isPollerStale = true;
        RuleStates states = after(facts, {}, Minute);
        states = evaluate(fine(Now + Minute), states).states;
        facts.nowMs = Now + Minute + Second;
        states = after(facts, states, 2 * Minute - Second);
        QVERIFY(!stands(states, AlertKind::PollerStale));
    }

    void slowAnswersEndOnlyAfterAnHourBelowTheLimit()
    {
        AlertFacts facts = fine();
        facts.latencyP95Ms = 6'000.0;
        RuleStates states = evaluate(facts, {}).states;
        states = after(fine(Now + Second), states, Hour - 2 * Second);
        QVERIFY(stands(states, AlertKind::SlowAnswers));
        const Evaluation fading = evaluate(fine(Now + Hour), states);
        QCOMPARE(fading.findings.size(), 1);
        QVERIFY(fading.findings.constFirst().isFading);
        states = evaluate(fine(Now + Hour + Second), fading.states).states;
        QVERIFY(!stands(states, AlertKind::SlowAnswers));
    }

    void aRelapseKeepsSlowAnswersStanding()
    {
        AlertFacts slow = fine();
        slow.latencyP95Ms = 6'000.0;
        RuleStates states = evaluate(slow, {}).states;
        states = after(fine(Now + Second), states, 50 * Minute);
        slow.nowMs = Now + 51 * Minute;
        states = evaluate(slow, states).states;
        states = after(fine(Now + 52 * Minute), states, 50 * Minute);
        QVERIFY(stands(states, AlertKind::SlowAnswers));
    }

    void aClockSetBackDoesNotProlongTheWait()
    {
        AlertFacts facts = fine();
        facts.isPollerStale = true;
        RuleStates states = evaluate(facts, {}).states;
        facts.nowMs = Now - Hour;
        states = evaluate(facts, states).states;
        facts.nowMs = Now - Hour + 2 * Minute;
        QVERIFY(stands(evaluate(facts, states).states, AlertKind::PollerStale));
    }

    void theNextAcceptedWebhookEndsTheOutage()
    {
        AlertFacts facts = fine();
        facts.webhookAwaitedSinceMs = Now - 4 * Minute;
        facts.newFromPoll = 5;
        const Evaluation outage = evaluate(facts, {});
        QVERIFY(stands(outage.states, AlertKind::NoWebhooks));
        QCOMPARE(outage.findings.constFirst().count, 5);
        QCOMPARE(outage.findings.constFirst().subject.atMs, std::optional(Now - 4 * Minute));
        facts.webhookAwaitedSinceMs = Now; // one came
        facts.newFromPoll = 0;
        QVERIFY(!stands(evaluate(facts, outage.states).states, AlertKind::NoWebhooks));
    }

    void nobodyListensIsNotCalledWebhooksStayAway()
    {
        AlertFacts facts = fine();
        facts.listener->listening = false;
        facts.webhookAwaitedSinceMs = Now - Hour;
        facts.newFromPoll = 9;
        const Evaluation result = evaluate(facts, {});
        QCOMPARE(result.findings.size(), 1);
        QCOMPARE(result.findings.constFirst().kind, AlertKind::ListenerDown);
    }

    void aRefusedKeyStandsUntilAnotherAnswer()
    {
        AlertFacts facts = fine();
        facts.api->state = ApiState::KeyRefused;
        RuleStates states = evaluate(facts, {}).states;
        facts.api->state = ApiState::Waiting; // a new key was entered, nobody knows yet
        states = evaluate(facts, states).states;
        QVERIFY(stands(states, AlertKind::KeyRefused));
        facts.api->state = ApiState::Ok;
        QVERIFY(!stands(evaluate(facts, states).states, AlertKind::KeyRefused));
    }

    void rejectionsMatterWhileRecentOrNotFetched()
    {
        RejectionTally tally;
        tally.note(rejection(1, Now));
        tally.note(rejection(1, Now)); // read from the store as well
        tally.note(rejection(2, Now + Minute, QStringLiteral("call_2")));
        QCOMPARE(tally.count(), 2);
        QCOMPARE(tally.newest().id, DeliveryId(2));
        QCOMPARE(tally.lately(Now + 10 * Minute + 1), 1);

        tally.noteFetched({fetched(QStringLiteral("call_1"), Now - 1), // before it was rejected
                           fetched(QStringLiteral("call_2"), Now, Source::Webhook)}); // not from the API
        tally.passTime(Now + Hour);
        QCOMPARE(tally.count(), 2); // open for ever so long

        tally.noteFetched({fetched(QStringLiteral("call_1"), Now + Minute)});
        tally.passTime(Now + Minute);
        QCOMPARE(tally.count(), 2); // fetched, but it happened just now
        tally.passTime(Now + Hour);
        QCOMPARE(tally.count(), 1);
    }

    void theCallOfARejectionMayBeKnownLater()
    {
        RejectionTally tally;
        tally.note(rejection(1, Now, QString()));
        tally.noteFetched({fetched(QStringLiteral("call_1"), Now + Second)});
        tally.passTime(Now + Hour);
        QCOMPARE(tally.count(), 1);
        tally.note(rejection(1, Now)); // its body was read meanwhile
        tally.passTime(Now + Hour);
        QCOMPARE(tally.count(), 0);
    }

    void doneRejectionsStayDone()
    {
        RejectionTally tally;
        tally.note(rejection(1, Now));
        tally.clear();
        tally.note(rejection(1, Now)); // read from the store again
        QCOMPARE(tally.count(), 0);
        tally.note(rejection(2, Now + 1));
        QCOMPARE(tally.count(), 1);
    }

    void theTallyIsBounded()
    {
        RejectionTally tally;
        for (qint64 i = 1; i <= RejectionTally::Limit + 50; ++i)
            tally.note(rejection(i, Now + i));
        QCOMPARE(tally.count(), RejectionTally::Limit);
        QCOMPARE(tally.newest().id, DeliveryId(RejectionTally::Limit + 50));
    }
};

QTEST_GUILESS_MAIN(TestAlertRules)
#include "test_alertrules.moc"
