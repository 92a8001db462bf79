// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/closing.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace anrufwarte;

Q_DECLARE_METATYPE(CloseSituation)

class TestClosing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decision_data()
    {
        QTest::addColumn<CloseSituation>("situation");
        QTest::addColumn<CloseDecision>("decision");
        const auto row = [](const char *name, bool quitting, bool tray, bool keep, bool explained,
                            CloseDecision wanted) {
            QTest::newRow(name) << CloseSituation{quitting, tray, keep, explained} << wanted;
        };
        row("quit was chosen", true, true, true, true, CloseDecision::Quit);
        row("quit without a tray", true, false, true, false, CloseDecision::Quit);
        row("first time", false, true, true, false, CloseDecision::ExplainAndHide);
        row("later", false, true, true, true, CloseDecision::Hide);
        row("switched off", false, true, false, true, CloseDecision::Quit);
        row("no tray", false, false, true, true, CloseDecision::Ask);
        row("no tray, switched off", false, false, false, true, CloseDecision::Ask);
    }
    void decision()
    {
        QFETCH(CloseSituation, situation);
        QFETCH(CloseDecision, decision);
        QCOMPARE(decideClose(situation), decision);
    }

    void withoutATrayItAsks()
    {
        QWidget window;
        CloseQuestions questions;
        QSignalSpy quit(&questions, &CloseQuestions::quitChosen);
        QSignalSpy minimize(&questions, &CloseQuestions::minimizeChosen);
        questions.ask(&window);
        auto *box = window.findChild<QMessageBox *>();
        QVERIFY(box);
        QVERIFY(box->informativeText().contains(QLatin1String("lost")));
        box->defaultButton()->click(); // the harmless one
        QCOMPARE(minimize.count(), 1);
        QCOMPARE(quit.count(), 0);
        QTRY_VERIFY(!window.findChild<QMessageBox *>());
    }
};

QTEST_MAIN(TestClosing)
#include "test_closing.moc"
