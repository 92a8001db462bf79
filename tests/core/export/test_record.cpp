// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/record.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

class TestRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonKeepsOrderAndExactNumbers();
    void jsonOfNothingIsAnEmptyArray();
    void csvFields_data();
    void csvFields();
    void timesAreUtc();
};

void TestRecord::jsonKeepsOrderAndExactNumbers()
{
    const Record record{{u"z"_s, qint64(9'007'199'254'740'993)},
                        {u"a"_s, 9.785},
                        {u"text"_s, u"Zeile\n\"Ü\""_s},
                        {u"none"_s, Cell()},
                        {u"yes"_s, true},
                        {u"raw"_s, jsonCell("{\"k\":1}")}};
    QCOMPARE(toJson(record),
             QByteArray("{\"z\": 9007199254740993, \"a\": 9.785, \"text\": \"Zeile\\n\\\"Ü\\\"\", "
                        "\"none\": null, \"yes\": true, \"raw\": {\"k\":1}}"));
}

void TestRecord::jsonOfNothingIsAnEmptyArray()
{
    QCOMPARE(toJson(QList<Record>()), QByteArray("[]\n"));
    QCOMPARE(toJsonLines({}), QByteArray());
}

void TestRecord::csvFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << u"Müller"_s << QByteArray("Müller");
    QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
    QTest::newRow("quote") << u"a\"b"_s << QByteArray("\"a\"\"b\"");
    QTest::newRow("line end") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("phone number stays readable") << u"+4930123456"_s << QByteArray("\"+4930123456\"");
    QTest::newRow("formula") << u"=1+2"_s << QByteArray("\"'=1+2\"");
    QTest::newRow("plus formula") << u"+1+cmd"_s << QByteArray("\"'+1+cmd\"");
    QTest::newRow("minus") << u"-2"_s << QByteArray("\"'-2\"");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("\"'@SUM(A1)\"");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("\"'\t=1\"");
}

void TestRecord::csvFields()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, field);
    QCOMPARE(toCsv({Record{{u"n"_s, qint64(-1)}, {u"t"_s, text}}}), "n,t\r\n-1," + field + "\r\n");
}

void TestRecord::timesAreUtc()
{
    QCOMPARE(std::get<QString>(timeCell(1'790'000'000'123)), u"2026-09-21T14:13:20.123Z"_s);
    QVERIFY(std::holds_alternative<std::monostate>(timeCell(0)));
}

QTEST_GUILESS_MAIN(TestRecord)
#include "test_record.moc"
