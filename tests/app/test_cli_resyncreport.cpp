// SPDX-License-Identifier: GPL-3.0-or-later
// How `resync` shows a call and how far it is.
#include "app/cli/progressbar.h"
#include "app/cli/resyncreport.h"
#include "app/cli/texttable.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

class TestCliResyncReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void partsThatNeverComeAreNotMissing();
    void foreignTextCannotSteer();
    void failureHasItsReason();
    void barTellsCountRateAndRest();
    void barTellsWhatItWaitsFor();
    void barFitsTheLine();

private:
    const Formats m_formats{QLocale(QLocale::English, QLocale::UnitedKingdom)};
    FigureStyle m_style;
};

void TestCliResyncReport::initTestCase()
{
    m_style.formats = m_formats;
}

void TestCliResyncReport::partsThatNeverComeAreNotMissing()
{
    ResyncResult result;
    result.callId = CallId(u"call_1"_s);
    result.deltas = {{ResyncField::Duration, DeltaKind::Added, {}, qint64(0)}};
    result.verdict = ResyncVerdict::Updated;
    result.isComplete = true;
    const QString text = reportLines(result, m_style).join(u'\n');
    QCOMPARE(text.count(u"not applicable"_s), 14);
    QCOMPARE(text.count(u"missing"_s), 1); // the duration, before
}

void TestCliResyncReport::foreignTextCannotSteer()
{
    ResyncResult result;
    result.callId = CallId(u"call_1"_s);
    result.deltas = {{ResyncField::Summary, DeltaKind::Added, {}, u"one\ntwo"_s}};
    const QStringList lines = reportLines(result, m_style);
    for (const QString &line : lines)
        QVERIFY(!line.contains(u'\n'));
}

void TestCliResyncReport::failureHasItsReason()
{
    ResyncResult result;
    result.callId = CallId(u"call_1"_s);
    result.verdict = ResyncVerdict::GivenUp;
    result.setAside = SetAside::NotFound;
    result.problem = Error{ErrorCode::ApiCallNotFound, {}, {u"422"_s}};
    const QStringList lines = reportLines(result, m_style);
    QCOMPARE(lines.size(), 3); // nothing to compare
    QVERIFY(lines.at(1).contains(u"422"));
    result.problem.reset();
    result.setAside = SetAside::NotStored;
    QVERIFY(reportLines(result, m_style).join(u' ').contains(u"not stored at Retell"));
}

void TestCliResyncReport::barTellsCountRateAndRest()
{
    ResyncProgress progress;
    progress.phase = ResyncPhase::Asking;
    progress.run.total = 2'418;
    progress.run.updated = 38;
    progress.run.unchanged = 1'444;
    progress.perSecond = 9.4;
    progress.remainingMs = 100'000;
    QCOMPARE(progressLine(progress, 0, m_formats),
             u"[############        ]    61%  1,482/2,418  9.4/s  about 1:40 min left"_s);
}

void TestCliResyncReport::barTellsWhatItWaitsFor()
{
    ResyncProgress progress;
    progress.phase = ResyncPhase::Waiting;
    progress.waitsFor = Error{ErrorCode::ApiThrottled, {}, {u"429"_s}};
    progress.waitUntilMs = 20'500;
    QCOMPARE(progressLine(progress, 500, m_formats), u"Waits 20 s – Retell is rate limiting (429)"_s);
}

void TestCliResyncReport::barFitsTheLine()
{
    ResyncProgress progress;
    progress.phase = ResyncPhase::Waiting;
    progress.run.total = 1'234'567'890;
    progress.waitsFor = Error{ErrorCode::ApiUnreadable, {}, {}};
    progress.waitUntilMs = 900'000;
    QVERIFY(terminalWidth(progressLine(progress, 0, m_formats)) <= 79);
}

QTEST_GUILESS_MAIN(TestCliResyncReport)
#include "test_cli_resyncreport.moc"
