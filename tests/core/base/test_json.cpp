// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "tests/support/testdata.h"

#include <QRandomGenerator>
#include <QTest>
#include <QThread>
#include <charconv>
#include <cmath>
#include <limits>
#include <memory>

using namespace anrufwarte;

namespace {

QByteArray rewritten(const QByteArray &json)
{
    const Result<JsonDocument> document = JsonDocument::parse(json);
    return document ? document->root().toJson() : QByteArray("refused");
}

QByteArray libraryText(double number)
{
    char buffer[32];
    const char *end = std::to_chars(std::begin(buffer), std::end(buffer), number).ptr;
    return {buffer, end - buffer};
}

QByteArray nested(qsizetype depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreReadByKind();
    void wrongQuestionsHaveEmptyAnswers();
    void numbersAreExactOrEmpty_data();
    void numbersAreExactOrEmpty();
    void numbersKeepTheirShortForm_data();
    void numbersKeepTheirShortForm();
    void numbersAreTheNearestDouble_data();
    void numbersAreTheNearestDouble();
    void numbersAreWrittenAsTheLibraryWould();
    void textSurvivesRewriting_data();
    void textSurvivesRewriting();
    void nulBecomesAReplacementCharacter();
    void aByteOrderMarkInATextStays();
    void lastDuplicateWins();
    void membersAreVisitedInOrder();
    void halfACharacterIsAReplacementCharacter();
    void malformedTextIsAnErrorWithItsPlace_data();
    void malformedTextIsAnErrorWithItsPlace();
    void depthIsBoundedAlsoOnSmallStacks();
    void movedDocumentsKeepTheirValues();
    void jsonSuiteAgrees();
};

void TestJson::valuesAreReadByKind()
{
    const Result<JsonDocument> document =
        JsonDocument::parse(R"({"t":"ü\n","n":7,"d":9.785,"b":true,"z":null,"a":[1,"x"],"o":{"k":1}})");
    QVERIFY(document.has_value());
    const JsonValue root = document->root();
    QCOMPARE(root.size(), 7);
    QCOMPARE(root.member("t").text(), QStringLiteral("ü\n"));
    QCOMPARE(root.member("n").integer(), 7);
    QCOMPARE(root.member("d").number(), 9.785);
    QCOMPARE(root.member("b").flag(), true);
    QVERIFY(root.member("z").isNull());
    QCOMPARE(root.member("a").at(1).text(), QStringLiteral("x"));
    QCOMPARE(root.member("o").member("k").integer(), 1);
}

void TestJson::wrongQuestionsHaveEmptyAnswers()
{
    const Result<JsonDocument> document = JsonDocument::parse(R"({"n":7,"t":"7","a":[]})");
    const JsonValue root = document->root();
    for (const JsonValue &value : {JsonValue(), root.member("absent"), root.member("n").member("x"),
                                   root.member("a").at(0), root.member("a").at(-1), root.at(0)}) {
        QVERIFY(value.isAbsent());
        QVERIFY(!value.isNull() && !value.isObject() && !value.isArray() && !value.isString() &&
                !value.isBool());
        QVERIFY(!value.text() && !value.integer() && !value.number() && !value.flag());
        QCOMPARE(value.size(), 0);
        QVERIFY(value.toJson().isEmpty());
    }
    QVERIFY(!root.member("t").integer() && !root.member("t").number() && !root.member("n").text() &&
            !root.member("n").flag());
}

void TestJson::numbersAreExactOrEmpty_data()
{
    QTest::addColumn<bool>("whole");
    QTest::addColumn<qint64>("integer");
    QTest::addColumn<bool>("finite");
    const auto row = [](const char *json, std::optional<qint64> integer, bool finite = true) {
        QTest::newRow(json) << integer.has_value() << integer.value_or(0) << finite;
    };
    row("0", 0);
    row("-0", 0);
    row("-0.0", 0);
    row("1.0", 1);
    row("1e3", 1000);
    row("1.5", std::nullopt);
    row("9007199254740993", 9007199254740993);
    row("9223372036854775807", std::numeric_limits<qint64>::max());
    row("-9223372036854775808", std::numeric_limits<qint64>::min());
    row("9223372036854775808", std::nullopt);
    row("18446744073709551615", std::nullopt);
    row("18446744073709551616", std::nullopt);
    row("-9223372036854775809", std::nullopt);
    row("1e18", 1'000'000'000'000'000'000);
    row("1e19", std::nullopt);
    row("1e-400", 0);
    row("1e400", std::nullopt, false);
    row("-1e400", std::nullopt, false);
    const QByteArray digits(400, '9');
    QTest::newRow(digits.constData()) << false << qint64{0} << false;
    const QByteArray fraction = "0." + digits;
    QTest::newRow(fraction.constData()) << true << qint64{1} << true; // the nearest double
}

void TestJson::numbersAreExactOrEmpty()
{
    QFETCH(bool, whole);
    QFETCH(qint64, integer);
    QFETCH(bool, finite);
    const QByteArray json = QByteArrayLiteral("[") + QTest::currentDataTag() + ",1]";
    const Result<JsonDocument> document = JsonDocument::parse(json);
    QVERIFY(document.has_value()); // a number that fits nothing costs its field, not the document
    const JsonValue number = document->root().at(0);
    QCOMPARE(document->root().at(1).integer(), 1);
    QVERIFY(number.isNumber());
    QCOMPARE(number.number().has_value(), finite);
    QCOMPARE(number.integer().has_value(), whole);
    QCOMPARE(number.integer().value_or(0), integer);
    QVERIFY(JsonDocument::parse(document->root().toJson()).has_value());
}

void TestJson::numbersKeepTheirShortForm_data()
{
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *json, const char *written) {
        QTest::newRow(json) << QByteArray(written);
    };
    row("9.785", "9.785");
    row("9.7850", "9.785");
    row("0.1433334", "0.1433334");
    row("4.3166679", "4.3166679");
    row("8.03", "8.03");
    row("2273.2999999999997", "2273.2999999999997");
    row("1790000000000", "1790000000000");
    row("9223372036854775807", "9223372036854775807");
    row("18446744073709551615", "18446744073709551615");
    row("1.0", "1");
    row("-0.5", "-0.5");
    row("-12.001", "-12.001");
    row("0.050", "0.05");
    row("-0.0", "-0");
    row("0.0004", "4e-04");
    row("123456789012.345", "123456789012.345");
    row("1e400", "null");
}

void TestJson::numbersKeepTheirShortForm()
{
    QFETCH(QByteArray, written);
    QCOMPARE(rewritten(QTest::currentDataTag()), written);
}

/// Our short cut for whole thousandths beside std::to_chars, on seeded numbers of all sizes.
void TestJson::numbersAreTheNearestDouble_data()
{
    QTest::addColumn<QByteArray>("text");
    // The first ones as Retell's latencies have them; the last ones found by tests/fuzz/fuzz_json.
    for (const char *text : {"497.31016194882227", "3.4407453463813678", "0.9534552136922737",
                             "206.96652048887398", "0.30000000000000004", "-497.31016194882227", "1e23",
                             "8.41e-53", "2.2250738585072011e-308", "18446744073709556744073709551616", "-0",
                             "-0.0", "123456789012345.67", "0.000000000000012345678901234567"})
        QTest::newRow(text) << QByteArray(text);
    QRandomGenerator random(4);
    for (int i = 0; i < 200; ++i) {
        const QByteArray text = libraryText(random.generateDouble() * 5000);
        QTest::newRow(text.constData()) << text;
    }
}

void TestJson::numbersAreTheNearestDouble()
{
    QFETCH(QByteArray, text);
    double nearest = 0;
    QVERIFY(std::from_chars(text.constBegin(), text.constEnd(), nearest).ec == std::errc());
    const QByteArray json = '[' + text + ']';
    const Result<JsonDocument> document = JsonDocument::parse(json);
    QVERIFY(document.has_value());
    QVERIFY(document->root().at(0).number() == nearest);
    const QByteArray written = document->root().toJson();
    QCOMPARE(rewritten(written), written); // what was written reads the same
}

void TestJson::numbersAreWrittenAsTheLibraryWould()
{
    QRandomGenerator random(559);
    for (int i = 0; i < 100'000; ++i) {
        const double thousandths = double(random.bounded(2'000'000'000)) / 1000.0;
        const double number = i % 2 == 0 ? thousandths : std::ldexp(random.generateDouble(), i % 90 - 45);
        const QByteArray text = libraryText(number);
        const QByteArray asReal = text.contains('.') || text.contains('e') ? text : text + ".0";
        const Result<JsonDocument> document = JsonDocument::parse(asReal);
        QCOMPARE(document->root().toJson(), libraryText(*document->root().number()));
    }
}

void TestJson::textSurvivesRewriting_data()
{
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *json, const char *written) {
        QTest::newRow(json) << QByteArray(written);
    };
    row(R"("ü 😊")", R"("ü 😊")");
    row(R"("\u00fc \ud83d\ude0a")", R"("ü 😊")");
    row(R"("a\/b")", R"("a/b")");
    row(R"("\"\\\b\f\n\r\t\u0001")", R"("\"\\\b\f\n\r\t\u0001")");
    row(R"("\u0000")", R"("\u0000")");
    row(R"({"k\"y":[{},[],""]})", R"({"k\"y":[{},[],""]})");
    row(" [ 1 , 2 ] ", "[1,2]");
}

void TestJson::textSurvivesRewriting()
{
    QFETCH(QByteArray, written);
    QCOMPARE(rewritten(QTest::currentDataTag()), written);
    QCOMPARE(rewritten(written), written);
}

void TestJson::nulBecomesAReplacementCharacter()
{
    QCOMPARE(JsonDocument::parse(R"("a\u0000b")")->root().text(), QStringLiteral("a\uFFFDb"));
}

void TestJson::aByteOrderMarkInATextStays()
{
    QCOMPARE(JsonDocument::parse(R"("\ufeffa\ufffe")")->root().text(), QStringLiteral("\uFEFFa\uFFFE"));
}

void TestJson::lastDuplicateWins()
{
    QCOMPARE(rewritten(R"({"a":1,"b":2,"a":3})"), QByteArray(R"({"a":3,"b":2})"));
    QByteArray many = "{";
    for (int i = 0; i < 100; ++i)
        many += "\"k" + QByteArray::number(i % 50) + "\":" + QByteArray::number(i) + ',';
    many.back() = '}';
    const Result<JsonDocument> document = JsonDocument::parse(many);
    QCOMPARE(document->root().size(), 50);
    QCOMPARE(document->root().member("k7").integer(), 57);
}

void TestJson::membersAreVisitedInOrder()
{
    QByteArrayList names;
    const Result<JsonDocument> document = JsonDocument::parse(R"({"z":1,"a":2,"m":3})");
    document->root().forEachMember(
        [&names](QByteArrayView name, const JsonValue &) { names.append(name.toByteArray()); });
    QCOMPARE(names, (QByteArrayList{"z", "a", "m"}));
}

/// RFC 8259 section 8.2 leaves it open; JSON.stringify (ECMA-262) may send it.
void TestJson::halfACharacterIsAReplacementCharacter()
{
    const Result<JsonDocument> document =
        JsonDocument::parse(R"(["\ud800","\ude0a\ud83d","\ud83d\ud83d\ude0a","\\ud800",{"\udc00":1}])");
    QVERIFY(document.has_value());
    QCOMPARE(document->root().at(0).text(), QStringLiteral("\ufffd"));
    QCOMPARE(document->root().at(1).text(), QStringLiteral("\ufffd\ufffd"));
    QCOMPARE(document->root().at(2).text(), QStringLiteral("\ufffd😊"));
    QCOMPARE(document->root().at(3).text(), QStringLiteral("\\ud800"));
    QCOMPARE(document->root().at(4).member("\xef\xbf\xbd").integer(), 1);
    const Result<JsonDocument> broken = JsonDocument::parse(R"(["\ud800",])");
    QVERIFY(!broken && broken.error().detail.contains(QStringLiteral(" at byte 10")));
}

void TestJson::malformedTextIsAnErrorWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json; };
    row("empty", "");
    row("white space", " \n");
    row("byte order mark", "\xef\xbb\xbf{}");
    row("trailing", "{}x");
    row("two documents", "{}{}");
    row("comment", "{/**/}");
    row("trailing comma", "[1,]");
    row("NaN", "[NaN]");
    row("Infinity", "[-Infinity]");
    row("single quotes", "{'a':1}");
    row("raw control", "\"a\nb\"");
    row("invalid UTF-8", "\"\xff\"");
    row("overlong UTF-8", "\"\xc0\xaf\"");
    row("surrogate in UTF-8", "\"\xed\xa0\x80\"");
    row("UTF-16", QByteArray("{\0}\0", 4));
    row("nul byte", QByteArray("{}\0", 3));
    row("leading zero", "01");
    row("plus", "+1");
    row("unterminated", "{\"a\":\"b");
    row("exponent beyond 32 bits", "[1e9999999999]");
}

void TestJson::malformedTextIsAnErrorWithItsPlace()
{
    QFETCH(QByteArray, json);
    const Result<JsonDocument> document = JsonDocument::parse(json);
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::BadJson);
    QVERIFY(document.error().detail.contains(QStringLiteral(" at byte ")));
}

void TestJson::depthIsBoundedAlsoOnSmallStacks()
{
    bool ok = false;
    const std::unique_ptr<QThread> thread(QThread::create([&ok] {
        const QByteArray deepest = nested(MaxJsonDepth);
        ok = rewritten(deepest) == deepest;
        for (const qsizetype depth : {MaxJsonDepth + 1, 1000, 10'000, 100'000})
            ok = ok && !JsonDocument::parse(nested(depth)) && !JsonDocument::parse(QByteArray(depth, '['));
        ok = ok && !JsonDocument::parse(nested(65), 64) && JsonDocument::parse(nested(64), 64);
    }));
    thread->setStackSize(256 * 1024);
    thread->start();
    QVERIFY(thread->wait(30'000));
    QVERIFY(ok);
}

void TestJson::movedDocumentsKeepTheirValues()
{
    Result<JsonDocument> document =
        JsonDocument::parse(R"({"a":"text that is longer than any small buffer"})");
    const JsonDocument moved = *std::move(document);
    QCOMPARE(moved.root().member("a").text(), QStringLiteral("text that is longer than any small buffer"));
}

void TestJson::jsonSuiteAgrees()
{
    const auto dir = test::besideCheckout(QStringLiteral("corpora/jsontestsuite"));
    if (!dir)
        QSKIP("no corpora beside the checkout");
    int accepted = 0;
    int refused = 0;
    for (const QString &name : dir->entryList({QStringLiteral("*.json")})) {
        QFile file(dir->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<JsonDocument> document = JsonDocument::parse(file.readAll());
        if (document) // whatever was accepted can be written and read again
            QVERIFY2(JsonDocument::parse(document->root().toJson()).has_value(), qPrintable(name));
        if (name.startsWith(u'y'))
            QVERIFY2(document.has_value() && ++accepted, qPrintable(name));
        if (name.startsWith(u'n'))
            QVERIFY2(!document.has_value() && ++refused, qPrintable(name));
    }
    QCOMPARE(accepted, 95);
    QCOMPARE(refused, 188);
}

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"
