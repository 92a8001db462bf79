// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/reencode.h"

#include <QTest>

using namespace anrufwarte;

namespace {

QByteArray bodyOf(const QList<BodyVariant> &variants, QLatin1String name)
{
    for (const BodyVariant &variant : variants) {
        if (variant.name == name)
            return variant.body;
    }
    return {};
}

} // namespace

class TestReencode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachProgramHasItsStyle();
    void emptyContainersStayOnOneLine();
    void theBodyItselfIsNoVariant();
    void tooLargeTooDeepOrBrokenBodiesHaveNone();
};

void TestReencode::eachProgramHasItsStyle()
{
    const QByteArray body = "{ \"a\" : [1, 2.50],\r\n \"ü\":\"x/y 😊\" }";
    const QList<BodyVariant> variants = bodyVariants(body);
    const auto is = [&variants](const char *name, const QByteArray &expected) {
        QCOMPARE(bodyOf(variants, QLatin1String(name)), expected);
    };
    is("compact", R"({"a":[1,2.5],"ü":"x/y 😊"})");
    is("compact, \\/", R"({"a":[1,2.5],"ü":"x\/y 😊"})");
    is("compact, \\/ \\u", R"({"a":[1,2.5],"\u00fc":"x\/y \ud83d\ude0a"})");
    is("spaced, \\u", R"({"a": [1, 2.5], "\u00fc": "x/y \ud83d\ude0a"})");
    is("indent 2", "{\n  \"a\": [\n    1,\n    2.5\n  ],\n  \"ü\": \"x/y 😊\"\n}");
    is("LF line ends", QByteArray(body).replace("\r\n", "\n"));
    is("with line end", body + '\n');
}

void TestReencode::emptyContainersStayOnOneLine()
{
    const QList<BodyVariant> variants = bodyVariants(R"({"a":{},"b":[]})");
    QCOMPARE(bodyOf(variants, QLatin1String("indent 2")), "{\n  \"a\": {},\n  \"b\": []\n}");
}

void TestReencode::theBodyItselfIsNoVariant()
{
    const QByteArray body = R"({"a":1})";
    const QList<BodyVariant> variants = bodyVariants(body);
    QVERIFY(variants.size() > 3 && variants.size() < 20);
    for (const BodyVariant &variant : variants)
        QVERIFY(variant.body != body);
}

void TestReencode::tooLargeTooDeepOrBrokenBodiesHaveNone()
{
    QVERIFY(bodyVariants("{").isEmpty());
    QVERIFY(bodyVariants('"' + QByteArray(MaxReencodedBytes, 'x') + '"').isEmpty());
    const auto nested = [](int depth) { return QByteArray(QByteArray(depth, '[') + QByteArray(depth, ']')); };
    QVERIFY(!bodyVariants(nested(MaxReencodedDepth)).isEmpty());
    QVERIFY(bodyVariants(nested(MaxReencodedDepth + 1)).isEmpty());
}

QTEST_GUILESS_MAIN(TestReencode)
#include "test_reencode.moc"
