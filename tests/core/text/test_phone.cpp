// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/foreigntext.h"
#include "core/text/formats.h"
#include "tests/core/text/languages.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

class TestPhone : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void grouped_data();
    void grouped();
    void withheld_data();
    void withheld();
    void otherTextStaysVerbatim();
    void foreignTextCannotTurnItsNeighbours();
};

void TestPhone::grouped_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const QString &number, const QString &text, const QString &masked) {
        QTest::newRow(qPrintable(number)) << number << text << masked;
    };
    row(u"+493023125559"_s, u"+49 30 23125 559"_s, u"+49 30 …559"_s);
    row(u"+494066969502"_s, u"+49 40 66969 502"_s, u"+49 40 …502"_s);
    row(u"+492214710655"_s, u"+49 221 4710 655"_s, u"+49 221 …655"_s);
    row(u"+497111234567"_s, u"+49 711 1234 567"_s, u"+49 711 …567"_s);
    row(u"+493411234567"_s, u"+49 341 1234 567"_s, u"+49 341 …567"_s);
    row(u"+492041123456"_s, u"+49 2041 123 456"_s, u"+49 2041 …456"_s);
    row(u"+491713920048"_s, u"+49 171 39200 48"_s, u"+49 171 …048"_s);
    row(u"+4917604069017"_s, u"+49 176 040690 17"_s, u"+49 176 …017"_s);
    row(u"+4915112345678"_s, u"+49 1511 23456 78"_s, u"+49 1511 …678"_s);
    row(u"+498001234567"_s, u"+49 800 1234 567"_s, u"+49 800 …567"_s);
    row(u"+4933439123456"_s, u"+49 334 391 234 56"_s, u"+49 …456"_s);
    row(u"+4315123456"_s, u"+43 1 5123 456"_s, u"+43 1 …456"_s);
    row(u"+436641234567"_s, u"+43 664 12345 67"_s, u"+43 664 …567"_s);
    row(u"+41446681800"_s, u"+41 44 668 18 00"_s, u"+41 44 …800"_s);
    row(u"+14155550123"_s, u"+1 415 555 0123"_s, u"+1 415 …123"_s);
    row(u"+442079460018"_s, u"+44 20 7946 0018"_s, u"+44 20 …018"_s);
    row(u"+447700900123"_s, u"+44 7700 900123"_s, u"+44 7700 …123"_s);
    row(u"+441614960123"_s, u"+44 161 496 0123"_s, u"+44 161 …123"_s);
    row(u"+33123456789"_s, u"+33 1 23 45 67 89"_s, u"+33 1 …789"_s);
    row(u"+390612345678"_s, u"+39 061 234 5678"_s, u"+39 …678"_s);
    row(u"+35312345678"_s, u"+353 123 456 78"_s, u"+353 …678"_s);
}

void TestPhone::grouped()
{
    QFETCH(QString, number);
    QFETCH(QString, text);
    QFETCH(QString, masked);
    const Formats formats;
    QCOMPARE(formats.phone(number), text);
    QCOMPARE(formats.phone(number).remove(u' '), number);
    QCOMPARE(formats.maskedPhone(number), masked);
}

void TestPhone::withheld_data()
{
    QTest::addColumn<QString>("number");
    for (const char *word : {"anonymous", "Anonymous", "restricted", "unknown", "unavailable", "private",
                             "sip:anonymous@anonymous.invalid", " anonymous "})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void TestPhone::withheld()
{
    QFETCH(QString, number);
    QCOMPARE(Formats().phone(number), u"Withheld"_s);
    const test::German language;
    QCOMPARE(Formats().phone(number), u"Unterdrückt"_s);
    QCOMPARE(Formats().maskedPhone(number), u"Unterdrückt"_s);
}

void TestPhone::otherTextStaysVerbatim()
{
    const Formats formats;
    QCOMPARE(formats.phone(QString()), Formats::unknown());
    QCOMPARE(formats.maskedPhone(QString()), Formats::unknown());
    for (const QString &text : {u"sip:praxis-nord@example.org"_s, u"11833"_s, u"030 23125559"_s, u"+49"_s,
                                u"+0123456789"_s, u"+1234567890123456"_s, u"+49a30"_s, u"Praxis Süd"_s})
        QCOMPARE(formats.phone(text), text);
    QCOMPARE(formats.maskedPhone(u"sip:praxis-nord@example.org"_s), u"…ord"_s);
    QCOMPARE(formats.maskedPhone(u"11833"_s), u"…"_s);
}

void TestPhone::foreignTextCannotTurnItsNeighbours()
{
    const auto enclosed = [](const QString &text) -> QString { return QChar(0x2068) + text + QChar(0x2069); };
    QCOMPARE(isolated(u"Zentrale Süd"_s), u"Zentrale Süd"_s);
    QCOMPARE(isolated(u"שלום"_s), enclosed(u"שלום"_s));
    QCOMPARE(isolated(u"a\u202Eb"_s), enclosed(u"a\u202Eb"_s));
    QCOMPARE(isolated(u"a\u200Bb"_s), enclosed(u"a\u200Bb"_s));
    QCOMPARE(isolated(u"a\nb"_s), enclosed(u"a b"_s));
    // A mark that would end ours early does not get through.
    QCOMPARE(isolated(u"a\u2069b"_s), enclosed(u"a\uFFFDb"_s));
    QCOMPARE(Formats().phone(u"\u202E+49"_s), enclosed(u"\u202E+49"_s));
}

QTEST_GUILESS_MAIN(TestPhone)
#include "test_phone.moc"
