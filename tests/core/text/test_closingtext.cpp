// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/closingtext.h"

#include <QDateTime>
#include <QTest>

using namespace anrufwarte;

class TestClosingText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void evidenceBecomesASentence_data();
    void evidenceBecomesASentence();
    void onlyAClosingIsFound();
};

namespace {

HistoryEntry entry(Source source, const QString &reason)
{
    const QDateTime at(QDate(2025, 10, 4), QTime(17, 44, 9));
    return {7,
            at.toMSecsSinceEpoch(),
            source,
            QStringLiteral("call_status"),
            QStringLiteral("ongoing"),
            QStringLiteral("ended"),
            reason};
}

} // namespace

void TestClosingText::evidenceBecomesASentence_data()
{
    QTest::addColumn<int>("source");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, Source source, const char *reason, const char *sentence) {
        QTest::newRow(name) << int(source) << QString::fromUtf8(reason) << QString::fromUtf8(sentence);
    };
    row("nothing came", Source::Poll, "closed by poll; no call_ended webhook",
        "Closed by the poller at 17:44:09. No call_ended webhook came.");
    row("a resync found it", Source::Resync, "closed by resync; no call_ended webhook",
        "Closed by a resync at 17:44:09. No call_ended webhook came.");
    row("rejected", Source::Poll, "closed by poll; webhook rejected 17:42:58: signature_malformed",
        "Closed by the poller at 17:44:09. The call_ended webhook was rejected at 17:42:58: Format.");
    row("wrong key", Source::Poll, "closed by poll; webhook rejected 17:42:58: signature_mismatch",
        "Closed by the poller at 17:44:09. The call_ended webhook was rejected at 17:42:58: Signature.");
    row("cut short", Source::Poll, "closed by poll; webhook rejected ",
        "Closed by the poller at 17:44:09. The call_ended webhook was rejected.");
}

void TestClosingText::evidenceBecomesASentence()
{
    QFETCH(const int, source);
    QFETCH(const QString, reason);
    QString told = closingText(entry(static_cast<Source>(source), reason));
    told.remove(QChar(0x2068)).remove(QChar(0x2069));
    QTEST(told, "sentence");
}

void TestClosingText::onlyAClosingIsFound()
{
    QVERIFY(!closingEntry({entry(Source::Webhook, QStringLiteral("call_ended webhook"))}));
    const auto found =
        closingEntry({entry(Source::Webhook, QStringLiteral("call_started webhook")),
                      entry(Source::Poll, QStringLiteral("closed by poll; no call_ended webhook"))});
    QVERIFY(found);
    QCOMPARE(found->source, Source::Poll);
}

QTEST_GUILESS_MAIN(TestClosingText)
#include "test_closingtext.moc"
