// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nameless.h"
#include "tests/ui/detail/samplecalls.h"
#include "ui/detail/callfacts.h"
#include "ui/detail/callheader.h"
#include "ui/detail/callpane.h"
#include "ui/detail/datachecklist.h"
#include "ui/look/look.h"

#include <QDir>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

Call runningCall()
{
    Call call = sampleCall(QStringLiteral("get_call_ongoing.json"));
    call.row.startMs = SampleNowMs - 252'000;
    call.row.lastSeenMs = SampleNowMs;
    call.row.fromNumber = QStringLiteral("+493023125418");
    return call;
}

/// Pictures for people to look at, when ANRUFWARTE_SHOTS names a folder.
void shoot(CallPane &pane, const QString &name)
{
    const QString folder = qEnvironmentVariable("ANRUFWARTE_SHOTS");
    if (folder.isEmpty())
        return;
    for (int pass = 0; pass < 3; ++pass) // nested layouts settle one by one
        QCoreApplication::sendPostedEvents();
    QVERIFY(pane.grab().save(QDir(folder).filePath(name + QStringLiteral(".png"))));
}

} // namespace

class TestCallPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_look.install();
        m_look.setTheme(ThemeChoice::Light);
    }

    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_german);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_look.setTheme(ThemeChoice::Light);
    }

    void headerOfAFinishedCall()
    {
        CallPane pane(m_look, Settings());
        pane.showContent(contentOf(mockUpCall()), SampleNowMs);
        const CallHeader &header = pane.header();
        QCOMPARE(plain(header.numberText()), QStringLiteral("+49 30 23125 559"));
        QCOMPARE(header.chipText(), QStringLiteral("Ended"));
        QVERIFY2(header.contextText().startsWith(QStringLiteral("Inbound · Terminassistent (v12) · ")),
                 qPrintable(header.contextText()));
        QVERIFY(header.contextText().endsWith(QStringLiteral("17:43:47")));
        QCOMPARE(header.facts().value(0), QStringLiteral("01:11"));
        QCOMPARE(plain(header.facts().value(1)), QStringLiteral("$0.098"));
        QCOMPARE(plain(header.facts().value(2)), QStringLiteral("3.38 s"));
        QCOMPARE(pane.checklist().partText(Part::Cost), QStringLiteral("Cost"));
        QVERIFY(!pane.needsTicking());
    }

    void aRunningCallTicks()
    {
        CallPane pane(m_look, Settings());
        pane.showContent(contentOf(runningCall()), SampleNowMs);
        QCOMPARE(pane.header().chipText(), QStringLiteral("Ongoing · 04:12"));
        QVERIFY(pane.needsTicking());
        pane.tick(SampleNowMs + 1000);
        QCOMPARE(pane.header().chipText(), QStringLiteral("Ongoing · 04:13"));
        pane.tick(SampleNowMs + 901'000); // no sign of life for 15 minutes
        QVERIFY(pane.header().chipText().startsWith(QStringLiteral("Unconfirmed · ")));
    }

    void pendingBecomesMissingAfterAWhile()
    {
        Call call = sampleCall(QStringLiteral("call_ended_no_cost.json"));
        call.row.endMs = SampleNowMs - 60'000;
        CallPane pane(m_look, Settings());
        pane.showContent(contentOf(call), SampleNowMs);
        QCOMPARE(pane.checklist().partText(Part::Cost), QStringLiteral("Cost"));
        pane.tick(SampleNowMs + PendingAfterEndMs);
        QCOMPARE(pane.checklist().partText(Part::Cost), QStringLiteral("Cost · missing"));
        QVERIFY(!pane.needsTicking());
    }

    void correctedCallsAndMaskedNumbers()
    {
        Call call = mockUpCall();
        call.row.corrected = true;
        Settings settings;
        settings.privacyMaskNumbers = true;
        CallPane pane(m_look, settings);
        pane.showContent(contentOf(call), SampleNowMs);
        QCOMPARE(pane.header().chipText(), QStringLiteral("Corrected"));
        QVERIFY(!pane.header().numberText().contains(QStringLiteral("23125")));
        pane.setSettings(Settings());
        QVERIFY(pane.header().numberText().contains(QStringLiteral("23125")));
    }

    void whoClosedACallIsSaid()
    {
        CallContent content = contentOf(mockUpCall());
        CallPane pane(m_look, Settings());
        pane.showContent(content, SampleNowMs);
        QVERIFY(pane.header().evidenceText().isEmpty());
        content.closing = Closing{Source::Poll, SampleNowMs, true, QStringLiteral("17:42:58"),
                                  QStringLiteral("signature_malformed")};
        pane.showContent(content, SampleNowMs);
        QVERIFY(pane.header().evidenceText().contains(QStringLiteral("rejected at 17:42:58: Format")));
        content.closing.reset();
        pane.showContent(content, SampleNowMs);
        QVERIFY(pane.header().evidenceText().isEmpty());
    }

    void webCallsAndNotConnectedOnes()
    {
        CallPane pane(m_look, Settings());
        pane.showContent(contentOf(sampleCall(QStringLiteral("call_analyzed_web.json"))), SampleNowMs);
        QCOMPARE(pane.header().numberText(), QStringLiteral("Web call"));
        pane.showContent(contentOf(sampleCall(QStringLiteral("call_ended_not_connected.json"))), SampleNowMs);
        QCOMPARE(pane.header().chipText(), QStringLiteral("Not connected"));
        QVERIFY(pane.checklist().partText(Part::Transcript).contains(QStringLiteral("n/a")));
    }

    void unreadableFieldsAreListed()
    {
        Call call = mockUpCall();
        call.warnings = {{QStringLiteral("call_cost"), QStringLiteral("text")},
                         {QStringLiteral("<b>latency</b>"), QStringLiteral("array")}};
        CallPane pane(m_look, Settings());
        pane.resize(352, 700);
        pane.show();
        pane.showContent(contentOf(call), SampleNowMs);
        QCOMPARE(pane.checklist().warningText(),
                 QStringLiteral("Field call_cost: unexpected type (text)\n"
                                "Field <b>latency</b>: unexpected type (array)"));
        auto *line = pane.checklist().findChild<QToolButton *>();
        QVERIFY(line->isVisible());
        line->click();
        shoot(pane, QStringLiteral("warnings-352"));
    }

    void shortcutsReachTabsAndSearch()
    {
        CallPane pane(m_look, Settings());
        pane.resize(560, 700);
        pane.show();
        pane.activateWindow();
        pane.showContent(contentOf(mockUpCall()), SampleNowMs);
        pane.tabs().setFocus();
        QTRY_VERIFY(pane.isActiveWindow());
        QTest::keyClick(&pane, Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(pane.tabs().currentIndex(), 1);
        QVERIFY(pane.focusSearch());
        QCOMPARE(pane.tabs().currentIndex(), 0);
        QVERIFY(pane.findChild<QLineEdit *>()->hasFocus());
    }

    void everyControlHasAName()
    {
        CallPane pane(m_look, Settings());
        pane.resize(560, 700);
        pane.show();
        pane.showContent(contentOf(mockUpCall()), SampleNowMs);
        for (int tab = 0; tab < pane.tabs().count(); ++tab) {
            pane.tabs().setCurrentIndex(tab);
            QCOMPARE(namelessIn(pane), QString());
        }
    }

    void pictures_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("german");
        for (const int width : {352, 560, 820}) {
            for (const bool dark : {false, true}) {
                for (const bool german : {false, true})
                    QTest::addRow("%d-%s-%s", width, dark ? "dark" : "light", german ? "de" : "en")
                        << width << dark << german;
            }
        }
    }
    void pictures()
    {
        QFETCH(int, width);
        QFETCH(bool, dark);
        QFETCH(bool, german);
        CallPane pane(m_look, Settings());
        pane.resize(width, 760);
        pane.show();
        Settings settings;
        settings.costEurRate = 0.92;
        pane.setSettings(settings);
        pane.setMicrosPerMinute(83'000);
        pane.showContent(contentOf(mockUpCall()), SampleNowMs);
        // Theme and language change while it is open.
        m_look.setTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        if (german)
            speakGerman();
        QCoreApplication::sendPostedEvents();
        if (german)
            QVERIFY(plain(pane.header().facts().value(1)) == QStringLiteral("0,098 $"));
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        pane.findChild<QLineEdit *>()->setText(QStringLiteral("Beratungstermin"));
        shoot(pane, QStringLiteral("transcript-") + name);
        pane.tabs().setCurrentIndex(1);
        shoot(pane, QStringLiteral("cost-") + name);
        pane.tabs().setCurrentIndex(2);
        shoot(pane, QStringLiteral("latency-") + name);
        CallContent live = contentOf(runningCall());
        live.transcript = contentOf(mockUpCall()).transcript.first(4);
        live.call.row.completeness.present = Completeness::bit(Part::Transcript);
        pane.tabs().setCurrentIndex(0);
        pane.findChild<QLineEdit *>()->clear();
        pane.showContent(live, SampleNowMs);
        shoot(pane, QStringLiteral("live-") + name);
        pane.tabs().setCurrentIndex(1);
        shoot(pane, QStringLiteral("livecost-") + name);
        Call flat = mockUpCall();
        flat.cost =
            readCost(jsonOf(sampleCall(QStringLiteral("seed_call_559_get_call.json")).record, Field::Cost),
                     CostUnitChoice::Auto);
        settings.alertsLatencyP95Ms = 2300;
        pane.setSettings(settings);
        pane.showContent(contentOf(flat), SampleNowMs);
        shoot(pane, QStringLiteral("flatcost-") + name);
        pane.tabs().setCurrentIndex(2);
        shoot(pane, QStringLiteral("slow-") + name);
        pane.clear();
        shoot(pane, QStringLiteral("empty-") + name);
    }

private:
    void speakGerman()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QString shots = qEnvironmentVariable("ANRUFWARTE_SHOTS");
        if (shots.isEmpty() || !m_german.load(QDir(shots).filePath(QStringLiteral("de.qm"))))
            QVERIFY(m_german.load(QStringLiteral(":/i18n/anrufwarte_de.qm")));
        QCoreApplication::installTranslator(&m_german);
    }

    Look m_look;
    QTranslator m_german;
};

QTEST_MAIN(TestCallPane)
#include "test_callpane.moc"
