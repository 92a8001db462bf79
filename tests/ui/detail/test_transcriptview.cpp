// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/detail/samplecalls.h"
#include "ui/detail/transcriptdelegate.h"
#include "ui/detail/transcriptlist.h"
#include "ui/detail/transcriptmodel.h"
#include "ui/detail/transcriptview.h"
#include "ui/look/look.h"

#include <QCheckBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

CallContent running(int turns)
{
    CallContent content{sampleCall(QStringLiteral("get_call_ongoing.json")), manyTurns(turns), {}};
    content.call.row.state = CallState::Ongoing;
    return content;
}

bool says(const QWidget &widget, const QString &text)
{
    const QList<QLabel *> labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

} // namespace

class TestTranscriptView : public QObject
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
        m_view = std::make_unique<TranscriptView>(m_look);
        m_view->resize(352, 500);
        m_view->show();
    }

    void newTurnsScrollOnlyFromTheEnd()
    {
        m_view->showContent(running(20), SampleNowMs);
        TranscriptList &list = m_view->list();
        QVERIFY(list.isAtEnd());
        m_view->showContent(running(22), SampleNowMs);
        QVERIFY(list.isAtEnd());
        QCOMPARE(list.unseen(), 0);

        list.verticalScrollBar()->setValue(100);
        m_view->showContent(running(24), SampleNowMs);
        QCOMPARE(list.verticalScrollBar()->value(), 100);
        QCOMPARE(list.unseen(), 2);
        list.scrollToBottom();
        QCOMPARE(list.unseen(), 0);
    }

    void followingCanBeSwitchedOff()
    {
        m_view->showContent(running(20), SampleNowMs);
        TranscriptList &list = m_view->list();
        list.setFollows(false);
        const int place = list.verticalScrollBar()->value();
        m_view->showContent(running(23), SampleNowMs);
        QCOMPARE(list.verticalScrollBar()->value(), place);
        QCOMPARE(list.unseen(), 3);
    }

    void anHourLongCallIsLaidOutQuickly()
    {
        QElapsedTimer timer;
        timer.start();
        CallContent content{sampleCall(QStringLiteral("call_ended_phone_inbound.json")), manyTurns(1200), {}};
        m_view->showContent(content, SampleNowMs);
        m_view->list().scrollToBottom();
        m_view->grab();
        qInfo("1200 turns laid out and painted in %lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < 3000);
        QVERIFY(m_view->list().isAtEnd());
        timer.restart();
        for (int step = 0; step < 50; ++step) {
            m_view->list().verticalScrollBar()->setValue(step * 700);
            m_view->list().viewport()->grab();
        }
        qInfo("50 pages scrolled in %lld ms", timer.elapsed());
    }

    void searchWalksTheHitsAround()
    {
        m_view->showContent(running(6), SampleNowMs);
        auto *field = m_view->findChild<QLineEdit *>();
        field->setText(QStringLiteral("beitrag 3"));
        QVERIFY(says(*m_view, QStringLiteral("1 of 1")));
        QCOMPARE(m_view->list().currentIndex().row(), 3);
        field->setText(QStringLiteral("beitrag"));
        QVERIFY(says(*m_view, QStringLiteral("1 of 6")));
        m_view->goToHit(-1);
        QVERIFY(says(*m_view, QStringLiteral("6 of 6")));
        QCOMPARE(m_view->list().currentIndex().row(), 5);
        m_view->goToHit(1);
        QVERIFY(says(*m_view, QStringLiteral("1 of 6")));
        field->setText(QStringLiteral("nirgends"));
        QVERIFY(says(*m_view, QStringLiteral("No hits")));
    }

    void hitsAreMarkedInTheTokensColour()
    {
        m_view->showContent(running(2), SampleNowMs);
        const auto hasColour = [this](const QColor &colour) {
            const QImage picture = m_view->list().viewport()->grab().toImage();
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x) {
                    if (picture.pixelColor(x, y) == colour)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(!hasColour(m_look.tokens().mark));
        m_view->findChild<QLineEdit *>()->setText(QStringLiteral("termin"));
        QVERIFY(hasColour(m_look.tokens().mark));
    }

    void anEventUnfoldsAndFolds()
    {
        m_view->showContent(contentOf(sampleCall(QStringLiteral("call_analyzed_phone_inbound.json"))),
                            SampleNowMs);
        TranscriptModel &model = m_view->model();
        int row = 0;
        while (model.rows()[row].isSpeech())
            ++row;
        TranscriptList &list = m_view->list();
        list.setCurrentIndex(model.index(row));
        const int folded = list.visualRect(model.index(row)).height();
        QTest::keyClick(&list, Qt::Key_Return);
        QVERIFY(model.isUnfolded(row));
        QTRY_VERIFY(list.visualRect(model.index(row)).height() > folded + 30);
        QVERIFY(
            model.index(row).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("\"datum\"")));
        QTest::keyClick(&list, Qt::Key_Return);
        QVERIFY(!model.isUnfolded(row));
    }

    void theChosenTurnIsCopied()
    {
        m_view->showContent(running(3), SampleNowMs);
        m_view->list().setCurrentIndex(m_view->model().index(1));
        QTest::keyClick(&m_view->list(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Caller, 00:06: Beitrag 1")));
    }

    void foreignTextStaysText()
    {
        CallContent content = running(1);
        const QString evil = QStringLiteral("<img src=x><b>fett</b> \u202Eabc\u202C שלום");
        content.transcript[0].turn.text = evil;
        m_view->showContent(content, SampleNowMs);
        const TranscriptLayout layout = layoutRow(content.transcript[0], false, 320);
        QCOMPARE(layout.blocks.front().text->text(), evil);
        QVERIFY(layout.frame.right() < 320);
        m_view->grab();
    }

    void withoutTurnsItSaysWhy_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("expected");
        QTest::newRow("running") << QStringLiteral("get_call_ongoing.json")
                                 << QStringLiteral("transcript_updated");
        QTest::newRow("not connected")
            << QStringLiteral("call_ended_not_connected.json") << QStringLiteral("not connected");
        QTest::newRow("not stored") << QStringLiteral("get_call_basic_attributes_only.json")
                                    << QStringLiteral("basic attributes only");
    }
    void withoutTurnsItSaysWhy()
    {
        QFETCH(QString, file);
        QFETCH(QString, expected);
        CallContent content = contentOf(sampleCall(file));
        content.transcript.clear();
        m_view->showContent(content, SampleNowMs);
        QVERIFY(says(*m_view, expected));
    }

    void aRunningCallWithTurnsSaysThatItIsLive()
    {
        m_view->showContent(running(2), SampleNowMs);
        QVERIFY(says(*m_view, QStringLiteral("Live")));
        CallContent over = running(2);
        over.call.row.state = CallState::Completed;
        m_view->showContent(over, SampleNowMs);
        QVERIFY(!says(*m_view, QStringLiteral("Live")));
    }

private:
    Look m_look;
    std::unique_ptr<TranscriptView> m_view;
};

QTEST_MAIN(TestTranscriptView)
#include "test_transcriptview.moc"
