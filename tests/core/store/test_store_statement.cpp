// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/isotime.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

class TestStoreStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void textsComeBackAsTheyWere_data();
    void textsComeBackAsTheyWere();
    void contentComesBackAsItWas();
    void whatIsNotSetIsNull();
    void valuesLiveAsLongAsTheRowsAreRead();
    void textsMadeAnewAreNotTakenForOthers();
    void momentsReadAsQtWritesThem_data();
    void momentsReadAsQtWritesThem();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

void TestStoreStatement::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = *Database::open(m_folder->filePath(u"a.sqlite"_s), Database::Access::ReadWrite, 100);
    QVERIFY(m_database->run(u"CREATE TABLE t (a, b, c)"_s));
}

void TestStoreStatement::textsComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << QString();
    QTest::newRow("empty") << u""_s;
    QTest::newRow("ASCII") << u"call_1"_s;
    QTest::newRow("umlauts") << u"Überweisung für Größe"_s;
    QTest::newRow("beyond the BMP") << u"😊 𝕏"_s;
    QTest::newRow("a zero inside") << u"a"_s + QChar(u'\0') + u"b"_s;
    QTest::newRow("byte order mark") << QString(QChar(0xFEFF)) + u"x"_s;
    for (const int size : {255, 256, 257, 1000, 100'000})
        QTest::addRow("%d euros", size) << QString(size, u'€');
}

void TestStoreStatement::textsComeBackAsTheyWere()
{
    QFETCH(QString, text);
    QVERIFY(m_database->statement(u"INSERT INTO t VALUES (?, ?, ?)"_s).run(text, text, text));
    Statement select = m_database->statement(u"SELECT a, b, c, typeof(a), length(CAST(c AS BLOB)) FROM t"_s);
    QVERIFY(select.run() && select.next());
    for (int column = 0; column < 3; ++column) {
        QCOMPARE(select.text(column), text);
        QCOMPARE(select.isNull(column), text.isNull());
    }
    QCOMPARE(select.text(3), text.isNull() ? u"null"_s : u"text"_s);
    QCOMPARE(select.integer(4), text.toUtf8().size());
}

void TestStoreStatement::contentComesBackAsItWas()
{
    const QByteArray content("\0\xff\x80z", 4);
    const QByteArray big(100'000, '\xfe');
    QVERIFY(m_database->statement(u"INSERT INTO t VALUES (?, ?, ?)"_s).run(content, big, QByteArray()));
    QVERIFY(m_database->statement(u"INSERT INTO t VALUES (?, ?, ?)"_s)
                .runWith({QVariant(QByteArray("")), QVariant(7), QVariant(2.5)}));
    Statement select = m_database->statement(u"SELECT a, b, c FROM t ORDER BY rowid"_s);
    QVERIFY(select.run() && select.next());
    QCOMPARE(select.blob(0), content);
    QCOMPARE(select.blob(1), big);
    QVERIFY(select.isNull(2));
    QVERIFY(select.next());
    QVERIFY(!select.isNull(0) && select.blob(0).isEmpty());
    QCOMPARE(select.integer(1), 7);
    QCOMPARE(select.real(2), 2.5);
}

void TestStoreStatement::whatIsNotSetIsNull()
{
    const QString sql = u"INSERT INTO t VALUES (?, ?, ?)"_s;
    QVERIFY(m_database->statement(sql).run(u"x"_s, u"y"_s, u"z"_s));
    {
        Statement insert = m_database->statement(sql);
        insert.begin();
        insert.setText(1, "ü");
        insert.setText(2, {});
        QVERIFY(insert.execute());
    }
    Statement select = m_database->statement(u"SELECT a, b, c FROM t ORDER BY rowid DESC"_s);
    QVERIFY(select.run() && select.next());
    QVERIFY(select.isNull(0) && !select.isNull(2));
    QCOMPARE(select.text(1), u"ü"_s);
    QCOMPARE(select.text(2), u""_s);
}

void TestStoreStatement::valuesLiveAsLongAsTheRowsAreRead()
{
    for (const QString &text : {u"a"_s, u"b"_s, u"b"_s, u"b"_s})
        QVERIFY(m_database->statement(u"INSERT INTO t VALUES (?, ?, ?)"_s).run(text, 0, 0));
    Statement select = m_database->statement(u"SELECT a FROM t WHERE a = ? AND b < length(?)"_s);
    QVERIFY(select.run(QString(1, u'b'), QByteArray(2'000, 'x')));
    int rows = 0;
    while (select.next())
        ++rows;
    QVERIFY(!select.failed());
    QCOMPARE(rows, 3);
}

/// Statements are found by where their text lies: a text that lies where another one did is a new one.
void TestStoreStatement::textsMadeAnewAreNotTakenForOthers()
{
    for (int i = 0; i < 1'000; ++i) {
        const QString sql = u"SELECT "_s + QString::number(i % 300);
        Statement select = m_database->statement(sql);
        QVERIFY(select.run() && select.next());
        QCOMPARE(select.integer(0), i % 300);
    }
}

void TestStoreStatement::momentsReadAsQtWritesThem_data()
{
    QTest::addColumn<qint64>("ms");
    for (const qint64 ms :
         {0LL, 999LL, 1'000LL, -1LL, 951'782'399'999LL, 951'782'400'000LL, 1'790'000'000'123LL,
          1'709'208'000'000LL, 4'102'444'799'999LL, 253'402'300'799'999LL, -62'135'596'800'000LL})
        QTest::addRow("%lld", ms) << qint64(ms);
}

void TestStoreStatement::momentsReadAsQtWritesThem()
{
    QFETCH(qint64, ms);
    QCOMPARE(isoUtc(ms), QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs));
    QCOMPARE(fromIsoUtc(isoUtc(ms)), ms);
}

QTEST_GUILESS_MAIN(TestStoreStatement)
#include "test_store_statement.moc"
