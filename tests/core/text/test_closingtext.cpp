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
};

void TestClosingText::evidenceBecomesASentence_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("isAfterRejection");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, Source by, bool isAfterRejection, const char *reason,
                        const char *sentence) {
        QTest::newRow(name) << int(by) << isAfterRejection << QString::fromUtf8(reason)
                            << QString::fromUtf8(sentence);
    };
    row("nothing came", Source::Poll, false, "",
        "Closed by the poller at 17:44:09. No call_ended webhook came.");
    row("a resync found it", Source::Resync, false, "",
        "Closed by a resync at 17:44:09. No call_ended webhook came.");
    row("rejected", Source::Poll, true, "signature_malformed",
        "Closed by the poller at 17:44:09. The call_ended webhook was rejected at 17:42:58: Format.");
    row("wrong key", Source::Poll, true, "signature_mismatch",
        "Closed by the poller at 17:44:09. The call_ended webhook was rejected at 17:42:58: Signature.");
    row("old", Source::Resync, true, "timestamp_expired",
        "Closed by a resync at 17:44:09. The call_ended webhook was rejected at 17:42:58: Time window.");
    row("no reason kept", Source::Poll, true, "",
        "Closed by the poller at 17:44:09. The call_ended webhook was rejected.");
}

void TestClosingText::evidenceBecomesASentence()
{
    QFETCH(const int, by);
    QFETCH(const bool, isAfterRejection);
    QFETCH(const QString, reason);
    const QDateTime at(QDate(2025, 10, 4), QTime(17, 44, 9));
    QString told = closingText({static_cast<Source>(by), at.toMSecsSinceEpoch(), isAfterRejection,
                                QStringLiteral("17:42:58"), reason});
    told.remove(QChar(0x2068)).remove(QChar(0x2069));
    QTEST(told, "sentence");
}

QTEST_GUILESS_MAIN(TestClosingText)
#include "test_closingtext.moc"
