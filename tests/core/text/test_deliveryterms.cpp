// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/terms.h"
#include "tests/core/text/languages.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {
DeliveryRecord rejectedFor(const QString &reason)
{
    DeliveryRecord record;
    record.reason = reason;
    record.sender = u"203.0.113.24"_s;
    record.path = u"/webhooks/retellx"_s;
    record.method = u"GET"_s;
    return record;
}
} // namespace

class TestDeliveryTerms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyReasonHasASentence();
    void clockIsNamedWithItsError();
    void keyIsNamedByItsLastFour();
    void factsStandInTheSentence();
    void everyHintHasASentence();
    void checksInOrder();
    void factsInWords_data();
    void factsInWords();
    void secondsAreNoClockError();
};

void TestDeliveryTerms::everyReasonHasASentence()
{
    const QStringList reasons =
        u"signature_missing signature_malformed timestamp_expired timestamp_future signature_mismatch "
        u"sender_not_allowed bad_request bad_json no_event no_call_id not_found method_not_allowed timeout "
        u"body_too_large header_too_large target_too_long encoding no_key store_unavailable queue_full"_s
            .split(u' ');
    for (const QString &reason : reasons) {
        const QString english = terms::rejection(rejectedFor(reason));
        QVERIFY2(english != reason && !english.contains(u'%'), qPrintable(english));
        const test::German language;
        QVERIFY2(terms::rejection(rejectedFor(reason)) != english, qPrintable(english));
    }
    QCOMPARE(terms::rejection(rejectedFor(u"reason_of_tomorrow"_s)), u"reason_of_tomorrow"_s);
    QCOMPARE(terms::rejection(rejectedFor(QString())), u"Rejected."_s);
}

void TestDeliveryTerms::clockIsNamedWithItsError()
{
    const test::German language;
    DeliveryRecord record = rejectedFor(u"timestamp_expired"_s);
    record.skewMs = -412'300;
    QCOMPARE(terms::rejection(record),
             u"Die Uhr dieses Rechners geht 412 s vor. Retell-Signaturen gelten 300 s."_s);
    record.reason = u"timestamp_future"_s;
    record.skewMs = 900'000;
    record.checks = {{CheckKind::TimeWindow, CheckOutcome::Failed, u"±60 s (1…2)"_s, {}}};
    QCOMPARE(terms::rejection(record),
             u"Die Uhr dieses Rechners geht 900 s nach. Retell-Signaturen gelten 60 s."_s);
}

void TestDeliveryTerms::keyIsNamedByItsLastFour()
{
    const test::German language;
    DeliveryRecord record = rejectedFor(u"signature_mismatch"_s);
    record.checks = {{CheckKind::Signature, CheckOutcome::Failed, u"key …7f3a"_s, u"9c41…"_s}};
    QCOMPARE(
        terms::rejection(record),
        u"Signatur passt nicht zum hinterlegten Schlüssel (…7f3a). Trägt in Retell ein anderer Schlüssel das "
        u"Webhook-Kennzeichen?"_s);
    record.checks.clear();
    QVERIFY(!terms::rejection(record).contains(u'('));
}

void TestDeliveryTerms::factsStandInTheSentence()
{
    QCOMPARE(terms::rejection(rejectedFor(u"sender_not_allowed"_s)),
             u"Sender 203.0.113.24 is not allowed."_s);
    QVERIFY(terms::rejection(rejectedFor(u"not_found"_s)).contains(u"/webhooks/retellx"));
    QVERIFY(terms::rejection(rejectedFor(u"method_not_allowed"_s)).contains(u"GET"));
}

void TestDeliveryTerms::everyHintHasASentence()
{
    QSet<QString> sentences;
    for (quint8 i = 0; i <= static_cast<quint8>(DeliveryHint::TimeInSeconds); ++i) {
        const HintFound hint{static_cast<DeliveryHint>(i), u"7f3a"_s};
        const QString english = terms::hint(hint);
        QVERIFY(!english.contains(u'%'));
        const test::German language;
        QVERIFY(terms::hint(hint) != english);
        sentences += english;
    }
    QCOMPARE(sentences.size(), 6);
}

void TestDeliveryTerms::checksInOrder()
{
    const test::German language;
    QStringList words;
    for (quint8 i = 0; i <= static_cast<quint8>(CheckKind::Body); ++i)
        words += terms::check(static_cast<CheckKind>(i));
    QCOMPARE(words, u"Absender Kopfzeile Format Zeitfenster Signatur Inhalt"_s.split(u' '));
}

void TestDeliveryTerms::factsInWords_data()
{
    QTest::addColumn<CheckKind>("kind");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("received");
    QTest::addColumn<QString>("expectedInWords");
    QTest::addColumn<QString>("receivedInWords");
    const auto row = [](CheckKind kind, const QStringList &texts) {
        QTest::addRow("%s", qPrintable(texts[1])) << kind << texts[0] << texts[1] << texts[2] << texts[3];
    };
    const QString header = u"one X-Retell-Signature"_s;
    row(CheckKind::Sender, {u"any address"_s, u"127.0.0.1"_s, u"any address"_s, u"127.0.0.1"_s});
    row(CheckKind::Sender, {u"10.0.0.0/8"_s, u"::1"_s, u"10.0.0.0/8"_s, u"::1"_s});
    row(CheckKind::Header, {header, u"one"_s, u"X-Retell-Signature"_s, u"present"_s});
    row(CheckKind::Header, {header, u"none"_s, u"X-Retell-Signature"_s, u"none"_s});
    row(CheckKind::Header, {header, u"2 headers"_s, u"X-Retell-Signature"_s, u"2 header(s)"_s});
    row(CheckKind::TimeWindow, {u"±300 s"_s, u"-412 s"_s, u"at most 300 s apart"_s, u"-412 s"_s});
    row(CheckKind::TimeWindow, {u"±0.5 s"_s, u"-9 s; v is in seconds, not ms"_s, u"at most 0.5 s apart"_s,
                                u"-9 s (the time is in seconds, not in milliseconds)"_s});
    row(CheckKind::TimeWindow, {u"±1800 s"_s, u"-412.311 s"_s, u"at most 1,800 s apart"_s, u"-412.311 s"_s});
    row(CheckKind::Format,
        {u"words of tomorrow"_s, u"v=1759591937412,d=9c41"_s + u"0123456789"_s.repeated(5) + u"abe07b"_s,
         u"words of tomorrow"_s, u"v=1759591937412,d=9c41…e07b"_s});
    row(CheckKind::Signature, {u"key …7f3a or key 2"_s, u"no key matches, form d"_s, u"key …7f3a or key 2"_s,
                               u"no key matches, header form d="_s});
    row(CheckKind::Signature,
        {u"a configured key"_s, u"no key is configured"_s, u"a stored key"_s, u"no key is stored"_s});
    row(CheckKind::Body, {u"words of tomorrow"_s, u"one"_s, u"words of tomorrow"_s, u"one"_s});
}

void TestDeliveryTerms::factsInWords()
{
    QFETCH(CheckKind, kind);
    QFETCH(QString, expected);
    QFETCH(QString, received);
    const DeliveryCheck check{kind, CheckOutcome::Passed, expected, received};
    QTEST(terms::expected(check), "expectedInWords");
    QTEST(terms::received(check), "receivedInWords");
}

void TestDeliveryTerms::secondsAreNoClockError()
{
    DeliveryRecord record = rejectedFor(u"timestamp_expired"_s);
    record.skewMs = -1'758'241'759'000;
    record.checks = {{CheckKind::TimeWindow, CheckOutcome::Failed, u"±300 s"_s,
                      u"-1758241759 s; v is in seconds, not ms"_s}};
    QVERIFY2(!terms::rejection(record).contains(u"clock"), qPrintable(terms::rejection(record)));
}

QTEST_GUILESS_MAIN(TestDeliveryTerms)
#include "test_deliveryterms.moc"
