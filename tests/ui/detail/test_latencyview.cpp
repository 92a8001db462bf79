// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/detail/samplecalls.h"
#include "ui/detail/figuredelegate.h"
#include "ui/detail/latencytablemodel.h"
#include "ui/detail/latencyview.h"
#include "ui/look/look.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

class TestLatencyView : public QObject
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
        m_view = std::make_unique<LatencyView>(m_look);
        m_view->resize(560, 800);
        m_view->show();
    }

    void tableHasAFixedOrderAndNoZeros()
    {
        const CallContent content =
            contentOf(sampleCall(QStringLiteral("call_analyzed_unknown_values.json")));
        LatencyTableModel model;
        QAbstractItemModelTester tester(&model);
        model.setGroups(content.latency, 5000);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("E2E"));
        QCOMPARE(model.index(4, LatencyTableModel::P50).data().toString(),
                 QStringLiteral("–")); // no knowledge base
        QCOMPARE(model.index(4, LatencyTableModel::Samples).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(5, 0).data().toString(), QStringLiteral("telepathy"));
        QCOMPARE(model.index(0, LatencyTableModel::P50).data().toString(), QStringLiteral("1,250"));
        QVERIFY(!model.index(0, LatencyTableModel::P99).data(BreachRole).toBool());
        model.setGroups(content.latency, 1300);
        QVERIFY(model.index(0, LatencyTableModel::P99).data(BreachRole).toBool());
        QVERIFY(model.index(0, LatencyTableModel::P99)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("above the limit")));
    }

    void figuresOfThe559()
    {
        show(QStringLiteral("seed_call_559_official_shape.json"));
        for (const QString &figure : {QStringLiteral("2.21 s"), QStringLiteral("3.02 s"),
                                      QStringLiteral("3.38 s"), QStringLiteral("3.67 s")})
            QVERIFY2(says(figure), qPrintable(figure));
        QCOMPARE(plain(m_view->chipText()), QStringLiteral("below the threshold 5.00 s"));
        QVERIFY(m_view->sampleNote().isEmpty()); // their number is not known
    }

    void aBarAboveTheLimitTurnsTheChip()
    {
        m_settings.alertsLatencyP95Ms = 3500;
        show(QStringLiteral("seed_call_559_official_shape.json"));
        QCOMPARE(plain(m_view->chipText()), QStringLiteral("above the threshold 3.50 s"));
        m_settings = Settings();
    }

    void fewSamplesAreSaid()
    {
        show(QStringLiteral("call_analyzed_phone_inbound.json"));
        QVERIFY(m_view->sampleNote().contains(u'3'));
    }

    void nothingIsCutInTheNarrowestPane()
    {
        m_view->resize(300, 800);
        show(QStringLiteral("call_analyzed_unknown_values.json"));
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        for (const QLabel *label : m_view->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->wordWrap())
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
    }

    void withoutMeasurementsItSaysWhy()
    {
        show(QStringLiteral("get_call_ongoing.json"));
        QVERIFY(says(QStringLiteral("Latency: pending")));
        show(QStringLiteral("call_ended_not_connected.json"));
        QVERIFY(says(QStringLiteral("not connected")));
        Call call = sampleCallWith(QStringLiteral("call_ended_phone_inbound.json"),
                                   {{"latency", R"({"e2e":{"p50":0,"num":0}})"}});
        m_view->showContent(contentOf(call), m_settings, SampleNowMs);
        QVERIFY(says(QStringLiteral("No measurements")) || says(QStringLiteral("Latency: missing")));
    }

    void theFormerLoneFigureIsAMedian()
    {
        const Call call = sampleCallWith(QStringLiteral("call_ended_phone_inbound.json"),
                                         {{"latency", R"({"end_to_end_latency":1850})"}});
        const CallContent content = contentOf(call);
        QCOMPARE(content.latency.size(), 1);
        m_view->showContent(content, m_settings, SampleNowMs);
        QVERIFY(says(QStringLiteral("1.85 s")));
    }

private:
    void show(const QString &file)
    {
        m_view->showContent(contentOf(sampleCall(file)), m_settings, SampleNowMs);
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
    std::unique_ptr<LatencyView> m_view;
};

QTEST_MAIN(TestLatencyView)
#include "test_latencyview.moc"
