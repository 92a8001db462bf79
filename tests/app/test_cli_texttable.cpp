// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/texttable.h"

#include <QElapsedTimer>
#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

class TestCliTextTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsStandUnderEachOther();
    void widthIsThatOfATerminal();
    void foreignTextCannotDriveTheTerminal();
    void longTextIsCut();
    void aHugeCellCostsLittle();
};

void TestCliTextTable::columnsStandUnderEachOther()
{
    TextTable table;
    table.addColumn(u"Name"_s);
    table.addColumn(u"n"_s, TextTable::Side::Right);
    table.addColumn(u"Rest"_s);
    table.addRow({u"Jörg"_s, u"7"_s, u"x"_s});
    table.addRow({u"A"_s, u"1000"_s, QString()});
    QCOMPARE(table.lines(), QStringList({u"Name     n  Rest"_s, u"Jörg     7  x"_s, u"A     1000"_s}));
}

void TestCliTextTable::widthIsThatOfATerminal()
{
    QCOMPARE(terminalWidth(u"Müller"_s), 6);
    QCOMPARE(terminalWidth(u"電話"_s), 4);
    QCOMPARE(terminalWidth(u"\u2068abc\u2069"_s), 3);
    QCOMPARE(terminalWidth(u"u\u0308"_s), 1);
}

void TestCliTextTable::foreignTextCannotDriveTheTerminal()
{
    TextTable table;
    table.addColumn(u"x"_s);
    table.addRow({u"a\x1b[2Jb\n"_s});
    table.addRow({u"\u202Eexe.png\u2028b"_s});
    QCOMPARE(table.lines().at(1), u"a\\x1b[2Jb\\x0a"_s);
    QCOMPARE(table.lines().at(2), u"\\x202eexe.png\\x2028b"_s);
}

void TestCliTextTable::longTextIsCut()
{
    QCOMPARE(shortened(u"abcdef"_s, 6), u"abcdef"_s);
    QCOMPARE(shortened(u"abcdefg"_s, 6), u"abcde…"_s);
    QCOMPARE(shortened(u"電話電話"_s, 6), u"電話…"_s);
    QCOMPARE(shortened(u"😀😀"_s, 3), u"😀…"_s);
}

void TestCliTextTable::aHugeCellCostsLittle()
{
    TextTable table;
    table.addColumn(u"x"_s);
    for (int i = 0; i < 100; ++i)
        table.addRow({QString(300'000, u'ä')});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(terminalWidth(table.lines().at(100)), 200);
    QVERIFY(timer.elapsed() < 2000);
}

QTEST_GUILESS_MAIN(TestCliTextTable)
#include "test_cli_texttable.moc"
