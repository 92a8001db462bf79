// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/clientaddress.h"

#include <QTest>

using namespace anrufwarte;
using http::AddressList;

namespace {

QHostAddress address(const char *text)
{
    return QHostAddress(QString::fromLatin1(text));
}

AddressList listOf(const QStringList &entries)
{
    return AddressList::parse(entries).value();
}

} // namespace

class TestHttpAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contains_data();
    void contains();
    void badEntries_data();
    void badEntries();
    void emptyListHoldsNothing();
    void clientAddress_data();
    void clientAddress();
};

void TestHttpAddresses::contains_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isIn");
    const auto row = [](const char *claim, const char *entry, const char *address, bool isIn) {
        QTest::newRow(claim) << QString::fromLatin1(entry) << QString::fromLatin1(address) << isIn;
    };
    row("an-address-is-itself", "100.20.5.228", "100.20.5.228", true);
    row("and-not-its-neighbour", "100.20.5.228", "100.20.5.229", false);
    row("mapped-caller-is-its-ipv4", "100.20.5.228", "::ffff:100.20.5.228", true);
    row("mapped-entry-is-its-ipv4", "::ffff:100.20.5.228", "100.20.5.228", true);
    row("mapped-in-hex-too", "::FFFF:6414:05E4", "100.20.5.228", true);
    row("network-holds-its-last", "10.1.0.0/16", "10.1.255.255", true);
    row("network-ends-there", "10.1.0.0/16", "10.2.0.0", false);
    row("prefix-inside-a-byte", "10.1.16.0/20", "10.1.31.1", true);
    row("prefix-inside-a-byte-ends", "10.1.16.0/20", "10.1.32.1", false);
    row("host-bits-do-not-matter", "10.1.2.3/8", "10.9.9.9", true);
    row("all-ipv4", "0.0.0.0/0", "255.1.2.3", true);
    row("all-ipv4-is-not-ipv6", "0.0.0.0/0", "2001:db8::1", false);
    row("loopback", "::1", "::1", true);
    row("loopback-is-not-any", "::1", "::", false);
    row("upper-case-hex", "2001:DB8::/32", "2001:db8:ffff::1", true);
    row("ipv6-network-ends", "2001:db8::/32", "2001:db9::1", false);
    row("white-space-around-is-cut", " 10.0.0.1 ", "10.0.0.1", true);
}

void TestHttpAddresses::contains()
{
    QFETCH(QString, entry);
    QFETCH(QString, address);
    QTEST(listOf({entry}).contains(QHostAddress(address)), "isIn");
}

void TestHttpAddresses::badEntries_data()
{
    QTest::addColumn<QString>("entry");
    for (const char *entry : {"",
                              "all",
                              "localhost",
                              "010.0.0.1",
                              "10.0.0.01",
                              "10.0.1",
                              "10.0.0.256",
                              "10.0.0.1.",
                              "0x0a.0.0.1",
                              "167772161",
                              "10.0.0.0/33",
                              "10.0.0.0/",
                              "10.0.0.0/08",
                              "10.0.0.0/+8",
                              "10.0.0.0/8/8",
                              "10.0.0.0-9",
                              "10.0.0.1:80",
                              "[::1]",
                              "fe80::1%eth0",
                              "::1/129",
                              "::ffff:010.0.0.1",
                              ":::",
                              "1::2::3",
                              "g::1",
                              "12345::",
                              "10.0.0.1,10.0.0.2",
                              "*"})
        QTest::newRow(entry[0] ? entry : "empty") << QString::fromLatin1(entry);
}

void TestHttpAddresses::badEntries()
{
    QFETCH(QString, entry);
    const auto list =
        AddressList::parse({QStringLiteral("10.0.0.1"), entry}, QStringLiteral("webhook/allowlist"));
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::SettingInvalid);
    QCOMPARE(list.error().args.value(0), QStringLiteral("webhook/allowlist"));
    QCOMPARE(list.error().args.value(1), entry);
}

void TestHttpAddresses::emptyListHoldsNothing()
{
    QVERIFY(listOf({}).isEmpty());
    QVERIFY(!listOf({}).contains(address("127.0.0.1")));
    QVERIFY(!listOf({QStringLiteral("::/0")}).contains(QHostAddress()));
}

void TestHttpAddresses::clientAddress_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArrayList>("forwarded");
    QTest::addColumn<QString>("client");
    const auto row = [](const char *claim, const char *peer, const QByteArrayList &forwarded,
                        const char *client) {
        QTest::newRow(claim) << QString::fromLatin1(peer) << forwarded << QString::fromLatin1(client);
    };
    row("a-stranger-is-who-he-is", "192.0.2.9", {"198.51.100.1"}, "192.0.2.9");
    row("the-proxy-says-who", "10.0.0.1", {"198.51.100.1"}, "198.51.100.1");
    row("a-mapped-proxy-too", "::ffff:10.0.0.1", {"198.51.100.1"}, "198.51.100.1");
    row("only-the-right-most-stranger-counts", "10.0.0.1", {"1.1.1.1, 198.51.100.1"}, "198.51.100.1");
    row("trusted-hops-are-passed", "10.0.0.1", {"198.51.100.1, 10.0.0.2,10.0.0.3"}, "198.51.100.1");
    row("several-fields-are-one-list", "10.0.0.1", {"1.1.1.1", "198.51.100.1", "10.0.0.2"}, "198.51.100.1");
    row("all-trusted-gives-the-first", "10.0.0.1", {"10.0.0.3, 10.0.0.2"}, "10.0.0.3");
    row("nothing-said-gives-the-proxy", "10.0.0.1", {}, "10.0.0.1");
    row("garbage-gives-the-proxy", "10.0.0.1", {"198.51.100.1, unknown"}, "10.0.0.1");
    row("garbage-behind-a-trusted-hop-gives-that-hop", "10.0.0.1", {"localhost, 10.0.0.2"}, "10.0.0.2");
    row("an-empty-entry-is-garbage", "10.0.0.1", {"198.51.100.1,"}, "10.0.0.1");
    row("ipv6-clients", "10.0.0.1", {"2001:DB8::1"}, "2001:db8::1");
}

void TestHttpAddresses::clientAddress()
{
    QFETCH(QString, peer);
    QFETCH(QByteArrayList, forwarded);
    QFETCH(QString, client);
    http::Request request;
    request.peer = QHostAddress(peer);
    request.headers = {{"X-Real-IP", "9.9.9.9"}, {"Forwarded", "for=9.9.9.9"}};
    for (const QByteArray &value : forwarded)
        request.headers.emplaceBack("x-forwarded-for", value);
    const AddressList trusted = listOf({QStringLiteral("10.0.0.0/8")});
    QCOMPARE(http::clientAddress(request, trusted), QHostAddress(client));
}

QTEST_GUILESS_MAIN(TestHttpAddresses)
#include "test_http_addresses.moc"
