// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/alerttext.h"
#include "core/text/formats.h"
#include "tests/core/text/languages.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 At1744 = 1'759'592'649'000; ///< 2025-10-04 17:44:09 in Berlin

Alert alertOf(AlertKind kind, qint64 count = 1)
{
    Alert alert;
    alert.kind = kind;
    alert.severity = AlertSeverity::Danger;
    alert.raisedMs = alert.newestMs = At1744;
    alert.count = count;
    alert.subject.atMs = At1744;
    alert.subject.callNumber = LocalCallId(1559);
    alert.subject.error = Error{ErrorCode::ApiKeyRefused, {}, {u"401"_s}};
    alert.subject.delivery.reason = u"signature_malformed"_s;
    alert.subject.path = u"/profile/calls.sqlite.broken"_s;
    alert.subject.measured = 6'120.0;
    alert.subject.limit = 5'000.0;
    return alert;
}

QString spoken(const AlertText &words)
{
    return test::plainSpaces(words.title + u' ' + words.text);
}

} // namespace

class TestAlertText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindSaysWhatHappened_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < AlertKindCount; ++kind)
            QTest::addRow("%d", kind) << kind;
    }
    void everyKindSaysWhatHappened()
    {
        QFETCH(int, kind);
        const test::English language;
        for (const qint64 count : {1, 5'000}) {
            const AlertText words = alertText(alertOf(AlertKind(kind), count), Formats());
            QVERIFY(words.title.endsWith(u'.'));
            QVERIFY(!words.text.isEmpty());
            QVERIFY2(!spoken(words).contains(u'%'), qPrintable(spoken(words)));
            QVERIFY(!spoken(words).contains(u'!'));
        }
        Alert over = alertOf(AlertKind(kind));
        over.endedMs = At1744 + 60'000;
        QVERIFY(alertText(over, Formats()).action.isEmpty());
        QVERIFY(!alertText(over, Formats()).text.isEmpty());
    }

    void aHealedCallNamesItsEvidence()
    {
        const test::English language;
        Alert alert = alertOf(AlertKind::CallHealed);
        QCOMPARE(spoken(alertText(alert, Formats())),
                 u"Call 1559 was ended late. No call_ended webhook came; the poller corrected the status at "
                 "17:44:09."_s);
        alert.subject.isByResync = true;
        QVERIFY(
            spoken(alertText(alert, Formats())).endsWith(u"a resync corrected the status at 17:44:09."_s));
        alert.subject.isByResync = false;
        alert.subject.isAfterRejection = true;
        alert.count = 12;
        QCOMPARE(spoken(alertText(alert, Formats())),
                 u"12 calls were ended late. Last call 1559: The call_ended webhook was rejected; the poller "
                 "corrected the status at 17:44:09."_s);
    }

    void numbersAreGrouped()
    {
        const test::English language;
        QCOMPARE(alertText(alertOf(AlertKind::Rejected, 5'000), Formats()).title,
                 u"5,000 webhooks rejected."_s);
        QCOMPARE(alertText(alertOf(AlertKind::Rejected, 1), Formats()).title, u"1 webhook rejected."_s);
    }

    void amountsAndTimesCarryTheirUnit()
    {
        const test::English language;
        QVERIFY(spoken(alertText(alertOf(AlertKind::SlowAnswers), Formats()))
                    .contains(u"6.12 s, limit 5.00 s"_s));
        QVERIFY(spoken(alertText(alertOf(AlertKind::CostImplausible), Formats()))
                    .contains(u"less than $0.001 or more than $1.50"_s));
    }

    void aListenerThatWorksAgainIsGoodNews()
    {
        const test::English language;
        Alert alert = alertOf(AlertKind::ListenerDown);
        alert.endedMs = At1744 + 60'000;
        QCOMPARE(spoken(alertText(alert, Formats())),
                 u"Webhooks are being received again. Interrupted from 17:44:09 to 17:45:09."_s);
        alert.severity = AlertSeverity::Warn; // one of two addresses: it never stopped
        QCOMPARE(spoken(alertText(alert, Formats())),
                 u"Not all addresses are listening. From 17:44:09 to 17:45:09."_s);
    }

    void germanSaysTheSame()
    {
        const test::German language;
        QCOMPARE(
            spoken(alertText(alertOf(AlertKind::CallHealed), Formats())),
            u"Anruf 1559 nachträglich beendet. Es kam kein call_ended-Webhook; der Abruf hat den Status um "
            "17:44:09 korrigiert."_s);
        QCOMPARE(alertText(alertOf(AlertKind::Rejected, 5'000), Formats()).title,
                 u"5.000 Webhooks abgewiesen."_s);
        QCOMPARE(alertText(alertOf(AlertKind::NoWebhooks), Formats()).title, u"Webhooks kommen nicht an."_s);
    }
};

QTEST_GUILESS_MAIN(TestAlertText)
#include "test_alerttext.moc"
