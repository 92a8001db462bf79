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

/// "Header passed, Format failed" and so on, as one line: P, F or -.
QString outcomes(const Judgement &judgement)
{
    QString out;
    for (const DeliveryCheck &check : judgement.checks)
        out += QLatin1Char("PF-"[static_cast<int>(check.outcome)]);
    return out;
}

DeliveryCheck checkOf(const Judgement &judgement, CheckKind kind)
{
    return judgement.checks.at(static_cast<qsizetype>(kind));
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
    QTEST(outcomes(judgement), "outcomes");
    const QString line = outcomes(judgement);
    const qsizetype at = line.contains(u'F') ? line.indexOf(u'F') : line.size() - 1;
    QCOMPARE(judgement.checks.at(at).received, received);
    for (const DeliveryCheck &check : judgement.checks)
        QVERIFY(!check.expected.isEmpty());
}

void TestJudgement::withoutKeyNothingIsTaken()
{
    EndpointConfig without = config();
    for (const QList<Secret> &keys : {QList<Secret>{}, QList<Secret>{Secret()}}) {
        without.keys = keys;
        const Judgement judgement = judge(submission({signedHeader(Body, Now, Secret())}), without);
        QCOMPARE(judgement.httpStatus, 503);
        QCOMPARE(judgement.reason, QLatin1String("no_key"));
        QCOMPARE(outcomes(judgement), QStringLiteral("P---F-"));
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
    QCOMPARE(outcomes(judgement), QStringLiteral("F-----"));
    QCOMPARE(checkOf(judgement, CheckKind::Sender).expected, QStringLiteral("100.20.5.228, 10.0.0.0/8"));
    QCOMPARE(checkOf(judgement, CheckKind::Sender).received, QStringLiteral("192.0.2.7"));
    EndpointConfig open = config();
    open.allowlist = {};
    QVERIFY(judge(stranger, open).accepted());
}

void TestJudgement::factsAreShownForTheAccepted()
{
    const Judgement judgement = judge(submission({signedHeader(Body, Now + 1500, OldKey)}), config());
    QVERIFY(judgement.change.has_value());
    QCOMPARE(judgement.event, QStringLiteral("call_ended"));
    QCOMPARE(judgement.callId, CallId(QStringLiteral("call_1")));
    QCOMPARE(judgement.matchedKey, QStringLiteral("9c21"));
    QCOMPARE(judgement.skewMs, 1500);
    QCOMPARE(checkOf(judgement, CheckKind::TimeWindow).expected, QStringLiteral("±300 s"));
    QCOMPARE(checkOf(judgement, CheckKind::TimeWindow).received, QStringLiteral("+1.500 s"));
    QCOMPARE(checkOf(judgement, CheckKind::Signature).expected, QStringLiteral("key …89ab or key …9c21"));
    QCOMPARE(checkOf(judgement, CheckKind::Signature).received, QStringLiteral("key …9c21, form d"));
}

void TestJudgement::receivedTextIsBoundedAndEscaped()
{
    const QByteArray hostile = "v=1\r\n\x1b[31m\xc3\xbc" + QByteArray(10'000, 'A');
    const QString shown = checkOf(judge(submission({hostile}), config()), CheckKind::Format).received;
    QVERIFY(shown.startsWith(QStringLiteral("v=1\\x0d\\x0a\\x1b[31m\\xc3\\xbcAAA")));
    QCOMPARE(shown.size(), 200);
}

void TestJudgement::keysShowTheirLastFourOnly()
{
    EndpointConfig shortKey = config();
    shortKey.keys = {Secret::verbatim("tiny"), Key};
    const Judgement judgement =
        judge(submission({signedHeader(Body, Now, Secret::verbatim("tiny"))}), shortKey);
    QCOMPARE(checkOf(judgement, CheckKind::Signature).expected, QStringLiteral("key 1 or key …89ab"));
    QCOMPARE(checkOf(judgement, CheckKind::Signature).received, QStringLiteral("key 1, form d"));
    QVERIFY(judgement.matchedKey.isEmpty());
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
    QCOMPARE(skewText(0, Now), QStringLiteral("0 s"));
    QCOMPARE(skewText(-86'400'000, Now), QStringLiteral("-86400 s"));
    QVERIFY(skewText(Now / 1000 - Now, Now / 1000).endsWith(QStringLiteral("; v is in seconds, not ms")));
}

QTEST_GUILESS_MAIN(TestJudgement)
#include "test_judgement.moc"
