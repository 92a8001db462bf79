// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/resync/sampleresults.h"
#include "ui/resync/celllook.h"
#include "ui/resync/changesmodel.h"
#include "ui/resync/openmodel.h"
#include "ui/resync/resultmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace anrufwarte;

class TestResyncModels : public QObject
{
    Q_OBJECT
private:
    ResyncView m_view{Formats(QLocale(QLocale::English)), test::RunStart, false};

    static QString cell(const QAbstractItemModel &model, int row, int column, const QModelIndex &parent = {})
    {
        return model.index(row, column, parent).data().toString();
    }

private Q_SLOTS:
    void resultsAreNewestOnTop()
    {
        ResultModel model(m_view);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(shared({test::correctedCall(), test::updatedCall()}));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data(CellCallRole).toString(), QStringLiteral("call_559"));
        model.add(shared({test::failedCall()}));
        QCOMPARE(model.index(0, 0).data(CellCallRole).toString(), QStringLiteral("call_470"));
        QCOMPARE(cell(model, 1, ResultModel::Verdict), QStringLiteral("Updated"));
        QCOMPARE(cell(model, 2, ResultModel::Fields), QStringLiteral("Status, Cost"));
    }

    void currentCallStandsAboveAll()
    {
        ResultModel model(m_view);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCurrent(test::asked(1, "+494066969174", test::RunStart));
        model.add(shared({test::updatedCall()}));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, ResultModel::Verdict), QStringLiteral("Being asked"));
        QCOMPARE(model.shownResults(), 1);
        model.setCurrent(test::asked(2, "+494066969175", test::RunStart));
        QVERIFY(cell(model, 0, ResultModel::Caller).endsWith(QStringLiteral("175\u2069")) ||
                cell(model, 0, ResultModel::Caller).endsWith(QStringLiteral("175")));
        model.setCurrent({});
        QCOMPARE(model.rowCount(), 1);
    }

    void filterHidesWhatIsNotAskedFor()
    {
        ResultModel model(m_view);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCurrent(test::asked(1, "+494066969174", test::RunStart));
        model.add(shared({test::updatedCall(), test::unchangedCall(), test::failedCall()}));
        QCOMPARE(model.shownResults(), 2); // changed and failed, by default
        model.setFilter(ResultFilter::All);
        QCOMPARE(model.shownResults(), 3);
        model.setFilter(ResultFilter::Failed);
        QCOMPARE(model.shownResults(), 1);
        QCOMPARE(model.rowCount(), 2); // the current one stays
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void oldestGoWhenThereAreTooMany()
    {
        ResultModel model(m_view);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setFilter(ResultFilter::All);
        const auto total = static_cast<int>(MostResults);
        model.add(shared(test::results(total)));
        model.add(shared(test::results(10, total)));
        QCOMPARE(model.shownResults(), MostResults);
        QCOMPARE(model.index(0, 0).data(CellCallRole).toString(), QStringLiteral("call_%1").arg(total + 9));
        QCOMPARE(model.index(total - 1, 0).data(CellCallRole).toString(), QStringLiteral("call_10"));
        QCOMPARE(reset.count(), 0);
    }

    void changesStandBelowTheirCall()
    {
        ChangesModel model(m_view);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setResults(shared({test::updatedCall(), test::correctedCall(), test::unchangedCall()}));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex call = model.index(0, 0);
        QCOMPARE(cell(model, 0, ChangesModel::Change), QStringLiteral("5 field(s)"));
        QCOMPARE(model.rowCount(call), 5); // the duration did not change
        QCOMPARE(cell(model, 0, ChangesModel::Field, call), QStringLiteral("Cost"));
        QCOMPARE(cell(model, 0, ChangesModel::Before, call), QStringLiteral("empty"));
        QCOMPARE(cell(model, 0, ChangesModel::After, call), QStringLiteral("9.785\u00a0ct ($0.098)"));
        QCOMPARE(cell(model, 0, ChangesModel::Change, call), QStringLiteral("added"));
        QVERIFY(model.index(0, 0, call)
                    .data(Qt::AccessibleDescriptionRole)
                    .toString()
                    .contains(QStringLiteral("before empty")));
        model.setFilter(ResultFilter::All);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowCount(model.index(0, 0)), 6);
        QCOMPARE(cell(model, 5, ChangesModel::Change, model.index(0, 0)), QStringLiteral("unchanged"));
    }

    void oneFieldAlone()
    {
        ChangesModel model(m_view);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setResults(shared({test::updatedCall(), test::correctedCall(), test::failedCall()}));
        model.setField(ResyncField::Status);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowCount(model.index(0, 0)), 1);
        model.setField({});
        QCOMPARE(model.rowCount(), 3);
    }

    void aFailureSaysWhy()
    {
        ChangesModel model(m_view);
        model.setResults(shared({test::failedCall()}));
        const QModelIndex call = model.index(0, 0);
        QCOMPARE(cell(model, 0, ChangesModel::Change), QStringLiteral("Error 422"));
        QCOMPARE(model.rowCount(call), 1);
        QVERIFY(model.isReason(model.index(0, 0, call)));
        QVERIFY(!cell(model, 0, ChangesModel::Field, call).isEmpty());
    }

    void openCallsAreDiffed()
    {
        OpenModel model(m_view);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        const IncompleteCall first = test::openCall(1, "+493023125501");
        const IncompleteCall second = test::openCall(2, "+493023125502");
        const IncompleteCall third = test::openCall(3, "+493023125503", SetAside::NotStored);
        model.setCalls({first, second});
        model.setCalls({third, second, first});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.call(0), third);
        QCOMPARE(model.call(1), second);
        QCOMPARE(model.call(2), first);
        QCOMPARE(removed.count(), 0);
        QCOMPARE(cell(model, 0, OpenModel::Next), QStringLiteral("none: not stored at Retell"));
        QCOMPARE(cell(model, 1, OpenModel::Missing), QStringLiteral("Cost, Latency"));
        QCOMPARE(cell(model, 1, OpenModel::Next), QStringLiteral("in 4 min · try 3"));
        model.setCalls({second});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(reset.count(), 0);
    }

    void numbersAreMaskedWhereTheyShouldBe()
    {
        ResyncView masked = m_view;
        masked.masksNumbers = true;
        ResultModel model(masked);
        model.add(shared({test::updatedCall()}));
        QVERIFY(!cell(model, 0, ResultModel::Caller).contains(QStringLiteral("23125")));
    }
};

QTEST_MAIN(TestResyncModels)
#include "test_resync_models.moc"
