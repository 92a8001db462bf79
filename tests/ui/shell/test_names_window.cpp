// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/store/asyncreader.h"
#include "core/store/callstore.h"
#include "tests/support/callbuilders.h"
#include "tests/support/nameless.h"
#include "ui/calls/calltable.h"
#include "ui/calls/livepage.h"
#include "ui/detail/calldetail.h"
#include "ui/look/look.h"
#include "ui/shell/closing.h"
#include "ui/shell/helpdialogs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/popover.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/uistate.h"

#include <QDialog>
#include <QLineEdit>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace anrufwarte;

/// Nothing in the window, its popovers and its dialogs is without a name for a screen reader.
class TestNamesWindow : public QObject
{
    Q_OBJECT
private:
    SystemClock m_clock;
    Look m_look;
    QTranslator m_german;
    QTemporaryDir m_profile;
    std::unique_ptr<CallStore> m_store;
    std::unique_ptr<AsyncReader> m_reader;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<MainWindow> m_window;

    void noteRejected()
    {
        DeliveryRecord record;
        record.id = DeliveryId(1);
        record.receivedMs = m_clock.nowMs();
        record.reason = QStringLiteral("signature_mismatch");
        m_window->noteRejected(record);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_look.install();
        QVERIFY(m_german.load(QStringLiteral(":/i18n/anrufwarte_de.qm")));
        StoreOptions options;
        options.file = m_profile.filePath(QStringLiteral("calls.sqlite"));
        auto opened = CallStore::open(options, m_clock);
        QVERIFY(opened.has_value());
        m_store = std::move(opened).value();
        ReaderOptions reading;
        reading.file = options.file;
        m_reader = std::make_unique<AsyncReader>(reading);
    }

    void init()
    {
        m_state = std::make_unique<UiState>(m_profile.filePath(QStringLiteral("window.ini")));
        m_window = std::make_unique<MainWindow>(m_look, *m_reader, m_clock, Settings(), *m_state);
        connect(m_store.get(), &CallStore::committed, m_window.get(), &MainWindow::applyUpdates);
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_state.reset();
        QCoreApplication::removeTranslator(&m_german);
    }

    void pagesHaveNames_data()
    {
        QTest::addColumn<bool>("german");
        QTest::newRow("en") << false;
        QTest::newRow("de") << true;
    }
    void pagesHaveNames()
    {
        QFETCH(bool, german);
        if (german)
            QCoreApplication::installTranslator(&m_german);
        const auto *tabs = m_window->findChild<CallDetail *>()->findChild<QTabWidget *>();
        const CallId call(QStringLiteral("call_1"));
        const CallChange change = test::ChangeBuilder(call.value()).started(m_clock.nowMs() - 60'000);
        QVERIFY(m_store->submit({{change}, {}, {}}, this, [](const Result<BatchOutcome> &) {}));
        QTRY_COMPARE(
            m_window->findChild<LivePage *>()->table()->view(BoardGroup::Running)->model()->rowCount(), 1);
        QCOMPARE(test::namelessIn(*m_window), QString());
        m_window->findChild<LivePage *>()->selectCall(call);
        QTRY_VERIFY(tabs->isVisible());
        noteRejected();
        m_window->findChild<QLineEdit *>()->setText(QStringLiteral("call")); // shows what clears it
        for (const Qt::Key page : {Qt::Key_Comma, Qt::Key_2, Qt::Key_1}) {
            QTest::keyClick(m_window.get(), page, Qt::ControlModifier);
            QTRY_COMPARE(test::namelessIn(*m_window), QString());
        }
        for (int tab = 0; tab < tabs->count(); ++tab) {
            QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier);
            QTRY_COMPARE(test::namelessIn(*m_window), QString());
        }
    }

    void popoversAndDialogsHaveNames()
    {
        noteRejected();
        for (Popover *popover : m_window->findChildren<Popover *>()) {
            popover->openAt(m_window.get());
            QVERIFY2(!popover->accessibleName().isEmpty(), popover->metaObject()->className());
            QTRY_COMPARE(test::namelessIn(*m_window), QString());
            popover->close();
        }
        CloseQuestions questions;
        questions.ask(m_window.get());
        questions.explain(m_window.get());
        makeAboutDialog(m_look, m_window.get())->open();
        makeShortcutsDialog(m_look, m_window->findChild<ShellActions *>()->shortcuts(), m_window.get())
            ->open();
        QCOMPARE(m_window->findChildren<QDialog *>().size(), 4);
        QCOMPARE(test::namelessIn(*m_window), QString());
    }
};

QTEST_MAIN(TestNamesWindow)
#include "test_names_window.moc"
