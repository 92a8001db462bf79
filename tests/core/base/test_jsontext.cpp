// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include "tests/support/testdata.h"

#include <QRandomGenerator>
#include <QTest>
#include <QThread>
#include <cmath>
#include <memory>

using namespace anrufwarte;

namespace {

/// The same value, asked in both ways; what differs is the answer, empty when nothing does.
QString difference(const JsonValue &value, const JsonText &text, const QString &path)
{
    const auto same = [&](bool is, const char *what) {
        return is ? QString() : path + QLatin1Char(' ') + QLatin1String(what);
    };
    for (const QString &found :
         {same(value.isNull() == text.isNull(), "null"), same(value.isObject() == text.isObject(), "object"),
          same(value.isArray() == text.isArray(), "array"),
          same(value.isString() == text.isString(), "string"),
          same(value.isNumber() == text.isNumber(), "number"), same(value.isBool() == text.isBool(), "bool"),
          same(value.text() == text.text(), "text"), same(value.integer() == text.integer(), "integer"),
          same(value.number() == text.number(), "double"), same(value.flag() == text.flag(), "flag"),
          same(value.toJson() == text.rewritten(), "rewritten")}) {
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString deepDifference(const JsonValue &value, const JsonText &text, const QString &path)
{
    if (const QString found = difference(value, text, path); !found.isEmpty())
        return found;
    const JsonMembers members(text);
    const QList<JsonText> elements = elementsOf(text);
    if (value.size() != qMax(members.all().size(), elements.size()))
        return path + QStringLiteral(" size");
    QString found;
    qsizetype place = 0;
    value.forEachMember([&](QByteArrayView name, const JsonValue &member) {
        const JsonMembers::Member &same = members.all().at(place++);
        if (found.isEmpty() && same.name != name)
            found = path + QStringLiteral(" order of members");
        if (found.isEmpty())
            found = deepDifference(member, same.value, path + u'.' + QString::fromUtf8(name));
    });
    for (qsizetype i = 0; i < elements.size() && found.isEmpty(); ++i)
        found = deepDifference(value.at(i), elements.at(i), path + u'[' + QString::number(i) + u']');
    return found;
}

/// Both read it alike, or both refuse it.
QString compared(const QByteArray &json)
{
    const Result<JsonDocument> document = JsonDocument::parse(json);
    const Result<JsonBody> body = JsonBody::parse(json);
    if (document.has_value() != body.has_value())
        return QStringLiteral("one is refused");
    return document ? deepDifference(document->root(), body->root(), QStringLiteral("$")) : QString();
}

QByteArray nested(qsizetype depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

} // namespace

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheDocumentReads_data();
    void readsWhatTheDocumentReads();
    void samplesAreReadAlike();
    void jsonSuiteIsReadAlike();
    void keepsTheTextWithoutWhiteSpace();
    void absentAnswersNothing();
    void lastDuplicateWins();
    void halfACharacterIsNoReasonToRefuse();
    void longValuesEndWhereTheyEnd();
    void numbersAreReadAlike();
    void manyMembersAreFound();
    void bigTextsAreReadToo();
    void depthIsBoundedAlsoOnSmallStacks();
};

void TestJsonText::readsWhatTheDocumentReads_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json; };
    row("scalars", R"(["ü\n","",7,-7,9.785,1.0,1e3,1e400,-0,true,false,null,"\ud83d\ude0a","a\u0000b"])");
    row("numbers beyond 64 bits", "[18446744073709551616,-9223372036854775809,9223372036854775807]");
    row("containers", R"({"o":{"k":1},"a":[1,[2]],"e":{},"f":[],"t":""})");
    row("white space", " { \"a\" :\t[ 1 ,\r\n 2 ] , \"b c\" : \" x  y \" } \n");
    row("names with escapes", R"({"a\"b":1,"\u00fc":2,"a\\":3,"":4})");
    row("brackets and escapes in texts", R"({"a":"}]\"\\","b":["{\"","[",","]})");
    row("scalar", "\"text\"");
    row("number", " 12 ");
    row("half a text", "{\"a\":\"b");
    row("two documents", "{}{}");
    row("bytes behind", QByteArray("{}\0", 3));
    row("digits that a gap would join", "[1 2]");
    row("byte order mark", "\xef\xbb\xbf{}");
    row("halves of characters",
        R"(["\ud800","\udfff","\ude0a\ud83d","\ud800\ud83d\ude0a","a\\\udC00z","\\ud800"])");
    row("halves of characters, cut", R"(["x\ud83d","\ud83d\n","\ud83d\u0041","\\\uDBFF"])");
    row("halves of characters in names", R"({"\ud800":1,"\ufffd":2,"\udc00x":3})");
    row("half a character and half a text", R"({"a":"\ud800)");
    row("half a character and half an escape", R"({"a":"\ud800\u12"})");
    row("half a character as UTF-8", "[\"\xed\xa0\x80\",\"\\ud800\"]");
    row("escapes with one spelling", R"(["\b\f\n\r\t\"\\",{"\n":1}])");
    row("escapes with more than one", R"(["\/","\u0041","\u001F","\u001f",{"\u0061":1}])");
    row("members twice, deep", R"({"a":[{"b":1,"c":2,"b":3}],"d":{"e":{"f":1,"f":1}}})");
    row("numbers in short form",
        "[0,-0,1,-1,0.5,-0.5,0.001,0.05,9.785,123456789012.345,100000,999999999999999]");
    row("numbers in others",
        "[1.0,1.50,0.0,-0.0,0.0001,0.00012,1e2,1E-2,1.5e300,0.1234567890123456789,5e-324]");
    row("blanks in and around texts", "{\"a\":\" \",\"b\":[\" [ \",\" : \"]}");
    row("a blank behind", "[1] ");
    row("a blank before", " [1]");
    row("a blank before a comma", "[1 ,2]");
    row("invalid UTF-8", "{\"a\":\"\xff\"}");
    row("raw control character", "{\"a\":\"\x01\"}");
    row("empty", "");
    row("trailing comma", "[1,]");
}

void TestJsonText::readsWhatTheDocumentReads()
{
    QFETCH(QByteArray, json);
    QCOMPARE(compared(json), QString());
}

void TestJsonText::samplesAreReadAlike()
{
    const QDir dir(QStringLiteral(ANRUFWARTE_SOURCE_DIR "/tests/data/samples"));
    const QStringList names = dir.entryList({QStringLiteral("*.json")});
    QVERIFY(names.size() > 40);
    for (const QString &name : names)
        QVERIFY2(compared(test::data(QStringLiteral("samples/") + name)).isEmpty(),
                 qPrintable(name + u' ' + compared(test::data(QStringLiteral("samples/") + name))));
}

void TestJsonText::jsonSuiteIsReadAlike()
{
    const auto dir = test::besideCheckout(QStringLiteral("corpora/jsontestsuite"));
    if (!dir)
        QSKIP("no corpora beside the checkout");
    int compared_ = 0;
    for (const QString &name : dir->entryList({QStringLiteral("*.json")})) {
        QFile file(dir->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray json = file.readAll();
        QVERIFY2(compared(json).isEmpty() && ++compared_, qPrintable(name + u' ' + compared(json)));
    }
    QCOMPARE(compared_ > 280, true);
}

void TestJsonText::keepsTheTextWithoutWhiteSpace()
{
    const Result<JsonBody> body =
        JsonBody::parse("{ \"call\" : { \"a\" : 9.7850 , \"b\" : \"x \\u00fc\" , \"c\" : [ 1 , { } ] } }");
    const JsonText call = JsonMembers(body->root())["call"];
    QCOMPARE(call.json(), QByteArray(R"({"a":9.7850,"b":"x \u00fc","c":[1,{}]})"));
    QCOMPARE(JsonMembers(call)["c"].json(), QByteArray("[1,{}]"));
    QCOMPARE(elementsOf(JsonMembers(call)["c"]).at(1).json(), QByteArray("{}"));
}

void TestJsonText::absentAnswersNothing()
{
    const JsonText absent = JsonMembers(JsonText())["x"];
    QVERIFY(absent.isAbsent() && !absent.isNull() && !absent.isObject() && !absent.isArray() &&
            !absent.isString() && !absent.isNumber() && !absent.isBool() && !absent.isEmpty());
    QVERIFY(!absent.text() && !absent.integer() && !absent.number() && !absent.flag());
    QVERIFY(absent.json().isEmpty() && elementsOf(absent).isEmpty());
    const Result<JsonBody> number = JsonBody::parse("12");
    QVERIFY(!number->root().isEmpty() && JsonMembers(number->root()).all().isEmpty());
}

void TestJsonText::lastDuplicateWins()
{
    const Result<JsonBody> body = JsonBody::parse(R"({"a":1,"b":2,"a":{"x":3}})");
    const JsonMembers members(body->root());
    QCOMPARE(members.all().size(), 2);
    QCOMPARE(members.all().first().name, QByteArray("a"));
    QCOMPARE(members["a"].json(), QByteArray(R"({"x":3})"));
}

void TestJsonText::halfACharacterIsNoReasonToRefuse()
{
    const QByteArray json = R"({"a":"x\ud83d","b":"\ud83d\ude0a"})";
    const Result<JsonBody> body = JsonBody::parse(json);
    QVERIFY(body.has_value());
    QCOMPARE(body->root().json(), json); // as it came
    QCOMPARE(JsonMembers(body->root())["a"].text(), QStringLiteral("x\ufffd"));
    QCOMPARE(JsonMembers(body->root())["b"].text(), QStringLiteral("😊"));
}

void TestJsonText::longValuesEndWhereTheyEnd()
{
    QByteArray json = R"({"first":[{"x":1}],"long":{"inner":[)";
    for (int i = 0; i < 200; ++i)
        json += (i > 0 ? "," : "") + QByteArray(R"({"word":"a]}\"[{","at":[1,2,{}]})");
    json += R"(],"tail":"}"},"last":[[],{}]})";
    QCOMPARE(compared(json), QString());
    QCOMPARE(compared(' ' + json), QString());
    const Result<JsonBody> body = JsonBody::parse(json);
    const JsonMembers members(body->root());
    QCOMPARE(members.all().size(), 3);
    QCOMPARE(members["last"].json(), QByteArray("[[],{}]"));
    QCOMPARE(JsonMembers(members["long"])["tail"].text(), QStringLiteral("}"));
}

void TestJsonText::numbersAreReadAlike()
{
    QRandomGenerator random(559);
    QByteArray json = "[0";
    for (int i = 0; i < 20'000; ++i) {
        const double number = (random.bounded(2) == 0 ? -1 : 1) * std::pow(10.0, random.bounded(40.0) - 20);
        json += ',' + QByteArray::number(number, random.bounded(2) == 0 ? 'g' : 'f', random.bounded(19));
    }
    QCOMPARE(compared(json + ']'), QString());
}

void TestJsonText::manyMembersAreFound()
{
    QByteArray json = "{";
    for (int i = 0; i < 5000; ++i)
        json += "\"k" + QByteArray::number(i % 2500) + "\":" + QByteArray::number(i) + ',';
    json.back() = '}';
    const Result<JsonBody> body = JsonBody::parse(json);
    const JsonMembers members(body->root());
    QCOMPARE(members.all().size(), 2500);
    for (const int i : {0, 99, 100, 101, 2499})
        QCOMPARE(members[QByteArray("k" + QByteArray::number(i))].integer(), i + 2500);
    QVERIFY(members["k2500"].isAbsent());
}

void TestJsonText::bigTextsAreReadToo()
{
    const QByteArray filler(3 * 1024 * 1024, 'x');
    QCOMPARE(compared(R"({"a":")" + filler + R"(","b":[1, 2]})"), QString());
    QVERIFY(!JsonBody::parse(QByteArray(R"({"a":")" + filler + R"(","b":[1, 2})")));
}

void TestJsonText::depthIsBoundedAlsoOnSmallStacks()
{
    bool ok = false;
    const std::unique_ptr<QThread> thread(QThread::create([&ok] {
        ok = JsonBody::parse(nested(MaxJsonDepth)).has_value();
        for (const qsizetype depth : {MaxJsonDepth + 1, 1000, 10'000, 100'000})
            ok = ok && !JsonBody::parse(nested(depth)) && !JsonBody::parse(QByteArray(depth, '['));
        ok = ok && !JsonBody::parse(nested(65), 64) && JsonBody::parse(nested(64), 64);
        ok = ok && !JsonBody::parse(nested(9), 8) && JsonBody::parse(nested(8), 8);
    }));
    thread->setStackSize(256 * 1024);
    thread->start();
    QVERIFY(thread->wait(30'000));
    QVERIFY(ok);
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "test_jsontext.moc"
