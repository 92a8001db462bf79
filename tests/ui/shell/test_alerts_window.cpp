// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/store/asyncreader.h"
#include "core/store/callstore.h"
#include "tests/support/callbuilders.h"
#include "ui/detail/calldetail.h"
#include "ui/look/banner.h"
#include "ui/look/look.h"
#include "ui/shell/alertrow.h"
#include "ui/shell/apipopover.h"
#include "ui/shell/bannerrow.h"
#include "ui/shell/belllist.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/rejectionpopover.h"
#include "ui/shell/uistate.h"

#include <QAccessible>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

using namespace anrufwarte;

namespace {

bool shows(const QWidget &parent, const QString &text)
{
    const auto labels = parent.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&text](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

/// All pages but the first, which says what tables there are.
bool damage(const QString &path)
{
    constexpr qsizetype Page = 16384;
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.size() > Page && file.seek(Page) &&
           file.write(QByteArray(file.size() - Page, '\x5a')) > 0;
}

} // namespace

/// Alerts as a supervisor meets them: something happens in the store, and the window tells and leads there.
class TestAlertsWindow : public QObject
{
    Q_OBJECT
private:
    SystemClock m_clock;
    Look m_look;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<CallStore> m_store;
    std::unique_ptr<AsyncReader> m_reader;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<MainWindow> m_window;

    void write(const CallChange &change)
    {
        const auto queued = m_store->submit({{change}, {}, {}}, this, [](const Result<BatchOutcome> &) {});
        QVERIFY(queued.has_value());
    }

    void healOneCall()
    {
        const qint64 startMs = m_clock.nowMs() - 60'000;
        write(test::ChangeBuilder(QStringLiteral("call_1"))
                  .started(startMs)
                  .with(Field::FromNumber, u"+493023125559"));
        write(test::ChangeBuilder(QStringLiteral("call_1"))
                  .ended(startMs + 50'000)
                  .by(Source::Poll)
                  .because(QStringLiteral("closed by poll; no call_ended webhook")));
    }

    void openStore(const QString &name = QStringLiteral("calls.sqlite"))
    {
        StoreOptions options;
        options.file = m_profile->filePath(name);
        auto opened = CallStore::open(options, m_clock);
        QVERIFY(opened.has_value());
        m_store = std::move(opened).value();
    }

    void openWindow(const QString &fileName = QStringLiteral("calls.sqlite"))
    {
        ReaderOptions reading;
        reading.file = m_profile->filePath(fileName);
        m_reader = std::make_unique<AsyncReader>(reading);
        m_state = std::make_unique<UiState>(m_profile->filePath(QStringLiteral("window.ini")));
        m_window = std::make_unique<MainWindow>(m_look, *m_reader, m_clock, Settings(), *m_state);
        connect(m_store.get(), &CallStore::committed, m_window.get(), &MainWindow::applyUpdates);
        connect(m_store.get(), &CallStore::deliveryRejected, m_window.get(), &MainWindow::noteRejected);
        connect(m_store.get(), &CallStore::healthChanged, m_window.get(), &MainWindow::setStoreHealth);
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void closeWindow()
    {
        m_window.reset();
        m_state.reset();
        m_reader.reset();
    }

    [[nodiscard]] QList<Banner *> visibleBanners() const
    {
        QList<Banner *> banners = m_window->findChildren<Banner *>();
        banners.removeIf([](const Banner *one) { return !one->isVisible(); });
        return banners;
    }

    [[nodiscard]] Banner *banner() const
    {
        const auto *row = m_window->findChild<BannerRow *>();
        return row->isVisible() ? row->findChild<Banner *>() : nullptr;
    }

private Q_SLOTS:
    void initTestCase() { m_look.install(); }

    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        openStore();
        openWindow();
    }

    void cleanup()
    {
        closeWindow();
        m_store.reset();
    }

    void aHealedCallIsToldAndShown()
    {
        QVERIFY(!banner());
        healOneCall();
        QTRY_VERIFY(banner());
        QCOMPARE(banner()->tone(), Tone::Warn);
        QCOMPARE(banner()->title(), QStringLiteral("Call 1 was ended late."));
        banner()->findChild<QPushButton *>()->click();
        QCOMPARE(m_window->findChild<CallDetail *>()->callId(), CallId(QStringLiteral("call_1")));
        QTRY_VERIFY(shows(*m_window->findChild<CallDetail *>(), QStringLiteral("23125 559")));
    }

    void rejectionsLeadToTheirCause()
    {
        DeliveryRecord rejected;
        rejected.receivedMs = m_clock.nowMs();
        rejected.reason = QStringLiteral("signature_mismatch");
        QVERIFY(m_store->noteRejected(rejected));
        QTRY_VERIFY(banner());
        auto *bell = m_window->findChild<BellList *>();
        bell->openAt(m_window->findChild<PageHeader *>()->bell());
        const auto *row = bell->findChild<AlertRow *>();
        QVERIFY(row);
        row->findChild<Banner *>()->findChild<QPushButton *>()->click();
        QVERIFY(!bell->isVisible());
        QVERIFY(m_window->findChild<RejectionPopover *>()->isVisible());
    }

    void theBellOpensByEveryWayOfPressing_data()
    {
        QTest::addColumn<std::function<void(QWidget *)>>("press");
        const auto by = [](Qt::Key key) {
            return [key](QWidget *bell) {
                bell->setFocus();
                QTest::keyClick(bell, key);
            };
        };
        QTest::newRow("Space") << std::function<void(QWidget *)>(by(Qt::Key_Space));
        QTest::newRow("Return") << std::function<void(QWidget *)>(by(Qt::Key_Return));
        QTest::newRow("Enter") << std::function<void(QWidget *)>(by(Qt::Key_Enter));
        QTest::newRow("screen reader") << std::function<void(QWidget *)>([](QWidget *bell) {
            QAccessibleActionInterface *actions =
                QAccessible::queryAccessibleInterface(bell)->actionInterface();
            QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::pressAction()));
            actions->doAction(QAccessibleActionInterface::pressAction());
        });
    }
    void theBellOpensByEveryWayOfPressing()
    {
        QFETCH(std::function<void(QWidget *)>, press);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QWidget *bell = m_window->findChild<PageHeader *>()->bell();
        auto *list = m_window->findChild<BellList *>();
        QVERIFY(!bell->hasFocus());
        press(bell);
        QVERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!list->isVisible());
        QCOMPARE(m_window->focusWidget(), bell);
        QTRY_VERIFY(bell->hasFocus());
    }

    /// It cannot be written and not be read either: two alerts, and one banner for both.
    void ofADamagedStoreOneBannerTells()
    {
        healOneCall();
        QTRY_VERIFY(banner());
        closeWindow();
        m_store.reset(); // all is in the file now, and nothing in a log beside it
        openStore();
        QVERIFY(damage(m_store->file()));
        openWindow();
        healOneCall();
        const auto *bell = m_window->findChild<BellList *>();
        QTRY_COMPARE(bell->findChildren<AlertRow *>().size(), 2);
        QCOMPARE(visibleBanners().size(), 1);
        QVERIFY(m_window->findChild<BannerRow *>()->isAncestorOf(visibleBanners().constFirst()));
    }

    void readingAgainEndsTheBannerOfWhatCouldNotBeRead()
    {
        const QString later = QStringLiteral("later.sqlite");
        closeWindow();
        openWindow(later);
        QTRY_VERIFY(banner());
        QCOMPARE(banner()->title(), QStringLiteral("The calls cannot be read."));
        m_store.reset();
        openStore(later);
        banner()->findChild<QPushButton *>()->click();
        QTRY_VERIFY(!banner());
    }

    void aGapIsToldInTheHead()
    {
        ApiHealth health;
        health.state = ApiState::Ok;
        health.lastPollMs = m_clock.nowMs();
        health.gapToMs = m_clock.nowMs() - 60'000;
        health.gapFromMs = *health.gapToMs - 60'000;
        health.retriesWaiting = 5'000;
        m_window->setApiHealth(health);
        QVERIFY(shows(*m_window->findChild<PageHeader *>(), QStringLiteral("being fetched")));
        auto *popover = m_window->findChild<ApiPopover *>();
        popover->openAt(m_window->findChild<PageHeader *>());
        QVERIFY(shows(*popover, QStringLiteral("being fetched")));
        QVERIFY(shows(*popover, QStringLiteral("5,000")));
        popover->close();
        health.gapFromMs.reset();
        health.gapToMs.reset();
        m_window->setApiHealth(health);
        QVERIFY(!shows(*m_window->findChild<PageHeader *>(), QStringLiteral("being fetched")));
    }
};

QTEST_MAIN(TestAlertsWindow)
#include "test_alerts_window.moc"
