// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include <QTest>

using namespace anrufwarte;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void configuredKeysAreTrimmed();
    void verbatimKeysAreNot();
    void onlyLongKeysShowTheirEnd_data();
    void onlyLongKeysShowTheirEnd();
};

void TestSecret::configuredKeysAreTrimmed()
{
    QCOMPARE(Secret::fromConfigured(" \tkey_1\r\n").reveal(), QByteArray("key_1"));
    QVERIFY(Secret::fromConfigured(" \n").isEmpty());
    QVERIFY(Secret().isEmpty());
}

void TestSecret::verbatimKeysAreNot()
{
    QCOMPARE(Secret::verbatim("key_1\n").reveal(), QByteArray("key_1\n"));
    QVERIFY(Secret::verbatim("key_1\n") != Secret::fromConfigured("key_1\n"));
}

void TestSecret::onlyLongKeysShowTheirEnd_data()
{
    QTest::addColumn<QString>("shown");
    QTest::newRow("1234567") << QString();
    QTest::newRow("12345678") << QStringLiteral("5678");
    QTest::newRow("key_0123456789abcdef") << QStringLiteral("cdef");
}

void TestSecret::onlyLongKeysShowTheirEnd()
{
    QTEST(Secret::verbatim(QTest::currentDataTag()).lastFour(), "shown");
}

QTEST_GUILESS_MAIN(TestSecret)
#include "test_secret.moc"
