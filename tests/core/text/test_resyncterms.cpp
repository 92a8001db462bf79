// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/resyncterms.h"
#include "tests/core/text/languages.h"

#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::resyncterms;
using namespace Qt::StringLiterals;

class TestResyncTerms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void figures_data();
    void figures();
    void everyFieldHasItsName();
    void everyWordIsGerman();
    void longTextIsCutAtAWord();
    void foreignTextStaysInItsPlace();
    void numbersAreMaskedWhenWished();
    void changedFieldsAreAreas();
    void problemsAreTold();
    void waitsAreTold();
};

void TestResyncTerms::figures_data()
{
    QTest::addColumn<ResyncField>("field");
    QTest::addColumn<FigureValue>("value");
    QTest::addColumn<QString>("german");
    QTest::addColumn<QString>("english");
    using F = ResyncField;
    using V = FigureValue;
    QTest::newRow("unknown") << F::Cost << V() << u"leer"_s << u"empty"_s;
    QTest::newRow("status") << F::Status << V(u"ongoing"_s) << u"läuft"_s << u"ongoing"_s;
    QTest::newRow("ended") << F::Status << V(u"ended"_s) << u"beendet"_s << u"ended"_s;
    QTest::newRow("word of tomorrow") << F::Status << V(u"parked"_s) << u"parked"_s << u"parked"_s;
    QTest::newRow("duration") << F::Duration << V(qint64(71'000)) << u"01:11"_s << u"01:11"_s;
    QTest::newRow("cost") << F::Cost << V(qint64(97'850)) << u"9,785 ct (0,098 $)"_s
                          << u"9.785 ct ($0.098)"_s;
    QTest::newRow("items") << F::CostBreakdown << V(qint64(7)) << u"7 Posten"_s << u"7 items"_s;
    QTest::newRow("transcript") << F::Transcript << V(qint64(1'234)) << u"1.234 Zeichen"_s
                                << u"1,234 characters"_s;
    QTest::newRow("measurements") << F::LatencyMetrics << V(qint64(11)) << u"11 Messpunkte"_s
                                  << u"11 measurements"_s;
    QTest::newRow("one measurement") << F::LatencyMetrics << V(qint64(1)) << u"1 Messpunkt"_s
                                     << u"1 measurement"_s;
    QTest::newRow("p95") << F::LatencyP95 << V(3381.0) << u"3.381 ms"_s << u"3,381 ms"_s;
    QTest::newRow("p50") << F::LatencyP50 << V(2208.5) << u"2.208,5 ms"_s << u"2,208.5 ms"_s;
    QTest::newRow("summary") << F::Summary << V(u"Termin gebucht."_s) << u"„Termin gebucht.“"_s
                             << u"\"Termin gebucht.\""_s;
    QTest::newRow("sentiment") << F::Sentiment << V(u"Positive"_s) << u"positiv"_s << u"positive"_s;
    QTest::newRow("successful") << F::Successful << V(true) << u"ja"_s << u"yes"_s;
    QTest::newRow("recording") << F::Recording << V(true) << u"vorhanden"_s << u"present"_s;
    QTest::newRow("caller") << F::Caller << V(u"+493023125559"_s) << u"+49 30 23125 559"_s
                            << u"+49 30 23125 559"_s;
    QTest::newRow("start") << F::Start << V(qint64(1'759'592'556'000)) << u"Sa., 04.10.2025, 17:42:36"_s
                           << u"Sat 4 Oct 2025, 17:42:36"_s;
    QTest::newRow("other") << F::Other << V(u"agent_version, metadata"_s) << u"agent_version, metadata"_s
                           << u"agent_version, metadata"_s;
}

void TestResyncTerms::figures()
{
    QFETCH(ResyncField, field);
    QFETCH(FigureValue, value);
    const auto plain = [&] {
        return test::plainSpaces(figureText(field, value, {Formats(QLocale()), false, 60}));
    };
    {
        const test::English language;
        QTEST(plain(), "english");
    }
    const test::German language;
    QTEST(plain(), "german");
}

void TestResyncTerms::everyFieldHasItsName()
{
    const test::German language;
    QSet<QString> names;
    for (int i = 0; i < ResyncFieldCount; ++i)
        names.insert(fieldName(static_cast<ResyncField>(i)));
    QCOMPARE(names.size(), ResyncFieldCount);
    QVERIFY(!names.contains(QString()));
    QCOMPARE(fieldName(ResyncField::LatencyP95), u"Latenz p95 (E2E)"_s);
    QCOMPARE(fieldName(ResyncField::Summary), u"Zusammenfassung"_s);
}

void TestResyncTerms::everyWordIsGerman()
{
    const test::German language;
    QCOMPARE(deltaText(DeltaKind::Added), u"ergänzt"_s);
    QCOMPARE(deltaText(DeltaKind::Corrected), u"korrigiert"_s);
    QCOMPARE(deltaText(DeltaKind::Unchanged), u"unverändert"_s);
    QCOMPARE(verdictText(ResyncVerdict::Updated), u"Aktualisiert"_s);
    QCOMPARE(verdictText(ResyncVerdict::Failed), u"Fehlgeschlagen"_s);
    QCOMPARE(setAsideText(SetAside::NotStored), u"bei Retell nicht gespeichert"_s);
    QVERIFY(setAsideText(SetAside::No).isEmpty());
    ResyncRequest request;
    QCOMPARE(scopeText(request), u"alle unvollständigen"_s);
    request.scope = ResyncScope::Recent;
    request.days = 30;
    QCOMPARE(scopeText(request), u"30 Tage"_s);
    request.scope = ResyncScope::Calls;
    request.calls = {CallId(u"call_1"_s)};
    QCOMPARE(scopeText(request), u"1 Anruf"_s);
}

void TestResyncTerms::longTextIsCutAtAWord()
{
    const FigureValue summary(u"The agent booked an appointment for Tuesday"_s);
    QCOMPARE(figureText(ResyncField::Summary, summary, {Formats(), false, 24}),
             u"\"The agent booked an …\""_s);
    QCOMPARE(figureText(ResyncField::Summary, FigureValue(QString(50, u'x')), {Formats(), false, 10}),
             u"\"xxxxxxxxxx …\""_s);
}

void TestResyncTerms::foreignTextStaysInItsPlace()
{
    const QString text = figureText(ResyncField::Summary, FigureValue(u"a\u202eb\nc"_s));
    QVERIFY(!text.contains(u'\n'));
    QVERIFY(text.contains(QChar(0x2068)) && text.contains(QChar(0x2069)));
}

void TestResyncTerms::numbersAreMaskedWhenWished()
{
    const FigureValue number(u"+493023125559"_s);
    QVERIFY(!figureText(ResyncField::Caller, number, {Formats(), true, 60}).contains(u"23125"));
}

void TestResyncTerms::changedFieldsAreAreas()
{
    ResyncResult result;
    for (const ResyncField field :
         {ResyncField::Status, ResyncField::Cost, ResyncField::CostBreakdown, ResyncField::LatencyMetrics,
          ResyncField::LatencyP50, ResyncField::LatencyP95})
        result.deltas.append({field, DeltaKind::Added, {}, {}});
    result.deltas.append({ResyncField::Duration, DeltaKind::Unchanged, {}, {}});
    QCOMPARE(changedFields(result), u"Status, Cost, Latency"_s);
}

void TestResyncTerms::problemsAreTold()
{
    ResyncResult result;
    QVERIFY(problemText(result).isEmpty());
    result.setAside = SetAside::NotStored;
    QCOMPARE(problemText(result), u"not stored at Retell"_s);
    result.problem = Error{ErrorCode::ApiCallNotFound, {}, {u"422"_s}};
    QVERIFY(problemText(result).contains(u"422"));
}

void TestResyncTerms::waitsAreTold()
{
    const test::German language;
    QCOMPARE(waitText({ErrorCode::ApiThrottled, {}, {}}, 19'200), u"Wartet 20 s – Retell bremst (429)"_s);
    QCOMPARE(waitText({ErrorCode::ApiDown, {}, {}}, -5), u"Wartet 0 s – Retell ist nicht erreichbar"_s);
}

QTEST_GUILESS_MAIN(TestResyncTerms)
#include "test_resyncterms.moc"
