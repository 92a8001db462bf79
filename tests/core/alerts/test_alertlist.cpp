// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertlist.h"

#include <QSet>
#include <QTest>

using namespace anrufwarte;

namespace {

constexpr qint64 Now = 1'790'000'000'000;
constexpr qint64 Minute = 60'000;

AlertFinding finding(AlertKind kind, AlertSeverity severity = AlertSeverity::Warn, qint64 count = 1,
                     qint64 newestMs = 0)
{
    return {.kind = kind, .severity = severity, .count = count, .newestMs = newestMs, .subject = {}};
}

AlertFinding fading(AlertKind kind)
{
    AlertFinding result = finding(kind);
    result.isFading = true;
    return result;
}

} // namespace

class TestAlertList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMostSevereIsTheBanner()
    {
        AlertList list;
        QVERIFY(!list.banner(Now));
        QVERIFY(list.apply(
            {finding(AlertKind::Rejected), finding(AlertKind::ListenerDown, AlertSeverity::Danger)}, Now));
        QCOMPARE(list.banner(Now)->kind, AlertKind::ListenerDown);
        QCOMPARE(list.standing().size(), 2);
        QVERIFY(list.apply({finding(AlertKind::Rejected)}, Now + Minute));
        QCOMPARE(list.banner(Now)->kind, AlertKind::Rejected);
    }

    void ofEqualsTheMoreUrgentKindIsTheBanner()
    {
        AlertList list;
        list.apply({finding(AlertKind::CallHealed)}, Now);
        list.apply({finding(AlertKind::StoreProblem), finding(AlertKind::CallHealed)}, Now + Minute);
        QCOMPARE(list.banner(Now)->kind, AlertKind::StoreProblem);
    }

    void bellEntriesAreNoBanner()
    {
        AlertList list;
        list.apply({finding(AlertKind::CostMismatch), finding(AlertKind::SlowAnswers)}, Now);
        QVERIFY(!list.banner(Now));
        QCOMPARE(list.unseenCount(Now), 2);
    }

    void theSameCauseIsOneAlertWithACount()
    {
        AlertList list;
        list.apply({finding(AlertKind::Rejected, AlertSeverity::Warn, 1, Now)}, Now);
        const quint64 id = list.standing().constFirst().id;
        QVERIFY(!list.apply({finding(AlertKind::Rejected, AlertSeverity::Warn, 1, Now)}, Now + Minute));
        QVERIFY(
            list.apply({finding(AlertKind::Rejected, AlertSeverity::Danger, 4, Now + Minute)}, Now + Minute));
        QCOMPARE(list.standing().size(), 1);
        const Alert &alert = list.standing().constFirst();
        QCOMPARE(alert.id, id);
        QCOMPARE(alert.count, 4);
        QCOMPARE(alert.raisedMs, Now);
        QCOMPARE(alert.newestMs, Now + Minute);
        QCOMPARE(alert.severity, AlertSeverity::Danger);
    }

    void aFadingCauseKeepsWhatWasSaid()
    {
        AlertList list;
        AlertFinding slow = finding(AlertKind::SlowAnswers);
        slow.subject.measured = 6'000;
        list.apply({slow}, Now);
        QVERIFY(!list.apply({fading(AlertKind::SlowAnswers)}, Now + Minute));
        QCOMPARE(list.standing().constFirst().subject.measured, 6'000.0);
        QVERIFY(list.apply({}, Now + 2 * Minute));
        QVERIFY(list.standing().isEmpty());
    }

    void endedOnesAreKeptNewestFirstAndBounded()
    {
        AlertList list;
        for (qint64 i = 0; i < AlertList::HistoryLimit + 20; ++i) {
            list.apply({finding(AlertKind::ListenerDown)}, Now + 2 * i);
            list.apply({}, Now + 2 * i + 1);
        }
        QCOMPARE(list.ended().size(), AlertList::HistoryLimit);
        QCOMPARE(list.ended().constFirst().endedMs,
                 std::optional(Now + 2 * (AlertList::HistoryLimit + 19) + 1));
        QVERIFY(list.ended().constFirst().raisedMs > list.ended().constLast().raisedMs);
        QSet<quint64> ids;
        for (const Alert &alert : list.ended())
            ids.insert(alert.id);
        QCOMPARE(ids.size(), AlertList::HistoryLimit);
    }

    void acknowledgedMakesRoomUntilItGetsWorse()
    {
        AlertList list;
        const auto rejected = finding(AlertKind::Rejected, AlertSeverity::Warn, 1, Now);
        list.apply({rejected, finding(AlertKind::CallHealed)}, Now);
        list.acknowledge(AlertKind::Rejected);
        QCOMPARE(list.banner(Now)->kind, AlertKind::CallHealed);
        QCOMPARE(list.standing().size(), 2); // it still stands
        QCOMPARE(list.unseenCount(Now), 1);
        list.apply({finding(AlertKind::Rejected, AlertSeverity::Warn, 2, Now + 1)}, Now + Minute);
        QVERIFY(!list.banner(Now)); // the same, merely more
        list.apply({finding(AlertKind::Rejected, AlertSeverity::Danger, 3, Now + 2)}, Now + Minute);
        QCOMPARE(list.banner(Now)->kind, AlertKind::Rejected);
    }

    void mutedIsSilentForAWhile()
    {
        AlertList list;
        list.apply({finding(AlertKind::Rejected)}, Now);
        list.mute(AlertKind::Rejected, Now + 60 * Minute);
        QVERIFY(!list.banner(Now));
        QCOMPARE(list.unseenCount(Now), 0);
        list.apply({}, Now + Minute);
        list.apply({finding(AlertKind::Rejected, AlertSeverity::Danger)}, Now + 2 * Minute); // a new one
        QVERIFY(!list.banner(Now + 2 * Minute));
        QVERIFY(list.banner(Now + 60 * Minute));
        list.mute(AlertKind::Rejected, 0);
        QVERIFY(list.banner(Now));
    }

    void dismissedComesBackOnlyWithSomethingNew()
    {
        AlertList list;
        const auto healed = finding(AlertKind::CallHealed, AlertSeverity::Warn, 2, Now);
        list.apply({healed}, Now);
        list.dismiss(AlertKind::CallHealed, Now + 1);
        QVERIFY(list.standing().isEmpty());
        QCOMPARE(list.ended().size(), 1);
        QVERIFY(!list.apply({healed}, Now + Minute));
        QVERIFY(!list.apply({finding(AlertKind::CallHealed, AlertSeverity::Warn, 1, Now)}, Now + 2 * Minute));
        QVERIFY(
            list.apply({finding(AlertKind::CallHealed, AlertSeverity::Warn, 2, Now + Minute)}, Now + Minute));
    }

    void aStateCannotBeDismissed()
    {
        AlertList list;
        list.apply({finding(AlertKind::ListenerDown, AlertSeverity::Danger)}, Now);
        list.dismiss(AlertKind::ListenerDown, Now);
        QCOMPARE(list.standing().size(), 1);
    }

    void decisionsOutliveTheProgram()
    {
        AlertList before;
        const QList<AlertFinding> findings{finding(AlertKind::KeyRefused, AlertSeverity::Danger),
                                           finding(AlertKind::Rejected, AlertSeverity::Warn, 3, Now),
                                           finding(AlertKind::CostMismatch, AlertSeverity::Warn, 7)};
        before.apply(findings, Now);
        before.acknowledge(AlertKind::KeyRefused);
        before.mute(AlertKind::Rejected, Now + 60 * Minute);
        before.dismiss(AlertKind::CostMismatch, Now);

        AlertList list(before.memory(), Now + Minute);
        list.apply({}, Now + Minute); // nothing known yet
        list.apply(findings, Now + 2 * Minute);
        QCOMPARE(list.standing().size(), 2);
        QVERIFY(list.find(AlertKind::KeyRefused)->isAcknowledged);
        QVERIFY(list.isMuted(AlertKind::Rejected, Now + 2 * Minute));
        QVERIFY(!list.banner(Now + 2 * Minute));
        QVERIFY(list.banner(Now + 61 * Minute));
        QCOMPARE(list.memory(), before.memory());
    }

    void anAlertOfTomorrowIsNotTheOneOfToday()
    {
        AlertList before;
        before.apply({finding(AlertKind::KeyRefused, AlertSeverity::Danger)}, Now);
        before.acknowledge(AlertKind::KeyRefused);
        AlertList list(before.memory(), Now + Minute);
        list.apply({}, Now + 2 * Minute);
        list.apply({}, Now + 12 * Minute); // it was not found again
        list.apply({finding(AlertKind::KeyRefused, AlertSeverity::Danger)}, Now + 13 * Minute);
        QVERIFY(list.banner(Now + 13 * Minute));
        QVERIFY(list.memory().isEmpty());
    }

    void everyKindHasAWordOfItsOwn()
    {
        QSet<QString> words;
        for (int kind = 0; kind < AlertKindCount; ++kind)
            words.insert(toWord(AlertKind(kind)));
        QCOMPARE(words.size(), AlertKindCount);
        QVERIFY(!words.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestAlertList)
#include "test_alertlist.moc"
