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
    for (quint8 i = 0; i <= static_cast<quint8>(DeliveryHint::ClockSkew); ++i) {
        const HintFound hint{static_cast<DeliveryHint>(i), u"7f3a"_s};
        const QString english = terms::hint(hint);
        QVERIFY(!english.contains(u'%'));
        const test::German language;
        QVERIFY(terms::hint(hint) != english);
        sentences += english;
    }
    QCOMPARE(sentences.size(), 5);
}

void TestDeliveryTerms::checksInOrder()
{
    const test::German language;
    QStringList words;
    for (quint8 i = 0; i <= static_cast<quint8>(CheckKind::Body); ++i)
        words += terms::check(static_cast<CheckKind>(i));
    QCOMPARE(words, u"Absender Kopfzeile Format Zeitfenster Signatur Inhalt"_s.split(u' '));
}

QTEST_GUILESS_MAIN(TestDeliveryTerms)
#include "test_deliveryterms.moc"
