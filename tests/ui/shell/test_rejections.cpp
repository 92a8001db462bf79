// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/terms.h"
#include "tests/support/fakeclock.h"
#include "ui/look/look.h"
#include "ui/look/textlabel.h"
#include "ui/shell/rejectiondetails.h"
#include "ui/shell/rejectionmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace anrufwarte;

namespace {

DeliveryRecord record(qint64 id, qint64 ms)
{
    DeliveryRecord made;
    made.id = DeliveryId(id);
    made.receivedMs = ms;
    made.sender = QStringLiteral("100.20.5.228");
    made.event = QStringLiteral("call_ended");
    made.reason = QStringLiteral("signature_mismatch");
    made.checks = {
        {CheckKind::Sender, CheckOutcome::Passed, QStringLiteral("*"), made.sender},
        {CheckKind::TimeWindow, CheckOutcome::Failed, QStringLiteral("±300 s"), QStringLiteral("412 s")},
        {CheckKind::Signature, CheckOutcome::NotReached, QStringLiteral("key …7f3a"), {}}};
    return made;
}

} // namespace

class TestRejections : public QObject
{
    Q_OBJECT
private:
    test::FakeClock m_clock;

private Q_SLOTS:
    void newestFirstAndBounded()
    {
        RejectionModel model(m_clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (qint64 i = 1; i <= RejectionModel::Limit + 5; ++i)
            model.add(record(i, m_clock.nowMs() + i));
        QCOMPARE(model.rowCount(), int(RejectionModel::Limit));
        QCOMPARE(model.at(0)->id, DeliveryId(RejectionModel::Limit + 5));
        QCOMPARE(model.at(model.rowCount() - 1)->id, DeliveryId(6));
        QVERIFY(!model.at(model.rowCount()));
    }

    void storedListComesWithoutReset()
    {
        RejectionModel model(m_clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(record(3, 3000));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        DeliveryRecord withHint = record(3, 3000);
        withHint.hints = {{DeliveryHint::ClockSkew, QStringLiteral("412")}};
        model.merge({withHint, record(2, 2000), record(1, 1000)});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(model.at(0)->hints.size(), 1);
        QCOMPARE(model.at(2)->id, DeliveryId(1));
    }

    void rowsSayWhenWhoAndWhy()
    {
        RejectionModel model(m_clock);
        model.add(record(1, m_clock.nowMs()));
        const auto text = [&](RejectionModel::Column column) {
            return model.index(0, column).data().toString();
        };
        QCOMPARE(text(RejectionModel::Sender), QStringLiteral("100.20.5.228"));
        QCOMPARE(text(RejectionModel::Event), QStringLiteral("call_ended"));
        QCOMPARE(text(RejectionModel::Reason), terms::rejection(*model.at(0)));
        QVERIFY(!text(RejectionModel::Received).isEmpty());
        QCOMPARE(model.headerData(RejectionModel::Reason, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Reason"));
    }

    void detailsListTheChecksInOrder()
    {
        Look look;
        RejectionDetails details(look);
        const DeliveryRecord shown = record(1, 1000);
        details.setRecord(&shown);
        QStringList texts;
        for (const TextLabel *label : details.findChildren<TextLabel *>())
            texts.append(label->text());
        const auto at = [&](const QString &text) { return texts.indexOf(text); };
        QVERIFY(at(terms::check(CheckKind::Sender)) >= 0);
        QVERIFY(at(terms::check(CheckKind::Sender)) < at(terms::check(CheckKind::TimeWindow)));
        QVERIFY(at(QStringLiteral("±300 s")) < at(QStringLiteral("412 s")));
        QVERIFY(at(QStringLiteral("not checked yet")) >= 0);
        details.setRecord(nullptr);
        QVERIFY(details.findChildren<TextLabel *>().isEmpty());
    }
};

QTEST_MAIN(TestRejections)
#include "test_rejections.moc"
