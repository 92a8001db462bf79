// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/webhookpath.h"

#include <QTest>

using namespace anrufwarte;

class TestWebhookPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeSegmentsAreCompared_data();
    void wholeSegmentsAreCompared();
    void prefixMayBeTheRootOrEndInASlash();
    void healthIsExactlyOnePath();
};

void TestWebhookPath::wholeSegmentsAreCompared_data()
{
    QTest::addColumn<bool>("ours");
    const auto row = [](const char *path, bool ours) { QTest::newRow(path) << ours; };
    row("/webhooks/retell", true);
    row("/webhooks/retell/", true);
    row("/webhooks/retell/call-ended", true);
    row("/webhooks/retell/a/b/c", true);
    row("/webhooks/retell/.hidden", true);
    row("/webhooks/retell/...", true);
    row("", false);
    row("/", false);
    row("/webhooks", false);
    row("/webhooks/retel", false);
    row("/webhooks/retellx", false);
    row("/webhooks/retell.", false);
    row("/Webhooks/Retell", false);
    row("webhooks/retell", false);
    row("//webhooks/retell", false);
    row("/webhooks//retell", false);
    row("/webhooks/retell//", false);
    row("/webhooks/retell//call-ended", false);
    row("/webhooks/../webhooks/retell", false);
    row("/webhooks/retell/..", false);
    row("/webhooks/retell/../other", false);
    row("/webhooks/retell/.", false);
    row("/webhooks/./retell", false);
    row("/webhooks%2fretell", false);
    row("/webhooks/retell%2fcall-ended", false);
    row("/webhooks/retell/%2e%2e/other", false);
    row("/webhooks/retell/%00", false);
    row("/webhooks/retell\\call-ended", false);
    row("/webhooks/retell;x", false);
    row("http://host/webhooks/retell", false);
    row("*", false);
}

void TestWebhookPath::wholeSegmentsAreCompared()
{
    QFETCH(bool, ours);
    QCOMPARE(isAtOrBelow(QByteArrayView(QTest::currentDataTag()), "/webhooks/retell"), ours);
}

void TestWebhookPath::prefixMayBeTheRootOrEndInASlash()
{
    QVERIFY(isAtOrBelow("/hook", "/hook/"));
    QVERIFY(isAtOrBelow("/hook/x", "/hook/"));
    QVERIFY(!isAtOrBelow("/hooked", "/hook/"));
    QVERIFY(isAtOrBelow("/", "/"));
    QVERIFY(isAtOrBelow("/anything", "/"));
    QVERIFY(!isAtOrBelow("//", "/"));
}

void TestWebhookPath::healthIsExactlyOnePath()
{
    QVERIFY(isHealthPath("/hook/health", "/hook"));
    QVERIFY(isHealthPath("/hook/health", "/hook/"));
    QVERIFY(!isHealthPath("/hook/health/", "/hook"));
    QVERIFY(!isHealthPath("/hook/x/health", "/hook"));
    QVERIFY(!isHealthPath("/health", "/hook"));
}

QTEST_GUILESS_MAIN(TestWebhookPath)
#include "test_webhookpath.moc"
