// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/signature.h"

#include "core/base/json.h"
#include "tests/support/testdata.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace anrufwarte;

namespace {

constexpr qint64 Now = 1'790'000'000'000;
constexpr qint64 Tolerance = 300'000;
const Secret Key = Secret::verbatim("key_0123456789abcdef0123456789ab");
const Secret OtherKey = Secret::verbatim("key_ffffffffffffffffffffffffffff");
const QByteArray Body = R"({"event":"call_ended"})";

SignatureFault faultOf(const QList<QByteArray> &headers, const QList<Secret> &keys = {Key}, qint64 now = Now)
{
    return verify(Body, headers, keys, now, Tolerance).fault;
}

QByteArray textMember(const JsonValue &object, const char *name)
{
    return object.member(name).text().value_or(QString()).toUtf8();
}

} // namespace

class TestSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsAreJudgedAsExpected_data();
    void vectorsAreJudgedAsExpected();
    void officialVectorsBesideTheCheckout();
    void hmacIsThatOfOthers();
    void malformedHeadersAreRefused_data();
    void malformedHeadersAreRefused();
    void largestTimestampIsTwoToThe53();
    void exactlyOneHeaderCounts();
    void edgesOfTheWindowAreInside_data();
    void edgesOfTheWindowAreInside();
    void timeIsJudgedBeforeTheSignature();
    void everyKeyIsTriedAndTheMatchingOneNamed();
    void emptyKeysNeverMatch();
    void formsDoNotCross();
    void everyBitOfTheDigestCounts();
    void everyByteOfTheBodyCounts();
    void verifiedBodyCarriesWhatWasSigned();
};

void TestSignature::vectorsAreJudgedAsExpected_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<bool>("expected");
    const Result<JsonDocument> document = JsonDocument::parse(test::data(QStringLiteral("signatures.json")));
    QVERIFY(document.has_value());
    const JsonValue vectors = document->root().member("vectors");
    QCOMPARE(vectors.size(), 60);
    for (qsizetype i = 0; i < vectors.size(); ++i) {
        const JsonValue vector = vectors.at(i);
        QTest::newRow(textMember(vector, "id").constData())
            << QByteArray::fromBase64(textMember(vector, "body_base64")) << textMember(vector, "key")
            << textMember(vector, "header") << vector.member("now_ms").integer().value()
            << vector.member("expected").flag().value();
    }
}

void TestSignature::vectorsAreJudgedAsExpected()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, header);
    QFETCH(qint64, now);
    QFETCH(bool, expected);
    const SignatureVerdict verdict = verify(body, {header}, {Secret::verbatim(key)}, now, Tolerance);
    QCOMPARE(verdict.fault == SignatureFault::None, expected);
    QCOMPARE(verdict.verified.has_value(), expected);
}

void TestSignature::hmacIsThatOfOthers()
{
    for (const qsizetype keySize :
         {0, 1, 32, 63, 64, 65, 128, 200}) { // RFC 2104: beyond a block it is hashed
        const QByteArray key(keySize, 'k');
        for (const qsizetype size : {0, 1, 55, 56, 63, 64, 65, 1000}) {
            const QByteArray message(size, 'm');
            const Digest digest = hmacSha256(key, {message, "tail"});
            QCOMPARE(QByteArray(reinterpret_cast<const char *>(digest.data()), digest.size()),
                     QMessageAuthenticationCode::hash(message + "tail", key, QCryptographicHash::Sha256));
        }
    }
}

void TestSignature::officialVectorsBesideTheCheckout()
{
    const auto dir = test::besideCheckout(QStringLiteral("corpora/signature"));
    if (!dir)
        QSKIP("no corpora beside the checkout");
    QFile file(dir->filePath(QStringLiteral("vectors.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<JsonDocument> document = JsonDocument::parse(file.readAll());
    QVERIFY(document.has_value());
    const JsonValue official = document->root().member("retell");
    const QByteArray body = textMember(official, "body");
    const QList<Secret> keys{Secret::verbatim(textMember(official, "key"))};
    const qint64 ms = official.member("timestamp_ms").integer().value();
    const QByteArray header = "v=" + QByteArray::number(ms) + ",d=" + textMember(official, "digest");
    QCOMPARE(verify(body, {header}, keys, ms, Tolerance).fault, SignatureFault::None);
    const JsonValue malformed = official.member("malformed");
    for (qsizetype i = 0; i < malformed.size(); ++i) {
        const QByteArray bad = malformed.at(i).text().value().toUtf8();
        const SignatureFault fault = verify(body, {bad}, keys, ms, Tolerance).fault;
        QVERIFY2(fault == (bad.isEmpty() ? SignatureFault::Missing : SignatureFault::Malformed),
                 bad.constData());
    }
}

void TestSignature::malformedHeadersAreRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    const QByteArray hex(64, 'a');
    const auto row = [](const char *name, const QByteArray &header) { QTest::newRow(name) << header; };
    row("space", " ");
    row("nul", QByteArray("v=1,d=", 6) + QByteArray(64, '\0'));
    row("no digits", "v=,d=" + hex);
    row("plus", "v=+1,d=" + hex);
    row("minus", "v=-1,d=" + hex);
    row("fraction", "v=1.0,d=" + hex);
    row("exponent", "v=1e3,d=" + hex);
    row("hex time", "v=0x10,d=" + hex);
    row("arabic digits", QByteArray("v=\xd9\xa1\xd9\xa2,d=") + hex);
    row("full-width digits", QByteArray("v=\xef\xbc\x91,d=") + hex);
    row("overflow", "v=9223372036854775808,d=" + hex);
    row("other member", "v=1,x=" + hex);
    row("member prefix", "v=1,sig=" + hex);
    row("long member", "v=1,signatures=" + hex);
    row("63 digits", "v=1,d=" + hex.first(63));
    row("65 digits", "v=1,d=" + hex + 'a');
    row("non-hex", "v=1,d=" + hex.first(63) + 'g');
    row("base64", "v=1,d=" + QByteArray(44, 'A'));
    row("space before member", "v=1, d=" + hex);
    row("space after", "v=1,d=" + hex + ' ');
    row("line end", "v=1,d=" + hex + '\n');
    row("third member", "v=1,d=" + hex + ",x=1");
    row("two digests", "v=1,d=" + hex + ",d=" + hex);
    row("joined headers", "v=1,d=" + hex + ", v=1,d=" + hex);
    row("semicolon", "v=1;d=" + hex);
    row("comma first", ",d=" + hex);
    row("no second member", "v=1,");
}

void TestSignature::malformedHeadersAreRefused()
{
    QFETCH(QByteArray, header);
    QVERIFY(!parseSignatureHeader(header));
    QCOMPARE(faultOf({header}), SignatureFault::Malformed);
}

void TestSignature::largestTimestampIsTwoToThe53()
{
    const QByteArray hex(64, 'B');
    QCOMPARE(parseSignatureHeader("v=9007199254740992,d=" + hex)->timestampMs, 9007199254740992);
    QVERIFY(!parseSignatureHeader("v=9007199254740993,d=" + hex));
    QCOMPARE(parseSignatureHeader("v=000000000000000000000000000042,d=" + hex)->timestampMs, 42);
    QCOMPARE(parseSignatureHeader("V=1,SIGNATURE=" + hex)->form, SignatureForm::Former);
}

void TestSignature::exactlyOneHeaderCounts()
{
    const QByteArray good = signedHeader(Body, Now, Key);
    QCOMPARE(faultOf({good}), SignatureFault::None);
    QCOMPARE(faultOf({}), SignatureFault::Missing);
    QCOMPARE(faultOf({""}), SignatureFault::Missing);
    QCOMPARE(faultOf({good, good}), SignatureFault::Malformed);
    QCOMPARE(faultOf({good, ""}), SignatureFault::Malformed);
    QCOMPARE(faultOf({"", ""}), SignatureFault::Malformed);
}

void TestSignature::edgesOfTheWindowAreInside_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, qint64 offset, SignatureFault fault) {
        QTest::newRow(name) << offset << static_cast<int>(fault);
    };
    row("now", 0, SignatureFault::None);
    row("oldest", -Tolerance, SignatureFault::None);
    row("too old", -Tolerance - 1, SignatureFault::Expired);
    row("latest", Tolerance, SignatureFault::None);
    row("too new", Tolerance + 1, SignatureFault::Future);
    row("seconds instead of ms", Now / 1000 - Now, SignatureFault::Expired);
    row("microseconds", Now * 1000 - Now, SignatureFault::Future);
}

void TestSignature::edgesOfTheWindowAreInside()
{
    QFETCH(qint64, offset);
    QFETCH(int, fault);
    for (const SignatureForm form : {SignatureForm::Retell, SignatureForm::Former}) {
        const SignatureVerdict verdict =
            verify(Body, {signedHeader(Body, Now + offset, Key, form)}, {Key}, Now, Tolerance);
        QCOMPARE(static_cast<int>(verdict.fault), fault);
        QCOMPARE(verdict.skewMs, offset);
    }
}

void TestSignature::timeIsJudgedBeforeTheSignature()
{
    const QByteArray old = signedHeader(Body, Now - Tolerance - 1, OtherKey);
    QCOMPARE(faultOf({old}), SignatureFault::Expired);
}

void TestSignature::everyKeyIsTriedAndTheMatchingOneNamed()
{
    const QByteArray header = signedHeader(Body, Now, OtherKey);
    QCOMPARE(faultOf({header}), SignatureFault::Mismatch);
    const SignatureVerdict verdict = verify(Body, {header}, {Key, OtherKey}, Now, Tolerance);
    QCOMPARE(verdict.keyIndex, 1);
    QCOMPARE(verdict.verified->keyLastFour(), QStringLiteral("ffff"));
    QCOMPARE(faultOf({header}, {}), SignatureFault::Mismatch);
}

void TestSignature::emptyKeysNeverMatch()
{
    // The digest an empty key would have made: HMAC accepts it, we must not.
    const QByteArray header = signedHeader(Body, Now, Secret());
    QCOMPARE(faultOf({header}, {Secret(), Secret::verbatim("")}), SignatureFault::Mismatch);
}

void TestSignature::formsDoNotCross()
{
    QByteArray retellAsFormer = signedHeader(Body, Now, Key, SignatureForm::Retell);
    QCOMPARE(faultOf({retellAsFormer.replace(",d=", ",signature=")}), SignatureFault::Mismatch);
    QByteArray formerAsRetell = signedHeader(Body, Now, Key, SignatureForm::Former);
    QCOMPARE(faultOf({formerAsRetell.replace(",signature=", ",d=")}), SignatureFault::Mismatch);
}

void TestSignature::everyBitOfTheDigestCounts()
{
    const SignatureHeader good = parseSignatureHeader(signedHeader(Body, Now, Key)).value();
    for (size_t bit = 0; bit < 256; ++bit) {
        Digest changed = good.digest;
        changed[bit / 8] = static_cast<unsigned char>(changed[bit / 8] ^ (1U << (bit % 8)));
        QVERIFY(!sameDigest(changed, good.digest));
    }
    QVERIFY(sameDigest(good.digest, good.digest));
}

void TestSignature::everyByteOfTheBodyCounts()
{
    const QByteArray header = signedHeader(Body, Now, Key);
    for (qsizetype i = 0; i < Body.size(); ++i) {
        QByteArray changed = Body;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        QCOMPARE(verify(changed, {header}, {Key}, Now, Tolerance).fault, SignatureFault::Mismatch);
    }
}

void TestSignature::verifiedBodyCarriesWhatWasSigned()
{
    const QByteArray body = QByteArray::fromHex("00ff0d0a7b7d");
    const QByteArray header = signedHeader(body, Now - 1, Key, SignatureForm::Former);
    const SignatureVerdict verdict = verify(body, {header}, {Key}, Now, Tolerance);
    QCOMPARE(verdict.verified->bytes(), body);
    QCOMPARE(verdict.verified->timestampMs(), Now - 1);
    QCOMPARE(verdict.verified->form(), SignatureForm::Former);
    QCOMPARE(verdict.verified->keyLastFour(), QStringLiteral("89ab"));
}

QTEST_GUILESS_MAIN(TestSignature)
#include "test_signature.moc"
