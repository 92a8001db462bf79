// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/detail/samplecalls.h"
#include "ui/detail/costview.h"
#include "ui/look/look.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

class TestCostView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_look.install();
    }

    void init()
    {
        m_view = std::make_unique<CostView>(m_look);
        m_view->resize(560, 700);
        m_view->show();
    }

    void judges_data()
    {
        QTest::addColumn<QByteArray>("cost");
        QTest::addColumn<int>("agreement");
        QTest::addColumn<qint64>("difference");
        const auto parts = [](const char *total, const char *first) -> QByteArray {
            return QByteArray(R"({"combined_cost":)") + total +
                   R"(,"product_costs":[{"product":"a","cost":)" + first + R"(},{"product":"b","cost":2}]})";
        };
        QTest::newRow("agrees") << parts("9.785", "7.785") << int(CostAgreement::Agrees) << qint64(0);
        QTest::newRow("at the limit") << parts("9.795", "7.785") << int(CostAgreement::Agrees) << qint64(100);
        QTest::newRow("over it") << parts("11.585", "7.785") << int(CostAgreement::Differs) << qint64(18'000);
        QTest::newRow("under it") << parts("8", "7.785") << int(CostAgreement::Differs) << qint64(17'850);
        QTest::newRow("no parts") << QByteArray(R"({"combined_cost":9.785})")
                                  << int(CostAgreement::NothingToCompare) << qint64(0);
        QTest::newRow("flat") << QByteArray(
                                     R"({"combined_cost":9.785,"retell_llm_cost":8.234,"retell_cost":0.551})")
                              << int(CostAgreement::NothingToCompare) << qint64(0);
    }
    void judges()
    {
        QFETCH(QByteArray, cost);
        QFETCH(int, agreement);
        QFETCH(qint64, difference);
        const CostVerdict verdict = judge(*readCost(cost, CostUnitChoice::Auto), 0.01);
        QCOMPARE(int(verdict.agreement), agreement);
        QCOMPARE(verdict.difference, difference);
    }

    void limitIsInTheUnitOfThePayload()
    {
        const QByteArray cost = R"({"combined_cost":10,"product_costs":[{"product":"a","cost":9.5}]})";
        QCOMPARE(judge(*readCost(cost, CostUnitChoice::Cents), 0.01).limit, 100);
        QCOMPARE(judge(*readCost(cost, CostUnitChoice::Dollars), 0.01).limit, 10'000);
    }

    void plausibility()
    {
        QVERIFY(!isUnusuallyHigh(97'850, 71'000));
        QVERIFY(isUnusuallyHigh(9'785'000, 71'000));
        QVERIFY(!isUnusuallyHigh(1'000'000, 2'000)); // a short call counts as a minute
        QVERIFY(!isUnusuallyHigh(9'785'000, std::nullopt));
        QVERIFY(isUnusuallyLow(979, 71'000)); // a hundredth of what it was
        QVERIFY(!isUnusuallyLow(97'850, 71'000));
        QVERIFY(!isUnusuallyLow(1, 9'999));  // too short to say
        QVERIFY(!isUnusuallyLow(0, 71'000)); // nothing is nothing in every unit
        QCOMPARE(estimate(252'000, 83'000), std::optional<MicroDollars>(348'600));
        QCOMPARE(estimate(252'000, std::nullopt), std::nullopt);
    }

    void tableOfThe559InRetellsShape()
    {
        show(sampleCall(QStringLiteral("seed_call_559_official_shape.json")));
        const CostTableModel &model = m_view->model();
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(cell(0, CostTableModel::Amount), QStringLiteral("8.283"));
        QCOMPARE(cell(0, CostTableModel::Share), QStringLiteral("85%"));
        QCOMPARE(cell(3, CostTableModel::UnitPrice), QStringLiteral("one-off"));
        QCOMPARE(cell(4, CostTableModel::Item), QStringLiteral("Sum of the items"));
        QCOMPARE(cell(4, CostTableModel::Amount), QStringLiteral("9.785"));
        QCOMPARE(cell(5, CostTableModel::Product), QStringLiteral("combined_cost"));
        QVERIFY(says(QStringLiteral("9.785 ct")));
        QVERIFY(says(QStringLiteral("= $0.0979")) || says(QStringLiteral("= $0.0978")));
        QVERIFY(says(QStringLiteral("The sum is right.")));
        QVERIFY(says(QStringLiteral("9.785 ct are $0.098, not $9.79.")));
        QVERIFY(!says(QStringLiteral("Unusually high")));
    }

    void tableOfThe559InTheFlatShape()
    {
        Call call = sampleCall(QStringLiteral("seed_call_559_get_call.json"));
        call.row.state = CallState::Completed;
        show(call);
        QVERIFY(says(QStringLiteral("978.500 ct")));
        QVERIFY(says(QStringLiteral("= $9.79")));
        QVERIFY(says(QStringLiteral("Nothing to compare.")));
        QVERIFY(says(QStringLiteral("Unusually high amount")));
        QCOMPARE(cell(1, CostTableModel::Item), QStringLiteral("Other")); // 9.785 - 8.234 - 0.551
        QCOMPARE(cell(1, CostTableModel::Amount), QStringLiteral("100.000"));
    }

    void aMismatchNamesDifferenceAndLimit()
    {
        show(sampleCallWith(QStringLiteral("seed_call_559_official_shape.json"),
                            {{"call_cost", R"({"combined_cost":11.585,"total_duration_seconds":71,
                              "product_costs":[{"product":"elevenlabs_tts","unit_price":0.1,"cost":9.785}]})"}}));
        QVERIFY(says(QStringLiteral("Sum differs by 1.800 ct.")));
        QVERIFY(says(QStringLiteral("Limit 0.010 ct")));
        QVERIFY(m_view->model().index(1, CostTableModel::Share).data(Qt::FontRole).value<QFont>().weight() >=
                QFont::DemiBold);
    }

    void transferLegsAndUnknownProducts()
    {
        show(sampleCall(QStringLiteral("call_ended_transfer.json")));
        QCOMPARE(cell(0, CostTableModel::Item), QStringLiteral("Transfer"));
        show(sampleCallWith(
            QStringLiteral("call_ended_transfer.json"),
            {{"call_cost", R"({"combined_cost":1,"product_costs":[{"product":"quantum<b>","cost":1}]})"}}));
        QCOMPARE(cell(0, CostTableModel::Item), QStringLiteral("quantum<b>"));
    }

    void sortingKeepsTheSumsBelow()
    {
        CostTableModel model;
        QAbstractItemModelTester tester(&model);
        model.setCost(*readCost(jsonOf(sampleCall(QStringLiteral("seed_call_559_official_shape.json")).record,
                                       Field::Cost),
                                CostUnitChoice::Auto),
                      false);
        const QPersistentModelIndex greatest = model.index(0, 0);
        model.sort(CostTableModel::Amount, Qt::AscendingOrder);
        QCOMPARE(plain(model.index(0, CostTableModel::Amount).data().toString()), QStringLiteral("0.200"));
        QCOMPARE(greatest.row(), 3);
        QCOMPARE(model.index(4, 0).data().toString(), QStringLiteral("Sum of the items"));
        model.setDisplay(CostDisplay::Dollars, 0.0);
        QCOMPARE(model.index(0, CostTableModel::Amount).data().toString(), QStringLiteral("0.00200"));
        QCOMPARE(model.headerData(CostTableModel::Amount, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Amount ($)"));
        model.setDisplay(CostDisplay::Euros, 0.92);
        QCOMPARE(model.index(0, CostTableModel::Amount).data().toString(), QStringLiteral("0.00184"));
    }

    void eurosOnlyWithARate()
    {
        show(sampleCall(QStringLiteral("seed_call_559_official_shape.json")));
        QVERIFY(!says(QStringLiteral("€")));
        const auto buttons = m_view->findChildren<QPushButton *>();
        const auto euro = std::find_if(buttons.begin(), buttons.end(),
                                       [](const QPushButton *b) { return b->text() == u"EUR"; });
        QVERIFY(!(*euro)->isVisible());
        m_settings.costEurRate = 0.92;
        show(sampleCall(QStringLiteral("seed_call_559_official_shape.json")));
        QVERIFY((*euro)->isVisible());
        QVERIFY(says(QStringLiteral("≈ €0.0900")));
        m_settings.costEurRate.reset();
    }

    void aRunningCallIsEstimatedAndNeverZero()
    {
        Call call = sampleCall(QStringLiteral("get_call_ongoing.json"));
        call.row.startMs = SampleNowMs - 252'000;
        m_price = 83'000;
        show(call);
        QVERIFY(says(QStringLiteral("≈ $0.35")));
        m_price.reset();
        show(call);
        QVERIFY(says(QStringLiteral("Cost: pending")));
        QVERIFY(!says(QStringLiteral("0.00")));
    }

    void withoutCostItSaysWhy()
    {
        Call call = sampleCall(QStringLiteral("call_ended_no_cost.json"));
        call.row.endMs = SampleNowMs - 2 * PendingAfterEndMs;
        show(call);
        QVERIFY(says(QStringLiteral("Cost: missing")));
        call = sampleCall(QStringLiteral("call_ended_not_connected.json"));
        call.cost.reset();
        call.row.completeness.present = 0;
        call.row.completeness.never = Completeness::AllParts;
        show(call);
        QVERIFY(says(QStringLiteral("not connected")));
    }

    void germanFigures()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        show(sampleCall(QStringLiteral("seed_call_559_official_shape.json")));
        QCOMPARE(cell(0, CostTableModel::UnitPrice), QStringLiteral("0,11667"));
        QCOMPARE(cell(0, CostTableModel::Amount), QStringLiteral("8,283"));
        QCOMPARE(cell(0, CostTableModel::Share), QStringLiteral("85 %"));
        QVERIFY(says(QStringLiteral("9,785 ct")));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void aNarrowPaneKeepsTheRestInWords()
    {
        m_view->resize(352, 700);
        show(sampleCall(QStringLiteral("seed_call_559_official_shape.json")));
        const QString spoken =
            plain(m_view->model().index(0, 0).data(Qt::AccessibleDescriptionRole).toString());
        QVERIFY2(spoken.contains(QStringLiteral("elevenlabs_tts")), qPrintable(spoken));
        QVERIFY2(spoken.contains(QStringLiteral("ct/s: 0.11667")), qPrintable(spoken));
    }

private:
    void show(const Call &call) { m_view->showContent(contentOf(call), m_settings, m_price, SampleNowMs); }

    QString cell(int row, int column) const
    {
        return plain(m_view->model().index(row, column).data().toString());
    }

    bool says(const QString &text) const
    {
        const QList<QLabel *> labels = m_view->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && plain(label->text()).contains(text);
        });
    }

    Look m_look;
    Settings m_settings;
    std::optional<MicroDollars> m_price;
    std::unique_ptr<CostView> m_view;
};

QTEST_MAIN(TestCostView)
#include "test_costview.moc"
