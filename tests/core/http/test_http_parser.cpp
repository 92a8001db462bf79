// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/parser.h"

#include <QTest>

using namespace anrufwarte;
using http::RequestParser;
using Step = RequestParser::Step;

namespace {

/// Feeds pieces the way a connection does: what is not consumed is offered again. One line per request: "POST
/// /in body=… keep", then how it ended: "more", "400 bad_request".
QByteArrayList read(const QByteArrayList &pieces, const http::Limits &limits = {})
{
    RequestParser parser(limits);
    QByteArrayList story;
    QByteArray unread;
    for (const QByteArray &piece : pieces) {
        unread += piece;
        while (!unread.isEmpty()) {
            const auto [step, consumed] = parser.feed(unread);
            unread.remove(0, consumed);
            if (step == Step::Refused) {
                const http::Refusal refusal = parser.refusal();
                return story << QByteArray::number(refusal.status) + ' ' + refusal.reason.toByteArray();
            }
            if (step == Step::NeedMore)
                break;
            const QByteArray manner = parser.keepsAlive() ? "keep" : "close";
            const http::Request request = parser.takeRequest();
            story << request.method + ' ' + request.target + " body=" + request.body + ' ' + manner;
        }
    }
    return story << "more";
}

QByteArray chunked(const QByteArray &chunks, const QByteArray &fields = {})
{
    return "POST /in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n" + fields + "\r\n" + chunks;
}

QByteArray withFields(const QByteArray &fields)
{
    return "POST /in HTTP/1.1\r\nHost: a\r\n" + fields + "\r\nabcde";
}

const QByteArray Bad = "400 bad_request";

} // namespace

class TestHttpParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_data();
    void bytes();
    void everySplitGivesTheSame_data() { bytes_data(); }
    void everySplitGivesTheSame();
    void singleBytesGiveTheSame_data() { bytes_data(); }
    void singleBytesGiveTheSame();
    void limits_data();
    void limits();
    void headersKeepOrderNamesAndValues();
    void trailersAreDropped();
    void continueIsExpectedUntilTheBodyComes();
    void declaredSizeReservesNoMoreThanTheBound();

private:
    const http::Limits m_limits;
};

void TestHttpParser::bytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("story");
    const auto row = [](const char *claim, const QByteArray &bytes, const QByteArrayList &story) {
        QTest::newRow(claim) << bytes << story;
    };

    row("a-get-is-taken", "GET /a?b HTTP/1.1\r\nHost: a\r\n\r\n", {"GET /a?b body= keep", "more"});
    row("a-post-with-length-is-taken", withFields("Content-Length: 5\r\n"),
        {"POST /in body=abcde keep", "more"});
    row("length-with-leading-zeros-is-decimal", withFields("Content-Length: 005\r\n"),
        {"POST /in body=abcde keep", "more"});
    row("a-body-may-hold-anything",
        "POST /in HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n" + QByteArray("\0\r\n\xff", 4),
        {"POST /in body=" + QByteArray("\0\r\n\xff", 4) + " keep", "more"});
    row("chunks-are-joined", chunked("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"),
        {"POST /in body=abcde keep", "more"});
    row("a-chunk-of-zeros-is-a-body", chunked("4\r\n0\r\n0\r\n0\r\n\r\n"),
        {"POST /in body=0\r\n0 keep", "more"});
    row("no-chunk-is-an-empty-body", chunked("0\r\n\r\n"), {"POST /in body= keep", "more"});
    row("chunk-sizes-may-have-leading-zeros-and-capitals", chunked("00A\r\n0123456789\r\n000\r\n\r\n"),
        {"POST /in body=0123456789 keep", "more"});
    row("trailers-are-read-over", chunked("1\r\nx\r\n0\r\nVary: *\r\nX: y\r\n\r\n"),
        {"POST /in body=x keep", "more"});
    row("transfer-encoding-ignores-case",
        withFields("Transfer-encoding: CHUNKED\r\n").chopped(5) + "0\r\n\r\n",
        {"POST /in body= keep", "more"});
    row("requests-follow-each-other",
        "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n" + withFields("Content-Length: 5\r\n") +
            "GET /3 HTTP/1.1\r\nHost: a\r\n\r\n",
        {"GET /1 body= keep", "POST /in body=abcde keep", "GET /3 body= keep", "more"});
    row("http-1.0-closes", "GET / HTTP/1.0\r\n\r\n", {"GET / body= close", "more"});
    row("http-1.0-stays-when-asked", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        {"GET / body= keep", "more"});
    row("http-1.1-closes-when-asked", "GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n",
        {"GET / body= close", "more"});
    row("one-empty-line-before-a-request-is-none", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        {"GET / body= keep", "more"});
    row("connect-is-a-request-like-others", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n",
        {"CONNECT a:1 body= keep", "more"});
    row("options-may-ask-for-all", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", {"OPTIONS * body= keep", "more"});
    row("an-absolute-target-is-kept-as-sent", "GET http://a/b HTTP/1.1\r\nHost: a\r\n\r\n",
        {"GET http://a/b body= keep", "more"});
    row("an-upgrade-is-a-request-like-others",
        "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
        {"GET / body= keep", "more"});
    row("unknown-methods-are-the-handlers-business", "FOO / HTTP/1.1\r\nHost: a\r\n\r\n",
        {"FOO / body= keep", "more"});
    row("half-a-header-waits", "GET / HTTP/1.1\r\nHost: a\r\n", {"more"});
    row("half-a-body-waits", withFields("Content-Length: 6\r\n"), {"more"});

    row("no-host", "GET / HTTP/1.1\r\n\r\n", {Bad});
    row("two-hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", {Bad});
    row("a-host-with-a-path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", {Bad});
    row("two-empty-lines-first", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", {Bad});
    row("line-feeds-alone", "GET / HTTP/1.1\nHost: a\n\n", {Bad});
    row("one-line-feed-alone", "GET / HTTP/1.1\r\nHost: a\r\nX: y\nZ: z\r\n\r\n", {Bad});
    row("carriage-return-alone", "GET / HTTP/1.1\r\nHost: a\r\nX: y\rZ: z\r\n\r\n", {Bad});
    row("a-folded-field", "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n z\r\n\r\n", {Bad});
    row("a-folded-first-line", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", {Bad});
    row("nul-in-a-value", QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", 34), {Bad});
    row("nul-in-a-name", QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX\0: y\r\n\r\n", 35), {Bad});
    row("space-before-the-colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", {Bad});
    row("a-line-without-colon", "GET / HTTP/1.1\r\nHost: a\r\nfoo\r\n\r\n", {Bad});
    row("an-empty-name", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", {Bad});
    row("two-blanks-in-the-request-line", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", {Bad});
    row("no-version", "GET /\r\n\r\n", {Bad});
    row("version-2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", {Bad});
    row("version-0.9", "GET / HTTP/0.9\r\n\r\n", {Bad});
    row("version-1.32", "GET / HTTP/1.32\r\nHost: a\r\n\r\n", {Bad});
    row("a-target-without-slash", "GET a/b HTTP/1.1\r\nHost: a\r\n\r\n", {Bad});
    row("a-target-with-a-fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", {Bad});
    row("a-target-beyond-ascii", "GET /\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n", {Bad});
    row("http-2-preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {Bad});
    row("tls-hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), {Bad});
    row("a-response", "HTTP/1.1 200 OK\r\n\r\n", {Bad});

    row("length-and-chunked", withFields("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), {Bad});
    row("chunked-and-length", withFields("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), {Bad});
    row("length-twice", withFields("Content-Length: 5\r\nContent-Length: 5\r\n"), {Bad});
    row("length-as-list", withFields("Content-Length: 5, 5\r\n"), {Bad});
    row("length-with-plus", withFields("Content-Length: +5\r\n"), {Bad});
    row("length-with-minus", withFields("Content-Length: -5\r\n"), {Bad});
    row("length-in-hex", withFields("Content-Length: 0x5\r\n"), {Bad});
    row("length-empty", withFields("Content-Length: \r\n"), {Bad});
    row("length-with-a-blank-inside", withFields("Content-Length: 5 5\r\n"), {Bad});
    row("length-beyond-64-bits", withFields("Content-Length: 18446744073709551621\r\n"), {Bad});
    row("another-coding-before-chunked", withFields("Transfer-Encoding: gzip, chunked\r\n"), {Bad});
    row("another-coding-alone", withFields("Transfer-Encoding: identity\r\n"), {Bad});
    row("chunked-twice", withFields("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), {Bad});
    row("chunked-with-a-stray-byte",
        withFields("Transfer-Encoding: \x0b"
                   "chunked\r\n"),
        {Bad});
    row("chunked-in-http-1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {Bad});
    row("a-chunk-extension", chunked("5;a=b\r\nhello\r\n0\r\n\r\n"), {Bad});
    row("an-extension-of-the-last-chunk", chunked("0;a\r\n\r\n"), {Bad});
    row("carriage-return-in-a-chunk-line", chunked("5\r;\r\nhello\r\n0\r\n\r\n"), {Bad});
    row("line-feed-ends-a-chunk-line", chunked("5\nhello\r\n0\r\n\r\n"), {Bad});
    row("blank-after-a-chunk-size", chunked("5 \r\nhello\r\n0\r\n\r\n"), {Bad});
    row("blank-before-a-chunk-size", chunked(" 5\r\nhello\r\n0\r\n\r\n"), {Bad});
    row("chunk-size-with-prefix", chunked("0x5\r\nhello\r\n0\r\n\r\n"), {Bad});
    row("chunk-size-with-sign", chunked("+5\r\nhello\r\n0\r\n\r\n"), {Bad});
    row("chunk-size-with-underscore", chunked("0_5\r\nhello\r\n0\r\n\r\n"), {Bad});
    row("chunk-size-beyond-64-bits", chunked("10000000000000005\r\nhello\r\n0\r\n\r\n"), {Bad});
    row("chunk-size-missing", chunked("\r\nhello\r\n0\r\n\r\n"), {Bad});
    row("chunk-longer-than-said", chunked("3\r\nhello\r\n0\r\n\r\n"), {Bad});
    row("a-folded-trailer", chunked("0\r\nA: b\r\n c\r\n\r\n"), {Bad});
    row("length-in-a-trailer", chunked("0\r\nContent-Length: 5\r\n\r\n"), {Bad});
    row("host-in-a-trailer", chunked("0\r\nHost: b\r\n\r\n"), {Bad});
    row("content-type-twice", withFields("Content-Type: a/b\r\nContent-Type: c/d\r\n"), {Bad});
    row("a-packed-body", withFields("Content-Encoding: gzip\r\nContent-Length: 5\r\n"), {"415 encoding"});
    row("a-body-packed-with-nothing", withFields("Content-Encoding: identity\r\nContent-Length: 5\r\n"),
        {"415 encoding"});
    row("10-gigabytes-declared", withFields("Content-Length: 10737418240\r\n"), {"413 body_too_large"});
    row("10-gigabytes-in-one-chunk", chunked("280000000\r\n"), {"413 body_too_large"});
    row("what-follows-a-bad-request-is-never-read",
        "GET / HTTP/1.1\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n", {Bad});
}

void TestHttpParser::bytes()
{
    QFETCH(QByteArray, bytes);
    QTEST(read({bytes}), "story");
}

void TestHttpParser::everySplitGivesTheSame()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, story);
    for (qsizetype at = 1; at < bytes.size(); ++at)
        QVERIFY2(read({bytes.first(at), bytes.sliced(at)}) == story, QByteArray::number(at).constData());
}

void TestHttpParser::singleBytesGiveTheSame()
{
    QFETCH(QByteArray, bytes);
    QByteArrayList pieces;
    for (const char c : bytes)
        pieces.append(QByteArray(1, c));
    QTEST(read(pieces), "story");
}

void TestHttpParser::limits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("end");
    const QByteArray line = "GET / HTTP/1.1\r\nHost: a\r\n";
    const auto filledTo = [&line](qsizetype size) {
        return QByteArray(line + "X: " + QByteArray(size - line.size() - 7, 'x') + "\r\n\r\n");
    };
    const auto target = [](qsizetype size) {
        return QByteArray("GET /" + QByteArray(size - 1, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n");
    };
    QByteArray fields;
    for (int i = 0; i < 99; ++i)
        fields += "X" + QByteArray::number(i) + ": y\r\n";

    QTest::newRow("a-header-of-16-kB-is-taken") << filledTo(16 * 1024) << QByteArray("more");
    QTest::newRow("one-byte-more-is-not") << filledTo(16 * 1024 + 1) << QByteArray("431 header_too_large");
    QTest::newRow("an-endless-header-is-not-awaited")
        << QByteArray(line + "X: " + QByteArray(20'000, 'x')) << QByteArray("431 header_too_large");
    QTest::newRow("100-fields-are-taken") << QByteArray(line + fields + "\r\n") << QByteArray("more");
    QTest::newRow("101-are-not") << QByteArray(line + fields + "Y: z\r\n\r\n")
                                 << QByteArray("431 header_too_large");
    QTest::newRow("a-target-of-8-kB-is-taken") << target(8 * 1024) << QByteArray("more");
    QTest::newRow("one-byte-more-is-too-long") << target(8 * 1024 + 1) << QByteArray("414 target_too_long");
    QTest::newRow("an-endless-request-line-is-not-awaited")
        << QByteArray("GET /" + QByteArray(20'000, 'x')) << QByteArray("414 target_too_long");
    QTest::newRow("a-declared-body-at-the-cap-is-awaited")
        << withFields("Content-Length: 1000\r\n") << QByteArray("more");
    QTest::newRow("a-declared-body-over-the-cap-is-not")
        << withFields("Content-Length: 1001\r\n") << QByteArray("413 body_too_large");
    QTest::newRow("chunks-up-to-the-cap-are-taken")
        << chunked("1f4\r\n" + QByteArray(500, 'x') + "\r\n1f4\r\n" + QByteArray(500, 'x') + "\r\n0\r\n\r\n")
        << QByteArray("more");
    QTest::newRow("the-chunk-over-the-cap-is-refused-before-it-comes")
        << chunked("1f4\r\n" + QByteArray(500, 'x') + "\r\n1f5\r\n") << QByteArray("413 body_too_large");
    QTest::newRow("an-endless-chunk-line-is-not-awaited") << chunked(QByteArray(5000, '0')) << Bad;
    QTest::newRow("endless-trailers-are-not-awaited")
        << chunked("0\r\n" + QByteArray("A: b\r\n").repeated(1000)) << Bad;
    QTest::newRow("too-many-trailers")
        << chunked("0\r\n" + QByteArray("A: b\r\n").repeated(100) + "\r\n") << Bad;
}

void TestHttpParser::limits()
{
    QFETCH(QByteArray, bytes);
    http::Limits limits;
    limits.bodyBytes = 1000;
    QTEST(read({bytes}, limits).last(), "end");
    for (qsizetype at = 1; at < bytes.size(); at += 97)
        QTEST(read({bytes.first(at), bytes.sliced(at)}, limits).last(), "end");
}

void TestHttpParser::headersKeepOrderNamesAndValues()
{
    RequestParser parser(m_limits);
    const auto progress =
        parser.feed("GET /p?q=1?2 HTTP/1.1\r\nHost: a\r\nX-A:\t one \r\nx-a: two\r\nX-B:\r\n\r\n");
    QCOMPARE(progress.step, Step::Complete);
    const http::Request request = parser.takeRequest();
    const QList<std::pair<QByteArray, QByteArray>> expected{
        {"Host", "a"}, {"X-A", "one"}, {"x-a", "two"}, {"X-B", ""}};
    QCOMPARE(request.headers, expected);
    QCOMPARE(request.values("X-a"), (QList<QByteArray>{"one", "two"}));
    QCOMPARE(request.path().toByteArray(), "/p");
}

void TestHttpParser::trailersAreDropped()
{
    RequestParser parser(m_limits);
    QCOMPARE(parser.feed(chunked("0\r\nX-Retell-Signature: v=1\r\n\r\n")).step, Step::Complete);
    QVERIFY(parser.takeRequest().values("x-retell-signature").isEmpty());
}

void TestHttpParser::continueIsExpectedUntilTheBodyComes()
{
    RequestParser parser(m_limits);
    const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n";
    QCOMPARE(parser.feed(head).step, Step::NeedMore);
    QVERIFY(parser.expectsContinue());
    QCOMPARE(parser.feed("a").step, Step::NeedMore);
    QVERIFY(!parser.expectsContinue());
    QCOMPARE(parser.feed("b").step, Step::Complete);
    QCOMPARE(parser.takeRequest().body, "ab");
    QVERIFY(!parser.expectsContinue());
}

void TestHttpParser::declaredSizeReservesNoMoreThanTheBound()
{
    RequestParser parser(m_limits);
    QCOMPARE(parser.feed("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8388608\r\n\r\nx").step,
             Step::NeedMore);
    QVERIFY(parser.isHeaderComplete());
    QCOMPARE(parser.feed(QByteArray(8'388'607, 'x')).step, Step::Complete);
    QCOMPARE(parser.takeRequest().body.size(), 8'388'608);
}

QTEST_GUILESS_MAIN(TestHttpParser)
#include "test_http_parser.moc"
