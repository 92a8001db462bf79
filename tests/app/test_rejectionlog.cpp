// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/rejectionlog.h"
#include "tests/support/fakeclock.h"

#include <QRegularExpression>
#include <QTest>

using namespace anrufwarte;

class TestRejectionLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void floodIsOneLinePerSecond();
};

void TestRejectionLog::floodIsOneLinePerSecond()
{
    test::FakeClock clock;
    RejectionLog log(clock);
    DeliveryRecord record;
    record.id = DeliveryId(7);
    record.sender = QStringLiteral("192.0.2.1");
    record.httpStatus = 401;
    record.reason = QStringLiteral("signature_mismatch");

    QTest::ignoreMessage(QtWarningMsg, "rejected webhook 7 from 192.0.2.1: 401 signature_mismatch");
    for (int i = 0; i < 1000; ++i) // the count below tells that the others were silent
        log.note(record);
    clock.advance(1000);
    QTest::ignoreMessage(QtWarningMsg,
                         "rejected webhook 7 from 192.0.2.1: 401 signature_mismatch, 999 more before it");
    log.note(record);
}

QTEST_GUILESS_MAIN(TestRejectionLog)
#include "test_rejectionlog.moc"
