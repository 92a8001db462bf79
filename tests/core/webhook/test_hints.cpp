// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/hints.h"

#include "core/retell/signature.h"
#include "core/webhook/judgement.h"

#include <QTest>

using namespace anrufwarte;

namespace {

constexpr qint64 Now = 1'790'000'000'000;
const Secret Key = Secret::verbatim("key_0123456789abcdef0123456789ab");
const Secret NewKey = Secret::verbatim("key_00000000000000000000000000cd");
const Secret Foreign = Secret::verbatim("key_ffffffffffffffffffffffffffff");
const QByteArray Body =
    R"({"event":"call_ended","call":{"call_id":"call_1","url":"https://x/y","n":"Müller"}})";

/// A rejected delivery with this header, as the endpoint would have kept it under `Key`.
DeliveryRecord rejected(const QByteArray &header, const QByteArray &body = Body)
{
    EndpointConfig config;
    config.keys = {Key};
    DeliveryRecord record;
    record.receivedMs = Now;
    record.signatureHeader = header;
    record.body = body;
    const Judgement judgement = judge(submissionOf(record), config);
    if (judgement.accepted())
        qFatal("this header is not rejected");
    record.reason = judgement.reason;
    record.httpStatus = judgement.httpStatus;
    return record;
}

QByteArray hex(const Digest &digest)
{
    return QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(digest.size()))
        .toHex();
}

QByteArray header(const char *member, const Digest &digest, qint64 ms = Now)
{
    return "v=" + QByteArray::number(ms) + ',' + member + '=' + hex(digest);
}

using Hints = QList<HintFound>;

} // namespace

class TestHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clockSkewIsTold();
    void secondsInsteadOfMsAreTold();
    void wrongKeyAndWrongClockAreNotTakenForEachOther();
    void otherKeyIsNamed();
    void otherFormIsTold();
    void plainBodyHmacIsTold_data();
    void plainBodyHmacIsTold();
    void reencodedBodyIsTold_data();
    void reencodedBodyIsTold();
    void nothingIsSaidWithoutEvidence();
    void workIsBounded();
    void namesAreTakenFromRejectedBodies();
};

void TestHints::clockSkewIsTold()
{
    QCOMPARE(findHints(rejected(signedHeader(Body, Now - 301'000, Key)), {Key}),
             (Hints{{DeliveryHint::ClockSkew, QStringLiteral("-301")}}));
    QCOMPARE(findHints(rejected(signedHeader(Body, Now + 3'600'000, Key, SignatureForm::Former)), {Key}),
             (Hints{{DeliveryHint::ClockSkew, QStringLiteral("3600")}}));
}

void TestHints::secondsInsteadOfMsAreTold()
{
    const Hints hints = findHints(rejected(signedHeader(Body, Now / 1000, Foreign)), {Key});
    QCOMPARE(hints.size(), 1);
    QCOMPARE(hints.first().hint, DeliveryHint::TimeInSeconds);
}

void TestHints::wrongKeyAndWrongClockAreNotTakenForEachOther()
{
    QCOMPARE(findHints(rejected(signedHeader(Body, Now - 301'000, Foreign)), {Key}), Hints{});
}

void TestHints::otherKeyIsNamed()
{
    const DeliveryRecord record = rejected(signedHeader(Body, Now, NewKey));
    QCOMPARE(findHints(record, {Key, NewKey}),
             (Hints{{DeliveryHint::OtherKeyMatches, QStringLiteral("00cd")}}));
    QCOMPARE(findHints(record, {Key}), Hints{});
}

void TestHints::otherFormIsTold()
{
    const Hints expected{{DeliveryHint::OtherSchemeMatches, {}}};
    QCOMPARE(findHints(rejected(header("d", signatureOf(Body, Now, SignatureForm::Former, Key))), {Key}),
             expected);
    QCOMPARE(
        findHints(rejected(header("signature", signatureOf(Body, Now, SignatureForm::Retell, Key))), {Key}),
        expected);
}

void TestHints::plainBodyHmacIsTold_data()
{
    QTest::addColumn<QByteArray>("value");
    const Digest plain = hmacSha256(Key.reveal(), {Body});
    QTest::newRow("in the header form") << header("d", plain);
    QTest::newRow("bare") << hex(plain);
    QTest::newRow("named") << "sha256=" + hex(plain).toUpper();
}

void TestHints::plainBodyHmacIsTold()
{
    QFETCH(QByteArray, value);
    QCOMPARE(findHints(rejected(value), {Key}), (Hints{{DeliveryHint::PlainBodyHmac, {}}}));
}

void TestHints::reencodedBodyIsTold_data()
{
    QTest::addColumn<QByteArray>("arrived");
    QTest::addColumn<QString>("argument");
    QTest::newRow("pretty") << QByteArray(
                                   "{\n  \"event\": \"call_ended\",\n  \"call\": {\"call_id\":\"call_1\", "
                                   "\"url\":\"https://x/y\", \"n\":\"Müller\"}\n}")
                            << QStringLiteral("compact");
    QTest::newRow("PHP")
        << QByteArray(
               R"({"event":"call_ended","call":{"call_id":"call_1","url":"https:\/\/x\/y","n":"M\u00fcller"}})")
        << QStringLiteral("compact");
    QTest::newRow("line end added") << Body + '\n' << QStringLiteral("without outer white space");
}

void TestHints::reencodedBodyIsTold()
{
    QFETCH(QByteArray, arrived);
    QFETCH(QString, argument);
    for (const SignatureForm form : {SignatureForm::Retell, SignatureForm::Former}) {
        QCOMPARE(findHints(rejected(signedHeader(Body, Now, Key, form), arrived), {Foreign, Key}),
                 (Hints{{DeliveryHint::BodyReencoded, argument}}));
    }
}

void TestHints::nothingIsSaidWithoutEvidence()
{
    QCOMPARE(findHints(rejected(signedHeader(Body, Now, Foreign)), {Key}), Hints{});
    QCOMPARE(findHints(rejected(""), {Key}), Hints{});
    QCOMPARE(findHints(rejected("v=1,d=xyz"), {Key}), Hints{});
    QCOMPARE(findHints(rejected(signedHeader(Body, Now, NewKey)), {}), Hints{});
    QCOMPARE(findHints(rejected(signedHeader(Body, Now, Secret())), {Secret()}), Hints{});
}

void TestHints::workIsBounded()
{
    QList<Secret> many(100, Foreign);
    const DeliveryRecord record = rejected(signedHeader(Body, Now, NewKey));
    QCOMPARE(findHints(record, many + QList<Secret>{NewKey}).size(), 1); // the same key counts once
    QList<Secret> different;
    for (int i = 0; i < 8; ++i)
        different.append(Secret::verbatim("key number " + QByteArray::number(i)));
    QCOMPARE(findHints(record, different + QList<Secret>{NewKey}), Hints{});
    const QByteArray large = '"' + QByteArray(1024 * 1024, 'x') + '"';
    QCOMPARE(findHints(rejected(signedHeader(large, Now - 301'000, Key), large), {Key}), Hints{});
}

void TestHints::namesAreTakenFromRejectedBodies()
{
    QCOMPARE(namesIn(Body),
             (UnverifiedNames{QStringLiteral("call_ended"), CallId(QStringLiteral("call_1"))}));
    QCOMPARE(namesIn(R"({"event":7,"call":{"call_id":"c"}})"),
             (UnverifiedNames{{}, CallId(QStringLiteral("c"))}));
    for (const char *body : {"", "{", "[]", "null", "\xff"})
        QCOMPARE(namesIn(body), UnverifiedNames{});
    QCOMPARE(namesIn(R"({"event":")" + QByteArray(5000, 'x') + R"("})").event.size(), 200);
    QCOMPARE(namesIn(R"({"event":"x","d":)" + QByteArray(64, '[') + QByteArray(64, ']') + '}'),
             UnverifiedNames{});
}

QTEST_GUILESS_MAIN(TestHints)
#include "test_hints.moc"
