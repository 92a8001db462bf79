// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/judgement.h"

#include "core/retell/signature.h"
#include "core/webhook/diagnosis.h"

#include <QTest>

using namespace anrufwarte;

namespace {

constexpr qint64 Now = 1'790'000'000'000;
const Secret Key = Secret::verbatim("key_0123456789abcdef0123456789ab");
const Secret OldKey = Secret::verbatim("key_0123456789abcdef012345679c21");
const Secret Foreign = Secret::verbatim("key_ffffffffffffffffffffffffffff");
const QByteArray Body = R"({"event":"call_ended","call":{"call_id":"call_1"}})";

EndpointConfig config()
{
    EndpointConfig out;
    out.keys = {Key, OldKey};
    out.allowlistEntries = QStringList{QStringLiteral("100.20.5.228"), QStringLiteral("10.0.0.0/8")};
    out.allowlist = http::AddressList::parse(out.allowlistEntries).value();
    return out;
}

Submission submission(const QList<QByteArray> &headers, const QByteArray &body = Body)
{
    return {QHostAddress(QStringLiteral("100.20.5.228")), headers, body, Now};
}

using Checks = QList<DeliveryCheck>;

Checks checksFor(const Submission &submission, const EndpointConfig &config = ::config())
{
    return checksOf(submission, judge(submission, config), config);
}

/// "Header passed, Format failed" and so on, as one line: P, F or -.
QString outcomes(const Checks &checks)
{
    QString out;
    for (const DeliveryCheck &check : checks)
        out += QLatin1Char("PF-"[static_cast<int>(check.outcome)]);
    return out;
}

DeliveryCheck checkOf(const Checks &checks, CheckKind kind)
{
    return checks.at(static_cast<qsizetype>(kind));
}

} // namespace

class TestJudgement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultHasItsAnswerAndItsCheck_data();
    void everyFaultHasItsAnswerAndItsCheck();
    void withoutKeyNothingIsTaken();
    void senderIsJudgedFirst();
    void factsAreShownForTheAccepted();
    void passedOnesFollowFromTheRecord_data();
    void passedOnesFollowFromTheRecord();
    void receivedTextIsBoundedAndEscaped();
    void keysShowTheirLastFourOnly();
    void keptDeliveriesAreJudgedAtTheirTime();
    void skewIsReadable();
};

void TestJudgement::everyFaultHasItsAnswerAndItsCheck_data()
{
    QTest::addColumn<QList<QByteArray>>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("outcomes");
    QTest::addColumn<QString>("received");
    const auto row = [](const char *name, const QList<QByteArray> &headers, const QByteArray &body,
                        int status, const char *reason, const char *outcomes, const QString &received) {
        QTest::newRow(name) << headers << body << status << QString::fromLatin1(reason)
                            << QString::fromLatin1(outcomes) << received;
    };
    const QByteArray good = signedHeader(Body, Now, Key);
    row("no header", {}, Body, 401, "signature_missing", "PF----", QStringLiteral("none"));
    row("empty header", {""}, Body, 401, "signature_missing", "PF----", QStringLiteral("empty"));
    row("two headers", {good, good}, Body, 401, "signature_malformed", "PF----", QStringLiteral("2 headers"));
    row("malformed", {"t=1,v1=ab"}, Body, 401, "signature_malformed", "PPF---", QStringLiteral("t=1,v1=ab"));
    row("old", {signedHeader(Body, Now - 300'001, Key)}, Body, 401, "timestamp_expired", "PPPF--",
        QStringLiteral("-300.001 s"));
    row("future", {signedHeader(Body, Now + 301'000, Key)}, Body, 401, "timestamp_future", "PPPF--",
        QStringLiteral("+301 s"));
    row("other key", {signedHeader(Body, Now, Foreign)}, Body, 401, "signature_mismatch", "PPPPF-",
        QStringLiteral("no key matches, form d"));
    const auto signedBody = [&row](const char *name, const QByteArray &body, const char *reason,
                                   const char *text) {
        row(name, {signedHeader(body, Now, Key)}, body, 400, reason, "PPPPPF", QString::fromLatin1(text));
    };
    signedBody("bad JSON", "{", "bad_json", "incomplete JSON at byte 1");
    signedBody("no event", "{}", "no_event", "no event");
    signedBody("no call id", R"({"event":"call_ended"})", "no_call_id", "no call.call_id");
    row("good", {good}, Body, 204, "", "PPPPPP", QStringLiteral("call_ended call_1"));
    const QByteArray chat = R"({"event":"chat_ended"})";
    row("chat", {signedHeader(chat, Now, Key)}, chat, 204, "", "PPPPPP", QStringLiteral("chat_ended "));
}

void TestJudgement::everyFaultHasItsAnswerAndItsCheck()
{
    QFETCH(QList<QByteArray>, headers);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, reason);
    QFETCH(QString, received);
    const Judgement judgement = judge(submission(headers, body), config());
    QCOMPARE(judgement.httpStatus, status);
    QCOMPARE(judgement.reason, reason);
    QCOMPARE(judgement.accepted(), reason.isEmpty());
    const Checks checks = checksFor(submission(headers, body));
    QTEST(outcomes(checks), "outcomes");
    const QString line = outcomes(checks);
    const qsizetype at = line.contains(u'F') ? line.indexOf(u'F') : line.size() - 1;
    QCOMPARE(checks.at(at).received, received);
    for (const DeliveryCheck &check : checks)
        QVERIFY(!check.expected.isEmpty());
}

void TestJudgement::withoutKeyNothingIsTaken()
{
    EndpointConfig without = config();
    for (const QList<Secret> &keys : {QList<Secret>{}, QList<Secret>{Secret()}}) {
        without.keys = keys;
        const Submission sent = submission({signedHeader(Body, Now, Secret())});
        const Judgement judgement = judge(sent, without);
        QCOMPARE(judgement.httpStatus, 503);
        QCOMPARE(judgement.reason, QLatin1String("no_key"));
        QCOMPARE(outcomes(checksFor(sent, without)), QStringLiteral("P---F-"));
    }
}

void TestJudgement::senderIsJudgedFirst()
{
    Submission stranger = submission({signedHeader(Body, Now, Key)});
    stranger.sender = QHostAddress(QStringLiteral("192.0.2.7"));
    EndpointConfig strict = config();
    strict.keys.clear();
    const Judgement judgement = judge(stranger, strict);
    QCOMPARE(judgement.httpStatus, 401);
    QCOMPARE(judgement.reason, QLatin1String("sender_not_allowed"));
    const Checks checks = checksFor(stranger, strict);
    QCOMPARE(outcomes(checks), QStringLiteral("F-----"));
    QCOMPARE(checkOf(checks, CheckKind::Sender).expected, QStringLiteral("100.20.5.228, 10.0.0.0/8"));
    QCOMPARE(checkOf(checks, CheckKind::Sender).received, QStringLiteral("192.0.2.7"));
    EndpointConfig open = config();
    open.allowlist = {};
    QVERIFY(judge(stranger, open).accepted());
}

void TestJudgement::factsAreShownForTheAccepted()
{
    const Submission sent = submission({signedHeader(Body, Now + 1500, OldKey)});
    const Judgement judgement = judge(sent, config());
    QVERIFY(judgement.change.has_value());
    QCOMPARE(judgement.event, QStringLiteral("call_ended"));
    QCOMPARE(judgement.callId, CallId(QStringLiteral("call_1")));
    QCOMPARE(judgement.matchedKey, QStringLiteral("9c21"));
    QCOMPARE(judgement.skewMs, 1500);
    const Checks checks = checksFor(sent);
    QCOMPARE(checkOf(checks, CheckKind::TimeWindow).expected, QStringLiteral("±300 s"));
    QCOMPARE(checkOf(checks, CheckKind::TimeWindow).received, QStringLiteral("+1.500 s"));
    QCOMPARE(checkOf(checks, CheckKind::Signature).expected, QStringLiteral("key …89ab or key …9c21"));
    QCOMPARE(checkOf(checks, CheckKind::Signature).received, QStringLiteral("key …9c21, form d"));
}

void TestJudgement::passedOnesFollowFromTheRecord_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    const QByteArray longName =
        R"({"event":")" + QByteArray(300, 'e') + R"(\u00fc","call":{"call_id":"call_ü"}})";
    const QByteArray former = signedHeader(Body, Now - 2000, Key, SignatureForm::Former);
    QTest::newRow("form d") << signedHeader(Body, Now, Key) << Body;
    QTest::newRow("other key, another second") << signedHeader(Body, Now + 1500, OldKey) << Body;
    QTest::newRow("former form") << former << Body;
    QTest::newRow("capitals") << former.toUpper() << Body;
    QTest::newRow("long names") << signedHeader(longName, Now, Key) << longName;
}

/// A delivery that passed is kept without its checks: read back, they are the same.
void TestJudgement::passedOnesFollowFromTheRecord()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    const Submission sent = submission({header}, body);
    const Judgement judgement = judge(sent, config());
    QVERIFY(judgement.accepted());
    DeliveryRecord record;
    record.receivedMs = sent.receivedMs;
    record.sender = sent.sender.toString();
    record.signatureHeader = header;
    record.event = judgement.event.left(200);
    record.callId = judgement.callId;
    record.matchedKey = judgement.matchedKey;
    record.skewMs = judgement.skewMs;
    const std::optional<CheckTerms> terms = checkTermsFrom(toText(checkTermsOf(config())));
    QVERIFY(terms.has_value());
    QCOMPARE(passedChecks(record, *terms), checksFor(sent));
}

void TestJudgement::receivedTextIsBoundedAndEscaped()
{
    const QByteArray hostile = "v=1\r\n\x1b[31m\xc3\xbc" + QByteArray(10'000, 'A');
    const QString shown = checkOf(checksFor(submission({hostile})), CheckKind::Format).received;
    QVERIFY(shown.startsWith(QStringLiteral("v=1\\x0d\\x0a\\x1b[31m\\xc3\\xbcAAA")));
    QCOMPARE(shown.size(), 200);
}

void TestJudgement::keysShowTheirLastFourOnly()
{
    EndpointConfig shortKey = config();
    shortKey.keys = {Secret::verbatim("tiny"), Key};
    const Submission sent = submission({signedHeader(Body, Now, Secret::verbatim("tiny"))});
    const Checks checks = checksFor(sent, shortKey);
    QCOMPARE(checkOf(checks, CheckKind::Signature).expected, QStringLiteral("key 1 or key …89ab"));
    QCOMPARE(checkOf(checks, CheckKind::Signature).received, QStringLiteral("key 1, form d"));
    QVERIFY(judge(sent, shortKey).matchedKey.isEmpty());
}

void TestJudgement::keptDeliveriesAreJudgedAtTheirTime()
{
    DeliveryRecord record;
    record.sender = QStringLiteral("100.20.5.228");
    record.receivedMs = Now - 86'400'000;
    record.signatureHeader = signedHeader(Body, record.receivedMs, Foreign);
    record.body = Body;
    QCOMPARE(judge(submissionOf(record), config()).reason, QLatin1String("signature_mismatch"));
    EndpointConfig today = config();
    today.keys.append(Foreign);
    QVERIFY(judge(submissionOf(record), today).accepted());
    record.signatureHeader.clear();
    QCOMPARE(judge(submissionOf(record), today).reason, QLatin1String("signature_missing"));
}

void TestJudgement::skewIsReadable()
{
    QCOMPARE(checktext::skew(0, Now), QStringLiteral("0 s"));
    QCOMPARE(checktext::skew(-86'400'000, Now), QStringLiteral("-86400 s"));
    QVERIFY(
        checktext::skew(Now / 1000 - Now, Now / 1000).endsWith(QStringLiteral("; v is in seconds, not ms")));
}

QTEST_GUILESS_MAIN(TestJudgement)
#include "test_judgement.moc"
