// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/logline.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

class TestLogLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneEventIsOneLine();
    void numbersAreMaskedAndIdsAreNot();
    void longMessagesAreCut();
    void journalLineHasItsPriority();
    void lineForPeopleHasTimeAndWord();
};

void TestLogLine::oneEventIsOneLine()
{
    QCOMPARE(logline::safe(u"a\r\nb\x1b[31mc"_s), u"a\\x0d\\x0ab\\x1b[31mc"_s);
    QCOMPARE(logline::safe(u"Übergabe 🏛"_s), u"Übergabe 🏛"_s);
    QVERIFY(!logline::safe(u"a\u202eb"_s).contains(QChar(0x202e)));
}

void TestLogLine::numbersAreMaskedAndIdsAreNot()
{
    QCOMPARE(logline::safe(u"from +49301234556 to +491713920012."_s),
             u"from +49301****56 to +49171****12."_s);
    QCOMPARE(logline::safe(u"call_5f3a9c0e7b214d68 at 1790000000000"_s),
             u"call_5f3a9c0e7b214d68 at 1790000000000"_s);
}

void TestLogLine::longMessagesAreCut()
{
    QVERIFY(logline::safe(QString(100'000, u'x')).size() < 5'000);
}

void TestLogLine::journalLineHasItsPriority()
{
    QCOMPARE(logline::forJournal(QtWarningMsg, u"anrufwarte.listener"_s, u"slow"_s),
             QByteArray("<4>listener: slow\n"));
    QCOMPARE(logline::forJournal(QtCriticalMsg, u"qt.network"_s, u"no"_s), QByteArray("<3>qt.network: no\n"));
}

void TestLogLine::lineForPeopleHasTimeAndWord()
{
    QCOMPARE(logline::forPeople(QtInfoMsg, u"anrufwarte.store"_s, u"100 %1 %2"_s, 1'790'000'000'123),
             QByteArray("2026-09-21T14:13:20.123Z info store: 100 %1 %2\n"));
}

QTEST_GUILESS_MAIN(TestLogLine)
#include "test_logline.moc"
