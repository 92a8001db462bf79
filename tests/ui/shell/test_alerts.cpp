// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/asyncreader.h"
#include "core/store/callstore.h"
#include "tests/support/callbuilders.h"
#include "tests/support/fakeclock.h"
#include "ui/look/banner.h"
#include "ui/look/look.h"
#include "ui/shell/alertboard.h"
#include "ui/shell/alertfeed.h"
#include "ui/shell/alertnotifier.h"
#include "ui/shell/alertrow.h"
#include "ui/shell/bannerrow.h"
#include "ui/shell/belllist.h"
#include "ui/shell/pastalert.h"
#include "ui/shell/uistate.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;

namespace {

constexpr qint64 Minute = 60'000, Hour = 60 * Minute;

ListenerHealth listening()
{
    ListenerHealth health;
    health.listening = true;
    health.port = 8787;
    return health;
}

ListenerHealth down()
{
    ListenerHealth health;
    health.problem = Error{ErrorCode::ListenAddressInUse, {}, {QStringLiteral("127.0.0.1:8787")}};
    return health;
}

DeliveryRecord rejection(qint64 ms, const QString &reason = QStringLiteral("signature_mismatch"))
{
    DeliveryRecord record;
    record.receivedMs = ms;
    record.sender = QStringLiteral("203.0.113.24");
    record.reason = reason;
    return record;
}

HealedCall healed(qint64 number, qint64 ms)
{
    return {CallId(QStringLiteral("call_%1").arg(number)), LocalCallId(number), ms, true, false};
}

QPushButton *buttonCalled(QWidget &parent, const QString &text)
{
    for (QPushButton *button : parent.findChildren<QPushButton *>()) {
        if (button->text() == text && !button->isHidden())
            return button;
    }
    return nullptr;
}

} // namespace

/// The board with its banner, bell, desktop messages and memory, on a clock that stands still.
class TestAlerts : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    test::FakeClock m_clock;
    Look m_look;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<AlertBoard> m_board;

    [[nodiscard]] qint64 now() const { return m_clock.nowMs(); }

private Q_SLOTS:
    void init()
    {
        m_state = std::make_unique<UiState>(m_folder.filePath(QStringLiteral("window.ini")));
        m_state->setAlertMemory({});
        m_board = std::make_unique<AlertBoard>(m_clock, *m_state);
    }
    void cleanup()
    {
        m_board.reset();
        m_state.reset();
    }

    void refusedKeyIsOneRedBannerUntilAnotherKey()
    {
        ApiHealth health;
        health.state = ApiState::Down;
        m_board->setApiHealth(health);
        QVERIFY(!m_board->banner()); // the status bar says that
        health.state = ApiState::KeyRefused;
        health.problem = Error{ErrorCode::ApiKeyRefused, {}, {QStringLiteral("401")}};
        m_board->setApiHealth(health);
        m_clock.advance(Minute);
        m_board->setPollerStale(true); // because nothing is asked any more
        m_board->setApiHealth(health);
        m_clock.advance(10 * Minute);
        m_board->passTime();
        QCOMPARE(m_board->standing().size(), 1);
        QCOMPARE(m_board->banner()->kind, AlertKind::KeyRefused);
        QCOMPARE(m_board->banner()->severity, AlertSeverity::Danger);
        health = {};
        health.state = ApiState::Ok;
        m_board->setPollerStale(false);
        m_board->setApiHealth(health);
        QVERIFY(m_board->standing().isEmpty());
    }

    void nothingToSayAtFirst()
    {
        StoreHealth store;
        store.writable = true;
        m_board->setListenerHealth(listening());
        m_board->setStoreHealth(store);
        m_board->setKeyPresent(true);
        QVERIFY(!m_board->banner());
        QVERIFY(m_board->standing().isEmpty());
    }

    void rejectionsTurnRedFromThreeInTenMinutes()
    {
        m_board->noteRejected(rejection(now()));
        m_clock.advance(9 * Minute);
        m_board->noteRejected(rejection(now()));
        QCOMPARE(m_board->banner()->severity, AlertSeverity::Warn);
        m_clock.advance(2 * Minute);
        m_board->noteRejected(rejection(now())); // the first is out of the ten minutes
        QCOMPARE(m_board->banner()->severity, AlertSeverity::Warn);
        m_clock.advance(Minute);
        m_board->noteRejected(rejection(now()));
        QCOMPARE(m_board->banner()->severity, AlertSeverity::Danger);
        QCOMPARE(m_board->banner()->count, 4); // one message with a count
        m_board->dismiss(AlertKind::Rejected);
        QVERIFY(!m_board->banner());
        m_board->noteRejected(rejection(now() + 1));
        QCOMPARE(m_board->banner()->count, 1);
    }

    void recoveryIsALineUnderTheBell()
    {
        m_board->setListenerHealth(down());
        QCOMPARE(m_board->banner()->kind, AlertKind::ListenerDown);
        m_clock.advance(Minute);
        m_board->setListenerHealth(listening());
        QVERIFY(!m_board->banner());
        QCOMPARE(m_board->unseenCount(), 0);
        QCOMPARE(m_board->ended().constFirst().endedMs, std::optional(now()));

        QWidget window;
        BellList bell(m_look, *m_board, m_clock, &window);
        const auto past = bell.findChildren<PastAlert *>();
        QCOMPARE(past.size(), 1);
        const auto labels = past.constFirst()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->text().endsWith(QLatin1String("Webhooks are being received again."));
        }));
    }

    void sameHealthAgainIsNoNews()
    {
        QSignalSpy changed(m_board.get(), &AlertBoard::changed);
        m_board->setListenerHealth(down());
        m_clock.advance(Minute);
        m_board->setListenerHealth(down());
        m_board->passTime();
        QCOMPARE(changed.count(), 1);
    }

    void silenceWhileCallsComeIsAnOutageUntilTheNextWebhook()
    {
        m_board->setListenerHealth(listening());
        m_clock.advance(4 * Minute);
        AlertFigures figures;
        figures.webhookAwaitedSinceMs = m_board->webhookAwaitedSinceMs();
        QCOMPARE(figures.webhookAwaitedSinceMs, now() - 4 * Minute);
        figures.newFromPoll = 3;
        m_board->setFigures(figures);
        QCOMPARE(m_board->banner()->kind, AlertKind::NoWebhooks);
        QCOMPARE(m_board->banner()->severity, AlertSeverity::Danger);

        ListenerHealth heard = listening();
        heard.lastWebhookMs = now();
        m_board->setListenerHealth(heard);
        QVERIFY(!m_board->banner());
        m_board->setFigures(figures); // an answer from before
        QVERIFY(!m_board->banner());
    }

    void callsOfATimeWithoutListenerAreNoOutage()
    {
        m_board->setListenerHealth(down());
        m_clock.advance(Hour);
        m_board->setListenerHealth(listening());
        QCOMPARE(m_board->webhookAwaitedSinceMs(), now());
    }

    void aHealedCallIsToldForTenMinutes()
    {
        m_board->noteHealed(healed(559, now()));
        m_board->noteHealed(healed(559, now()));
        QCOMPARE(m_board->banner()->kind, AlertKind::CallHealed);
        QCOMPARE(m_board->banner()->count, 1);
        QCOMPARE(m_board->banner()->subject.callNumber, LocalCallId(559));
        m_clock.advance(10 * Minute);
        m_board->passTime();
        QVERIFY(m_board->banner());
        m_clock.advance(1);
        m_board->passTime();
        QVERIFY(!m_board->banner());
        QCOMPARE(m_board->ended().size(), 1);
    }

    void rowTakesNoSpaceWithoutAnAlert()
    {
        BannerRow row(m_look, *m_board);
        QVERIFY(row.isHidden());
        m_board->setKeyPresent(false);
        QVERIFY(!row.isHidden());
        auto *banner = row.findChild<Banner *>();
        QCOMPARE(banner->title(), QStringLiteral("No Retell key is stored."));
        QSignalSpy action(&row, &BannerRow::actionTriggered);
        banner->findChild<QPushButton *>()->click();
        QCOMPARE(action.count(), 1);
        QCOMPARE(action.at(0).at(0).value<Alert>().kind, AlertKind::NoKey);
        m_board->setKeyPresent(true);
        QVERIFY(row.isHidden());
    }

    void bellKeepsTheRowOfAnAlertThatGrows()
    {
        QWidget window;
        BellList bell(m_look, *m_board, m_clock, &window);
        m_board->noteRejected(rejection(now()));
        const QPointer<AlertRow> row = bell.findChild<AlertRow *>();
        QVERIFY(row);
        m_board->setKeyPresent(false);
        m_board->noteRejected(rejection(now()));
        QCOMPARE(bell.findChildren<AlertRow *>().size(), 2);
        QVERIFY(row);
        QCOMPARE(row->alert().count, 2);
        m_board->dismiss(AlertKind::Rejected);
        QTRY_VERIFY(!row);
    }

    void bellAcknowledgesAndMutes()
    {
        QWidget window;
        BellList bell(m_look, *m_board, m_clock, &window);
        BannerRow banner(m_look, *m_board);
        m_board->setListenerHealth(down());
        QVERIFY(!banner.isHidden());
        buttonCalled(bell, QStringLiteral("Acknowledge"))->click();
        QVERIFY(banner.isHidden());
        QCOMPARE(m_board->unseenCount(), 0);
        QVERIFY(!buttonCalled(bell, QStringLiteral("Acknowledge")));

        m_board->setKeyPresent(false);
        QVERIFY(!banner.isHidden());
        m_board->mute(AlertKind::NoKey, 0);
        buttonCalled(bell, QStringLiteral("Mute 1 h"))
            ->click(); // the upper row: it is as red, and older in kind
        QCOMPARE(m_board->mutedUntilMs(AlertKind::ListenerDown), std::optional(now() + Hour));
        m_board->mute(AlertKind::NoKey, Hour);
        QVERIFY(banner.isHidden());
        QVERIFY(buttonCalled(bell, QStringLiteral("Unmute")));
        m_clock.advance(Hour);
        m_board->passTime();
        QVERIFY(!banner.isHidden());
    }

    void everyButtonOfTheBellNamesItsAlert()
    {
        QWidget window;
        BellList bell(m_look, *m_board, m_clock, &window);
        m_board->setListenerHealth(down());
        for (const QPushButton *button : bell.findChild<AlertRow *>()->findChildren<QPushButton *>()) {
            if (!button->isHidden() && button->parentWidget() == bell.findChild<AlertRow *>())
                QVERIFY(button->accessibleName().contains(QLatin1String("No webhooks are being received.")));
        }
    }

    void decisionsOutliveTheProgram()
    {
        m_board->setListenerHealth(down());
        m_board->setKeyPresent(false);
        m_board->acknowledge(AlertKind::ListenerDown);
        m_board->mute(AlertKind::NoKey, Hour);
        cleanup();
        m_state = std::make_unique<UiState>(m_folder.filePath(QStringLiteral("window.ini")));
        m_board = std::make_unique<AlertBoard>(m_clock, *m_state);
        m_board->setListenerHealth(down());
        m_board->setKeyPresent(false);
        QCOMPARE(m_board->standing().size(), 2);
        QVERIFY(!m_board->banner());
    }

    void desktopIsToldOncePerReasonAndHour()
    {
        const AlertNotifier notifier(*m_board, m_clock);
        QSignalSpy due(&notifier, &AlertNotifier::due);
        m_board->noteRejected(rejection(now()));
        QCOMPARE(due.count(), 1);
        QCOMPARE(due.at(0).at(0).toString(), QStringLiteral("1 webhook(s) rejected."));
        m_clock.advance(Minute);
        m_board->noteRejected(rejection(now()));
        QCOMPARE(due.count(), 1);
        m_board->noteRejected(rejection(now(), QStringLiteral("timestamp_expired")));
        QCOMPARE(due.count(), 2);
        m_clock.advance(Hour);
        m_board->noteRejected(rejection(now()));
        QCOMPARE(due.count(), 3);
        m_board->mute(AlertKind::Rejected, Hour);
        m_board->noteRejected(rejection(now(), QStringLiteral("bad_json")));
        QCOMPARE(due.count(), 3);
    }

    void lastingOutageIsToldOnce()
    {
        const AlertNotifier notifier(*m_board, m_clock);
        QSignalSpy due(&notifier, &AlertNotifier::due);
        m_board->setListenerHealth(down());
        for (int i = 0; i < 3; ++i) {
            m_clock.advance(Hour);
            m_board->setKeyPresent(i % 2 == 0); // something else changes
        }
        QCOMPARE(due.count(), 1);
        m_board->noteHealed(healed(1, now())); // ui.md §7: in the window only
        QCOMPARE(due.count(), 1);
    }

    void feedFindsHealedCallsAndRejectionsInTheStore()
    {
        const SystemClock clock;
        StoreOptions options;
        options.file = m_folder.filePath(QStringLiteral("calls.sqlite"));
        auto store = CallStore::open(options, clock);
        QVERIFY(store.has_value());
        ReaderOptions reading;
        reading.file = options.file;
        AsyncReader reader(reading);
        AlertBoard board(clock, *m_state);
        AlertFeed feed(reader, clock, board, 0.01);
        connect(store->get(), &CallStore::committed, &feed, &AlertFeed::noteUpdates);

        const qint64 startMs = clock.nowMs() - Minute;
        const auto submit = [&](const CallChange &change) {
            QVERIFY(
                (*store)->submit({{change}, {}, {}}, this, [](const Result<BatchOutcome> &) {}).has_value());
        };
        submit(test::ChangeBuilder(QStringLiteral("call_1")).started(startMs));
        submit(
            test::ChangeBuilder(QStringLiteral("call_1"))
                .ended(startMs + 1)
                .by(Source::Poll)
                .because(QStringLiteral("closed by poll; webhook rejected 17:42:58: signature_malformed")));
        QTRY_VERIFY(board.banner());
        QCOMPARE(board.banner()->kind, AlertKind::CallHealed);
        QVERIFY(board.banner()->subject.isAfterRejection);
        QCOMPARE(board.banner()->subject.callId, CallId(QStringLiteral("call_1")));

        DeliveryRecord rejected = rejection(clock.nowMs());
        QVERIFY((*store)->noteRejected(rejected));
        QSignalSpy written(store->get(), &CallStore::deliveryRejected);
        QVERIFY(written.wait());
        AlertBoard another(clock, *m_state); // a window that opens now
        const AlertFeed anotherFeed(reader, clock, another, 0.01);
        QTRY_COMPARE(another.standing().size(), 2);
    }
};

QTEST_MAIN(TestAlerts)
#include "test_alerts.moc"
