// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer of the REST API is taken for (faults.md 2.5), without a network.
#include "core/retell/apianswers.h"
#include "core/retell/apireply.h"
#include "core/retell/pagewalk.h"
#include "tests/support/testdata.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1'790'000'000'000;

ApiReply reply(int status, const QByteArray &body = "{}", const QByteArray &type = "application/json")
{
    return {status, {{"Content-Type", type}}, body};
}

template <typename T>
std::optional<ApiFault> faultOf(const ApiAnswer<T> &answer)
{
    const auto *failure = std::get_if<ApiFailure>(&answer);
    return failure ? std::optional(failure->fault) : std::nullopt;
}

} // namespace

class TestApiReply : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statusDecides_data();
    void statusDecides();
    void webPageIsNotRetell();
    void goodAnswerIsNoFailure();
    void retryAfter_data();
    void retryAfter();
    void badBodiesAreUnreadable_data();
    void badBodiesAreUnreadable();
    void listPageIsRead();
    void oneBadItemCostsOnlyItself();
    void hasMoreNeedsAKey();
    void answerAboutAnotherCallIsRefused();
    void walkEndsOnARepeatedKeyAndOnTooMany();
    void agentsAndConcurrencyAreRead();
};

void TestApiReply::statusDecides_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("oneCall");
    QTest::addColumn<ApiFault>("fault");
    QTest::newRow("400") << 400 << false << ApiFault::BadRequest;
    QTest::newRow("401") << 401 << false << ApiFault::KeyRefused;
    QTest::newRow("402") << 402 << false << ApiFault::Payment;
    QTest::newRow("403") << 403 << true << ApiFault::KeyRefused;
    QTest::newRow("404 on a call") << 404 << true << ApiFault::NotFound;
    QTest::newRow("422 on a call") << 422 << true << ApiFault::NotFound;
    QTest::newRow("422 on a list") << 422 << false << ApiFault::BadRequest;
    QTest::newRow("408") << 408 << true << ApiFault::Down;
    QTest::newRow("409") << 409 << true << ApiFault::Down;
    QTest::newRow("429") << 429 << true << ApiFault::Throttled;
    QTest::newRow("500") << 500 << true << ApiFault::Down;
    QTest::newRow("503") << 503 << false << ApiFault::Down;
    QTest::newRow("511") << 511 << false << ApiFault::NotRetell;
    QTest::newRow("302") << 302 << false << ApiFault::NotRetell;
    QTest::newRow("none") << 0 << false << ApiFault::Down;
}

void TestApiReply::statusDecides()
{
    QFETCH(const int, status);
    QFETCH(const bool, oneCall);
    QFETCH(const ApiFault, fault);
    const auto failure = classify(reply(status), oneCall ? ApiQuestion::OneCall : ApiQuestion::Other, Now);
    QVERIFY(failure);
    QCOMPARE(failure->fault, fault);
    QCOMPARE(failure->status, status);
}

void TestApiReply::webPageIsNotRetell()
{
    const QByteArray page = "<!DOCTYPE html><html><body>Please sign in.</body></html>";
    QCOMPARE(classify(reply(200, page, "text/html; charset=utf-8"), ApiQuestion::Other, Now)->fault,
             ApiFault::NotRetell);
    QCOMPARE(classify(reply(200, " \n<html>", ""), ApiQuestion::Other, Now)->fault, ApiFault::NotRetell);
    QCOMPARE(classify(reply(404, page, "text/html"), ApiQuestion::Other, Now)->fault, ApiFault::NotRetell);
    QCOMPARE(classify(reply(502, page, "text/html"), ApiQuestion::Other, Now)->fault, ApiFault::Down);
}

void TestApiReply::goodAnswerIsNoFailure()
{
    QVERIFY(!classify(reply(200), ApiQuestion::OneCall, Now));
}

void TestApiReply::retryAfter_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("waitMs"); // -1: none
    const auto row = [](const char *title, const char *name, const char *value, qint64 waitMs) {
        QTest::newRow(title) << QByteArray(name) << QByteArray(value) << waitMs;
    };
    row("seconds", "Retry-After", "20", 20'000);
    row("any case", "rETRY-aFTER", " 2 ", 2'000);
    row("fraction", "retry-after", "0.5", 500);
    row("milliseconds", "retry-after-ms", "250", 250);
    row("zero", "retry-after", "0", 0);
    row("date", "Retry-After", "Mon, 21 Sep 2026 14:13:50 GMT", 30'000); // Now is 14:13:20
    row("past date", "Retry-After", "Mon, 21 Sep 2026 14:00:00 GMT", 0);
    row("far date", "Retry-After", "Mon, 21 Sep 2037 14:00:00 GMT", MaxRetryAfterMs);
    row("a year", "retry-after", "31536000", MaxRetryAfterMs);
    row("1e300", "retry-after", "1e300", MaxRetryAfterMs);
    row("negative", "retry-after", "-5", -1);
    row("words", "retry-after", "soon", -1);
    row("inf", "retry-after", "inf", -1);
    row("nan", "retry-after", "nan", -1);
    row("empty", "retry-after", "", -1);
    row("broken date", "retry-after", "Xxx, 99 Foo 2026 99:99:99 GMT", -1);
    row("absent", "x-other", "1", -1);
}

void TestApiReply::retryAfter()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const qint64, waitMs);
    const ApiReply throttled{429, {{name, value}}, {}};
    QCOMPARE(parseRetryAfter(throttled, Now).value_or(-1), waitMs);
}

void TestApiReply::badBodiesAreUnreadable_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("text") << QByteArray("\"ok\"");
    QTest::newRow("garbage") << QByteArray("\x01\x02\xff\xfe");
    QTest::newRow("truncated") << QByteArray(R"({"items":[{"call_id":"call_1","call_st)");
    QTest::newRow("BOM") << QByteArray("\xef\xbb\xbf{\"items\":[]}");
    QTest::newRow("latin1") << QByteArray("{\"items\":[],\"a\":\"\xe4\"}");
    QTest::newRow("deep") << QByteArray(5000, '[') + QByteArray(5000, ']');
    QTest::newRow("other shape") << QByteArray(R"({"calls":[]})");
    QTest::newRow("items no array") << QByteArray(R"({"items":{}})");
}

void TestApiReply::badBodiesAreUnreadable()
{
    QFETCH(const QByteArray, body);
    QCOMPARE(faultOf(parseListPage(body, Now, Source::Poll)), ApiFault::Unreadable);
    QCOMPARE(faultOf(parseCall(body, CallId(u"call_1"_s), Now, Source::Poll)), ApiFault::Unreadable);
    QCOMPARE(faultOf(parseConcurrency(body)), ApiFault::Unreadable);
    QCOMPARE(faultOf(parseAgents(body)), ApiFault::Unreadable);
}

void TestApiReply::listPageIsRead()
{
    const auto answer = parseListPage(
        R"({"items":[{"call_id":"call_1","call_status":"ongoing","agent_id":"a"}],"has_more":true,"pagination_key":"k2"})",
        Now, Source::Poll);
    const auto &page = std::get<ListPage>(answer);
    QCOMPARE(page.nextKey, u"k2"_s);
    QCOMPARE(page.calls.size(), 1);
    QCOMPARE(page.calls.first().callId, CallId(u"call_1"_s));
    QCOMPARE(page.calls.first().stamp.stage, Stage::Ongoing);
    QCOMPARE(page.calls.first().stamp.asOfMs, Now);
    QCOMPARE(page.calls.first().source, Source::Poll);
}

void TestApiReply::oneBadItemCostsOnlyItself()
{
    const auto answer = parseListPage(
        R"({"items":[null,{"call_id":""},7,{"call_id":"call_2","call_status":"ongoing"}],"has_more":false})",
        Now, Source::Poll);
    const auto &page = std::get<ListPage>(answer);
    QCOMPARE(page.calls.size(), 1);
    QCOMPARE(page.unreadable, 3);
    QVERIFY(page.nextKey.isEmpty());
}

void TestApiReply::hasMoreNeedsAKey()
{
    QCOMPARE(faultOf(parseListPage(R"({"items":[],"has_more":true})", Now, Source::Poll)),
             ApiFault::Unreadable);
    const auto last =
        parseListPage(R"({"items":[],"has_more":false,"pagination_key":"k"})", Now, Source::Poll);
    QVERIFY(std::get<ListPage>(last).nextKey.isEmpty());
}

void TestApiReply::answerAboutAnotherCallIsRefused()
{
    const QByteArray body = R"({"call_id":"call_1","call_status":"ended"})";
    QCOMPARE(faultOf(parseCall(body, CallId(u"call_2"_s), Now, Source::Poll)), ApiFault::Unreadable);
    QVERIFY(!faultOf(parseCall(body, CallId(u"call_1"_s), Now, Source::Poll)));
}

void TestApiReply::walkEndsOnARepeatedKeyAndOnTooMany()
{
    PageWalk loop;
    QVERIFY(!loop.goOn(u"a"_s));
    QVERIFY(!loop.goOn(u"b"_s));
    QCOMPARE(loop.goOn(u"a"_s)->fault, ApiFault::Unreadable);
    PageWalk endless(10);
    int pages = 1;
    while (!endless.goOn(QString::number(pages)))
        ++pages;
    QCOMPARE(pages, 10);
}

void TestApiReply::agentsAndConcurrencyAreRead()
{
    const auto agents =
        parseAgents(R"({"items":[{"agent_id":"a1","agent_name":"Terminassistent"},{"agent_id":"a2"}]})");
    QCOMPARE(std::get<AgentPage>(agents).names, (QHash<QString, QString>{{u"a1"_s, u"Terminassistent"_s}}));
    const auto concurrency = parseConcurrency(R"({"current_concurrency":3,"concurrency_limit":20})");
    QCOMPARE(std::get<Concurrency>(concurrency), (Concurrency{3, 20}));
    QCOMPARE(faultOf(parseConcurrency(R"({"current_concurrency":-3,"concurrency_limit":20})")),
             ApiFault::Unreadable);
}

QTEST_GUILESS_MAIN(TestApiReply)
#include "test_api_reply.moc"
