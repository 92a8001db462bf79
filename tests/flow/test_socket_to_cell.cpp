// SPDX-License-Identifier: GPL-3.0-or-later
// The whole path with real parts: signed bytes into a real socket, through listener, store and board, to the
// text of a cell in a shown window.
#include "app/runtime/runtime.h"
#include "tests/support/testdata.h"
#include "ui/calls/livepage.h"
#include "ui/look/look.h"

#include <QElapsedTimer>
#include <QMessageAuthenticationCode>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <algorithm>

using namespace anrufwarte;

namespace {

const QByteArray Key = "key_5f0c2e9a7b134d6e8f90a1b2c3d47f3a";

QByteArray request(const QByteArray &body, const QByteArray &key = Key)
{
    const QByteArray v = QByteArray::number(SystemClock().nowMs());
    const QByteArray digest =
        QMessageAuthenticationCode::hash(body + v, key, QCryptographicHash::Sha256).toHex();
    return "POST /webhooks/retell HTTP/1.1\r\nHost: localhost\r\nx-retell-signature: v=" + v +
           ",d=" + digest + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// A program without its window frame: runtime, live page, one keep-alive connection to the listener.
struct Desk
{
    QTemporaryDir folder;
    Look look;
    Runtime runtime{Profile(folder.filePath(QStringLiteral("profile")))};
    std::unique_ptr<QSettings> state;
    std::unique_ptr<LivePage> page;
    QTcpSocket socket;

    bool start()
    {
        look.install();
        Settings settings;
        settings.webhookListen = {{QStringLiteral("127.0.0.1"), 0}};
        settings.pollIntervalSeconds = 0; // no test asks the real Retell
        Secrets secrets;
        secrets.apiKey = Secret::fromConfigured(Key);
        secrets.webhookKeys = {secrets.apiKey};
        std::optional<Result<void>> started;
        runtime.start(settings, secrets, Runtime::WhenBusy::Fail,
                      [&started](Result<void> done) { started = done; });
        if (!QTest::qWaitFor([&started] { return started.has_value(); }) || !*started)
            return false;
        state =
            std::make_unique<QSettings>(folder.filePath(QStringLiteral("state.ini")), QSettings::IniFormat);
        page = std::make_unique<LivePage>(look, runtime.reader(), runtime.clock(), settings, *state);
        QObject::connect(&runtime.store(), &CallStore::committed, page.get(), &LivePage::applyUpdates);
        page->setListenerHealth(runtime.listenerHealth());
        page->resize(1200, 700);
        page->show();
        if (!QTest::qWaitForWindowExposed(page.get()))
            return false;
        socket.connectToHost(QStringLiteral("127.0.0.1"), runtime.listenerHealth().port);
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; });
    }

    /// The status line of the answer to one request.
    QByteArray post(const QByteArray &body, const QByteArray &key = Key)
    {
        QByteArray answer;
        socket.write(request(body, key));
        const bool complete = QTest::qWaitFor([this, &answer] {
            answer += socket.readAll();
            return answer.contains("\r\n\r\n");
        });
        return complete ? answer.left(answer.indexOf("\r\n")) : QByteArray();
    }

    [[nodiscard]] const QAbstractItemModel &model(BoardGroup group) const
    {
        return *page->table()->view(group)->model();
    }
    [[nodiscard]] QString text(BoardGroup group, BoardColumn column) const
    {
        return model(group).index(0, static_cast<int>(column)).data().toString();
    }
    /// What a person sees of the first row's cell: ink of more than one colour.
    [[nodiscard]] bool isPainted(BoardGroup group, BoardColumn column) const
    {
        CallGroupView *view = page->table()->view(group);
        const QImage image =
            view->grab(view->visualRect(model(group).index(0, static_cast<int>(column)))).toImage();
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, image.height() / 2) != image.pixel(0, image.height() / 2))
                return true;
        }
        return false;
    }
};

} // namespace

class TestSocketToCell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallComesAppearsEndsAndCompletes()
    {
        Desk desk;
        QVERIFY(desk.start());
        QCOMPARE(desk.model(BoardGroup::Running).rowCount(), 0);

        QCOMPARE(desk.post(test::data(QStringLiteral("samples/call_started_phone_inbound.json"))),
                 QByteArray("HTTP/1.1 204 No Content"));
        QTRY_COMPARE(desk.model(BoardGroup::Running).rowCount(), 1);
        QCOMPARE(desk.text(BoardGroup::Running, BoardColumn::Status), QStringLiteral("Ongoing"));
        QVERIFY(desk.text(BoardGroup::Running, BoardColumn::Caller).startsWith(QStringLiteral("+49")));
        QTRY_VERIFY(desk.isPainted(BoardGroup::Running, BoardColumn::Caller));

        QCOMPARE(desk.post(test::data(QStringLiteral("samples/call_ended_phone_inbound.json"))),
                 QByteArray("HTTP/1.1 204 No Content"));
        QTRY_COMPARE(desk.text(BoardGroup::Running, BoardColumn::Status), QStringLiteral("Ended"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.model(BoardGroup::Running).rowCount(), 0, 15'000);
        QCOMPARE(desk.model(BoardGroup::Ended).rowCount(), 1);
        QCOMPARE(desk.text(BoardGroup::Ended, BoardColumn::Cost), QStringLiteral("$0.055"));
        QCOMPARE(desk.text(BoardGroup::Ended, BoardColumn::Sentiment), QStringLiteral("–"));

        QCOMPARE(desk.post(test::data(QStringLiteral("samples/call_analyzed_phone_inbound.json"))),
                 QByteArray("HTTP/1.1 204 No Content"));
        QTRY_COMPARE(desk.text(BoardGroup::Ended, BoardColumn::Sentiment), QStringLiteral("positive"));
        QCOMPARE(desk.text(BoardGroup::Ended, BoardColumn::DataParts), QStringLiteral("6/6"));
        QTRY_VERIFY(desk.isPainted(BoardGroup::Ended, BoardColumn::DataParts));
    }

    void aRejectedWebhookChangesNoCell()
    {
        Desk desk;
        QVERIFY(desk.start());
        QSignalSpy rejected(&desk.runtime.store(), &CallStore::deliveryRejected);
        QCOMPARE(desk.post(test::data(QStringLiteral("samples/call_started_phone_inbound.json")),
                           "key_of_somebody_else"),
                 QByteArray("HTTP/1.1 401 Unauthorized"));
        QTRY_COMPARE(rejected.count(), 1);
        QCOMPARE(rejected.first().first().value<DeliveryRecord>().reason,
                 QStringLiteral("signature_mismatch"));
        QCOMPARE(desk.model(BoardGroup::Running).rowCount(), 0);
        QTRY_COMPARE(desk.runtime.listenerHealth().rejected, 1);
    }

    /// Information, no limit: shared machines are slow at times.
    void howLongAfterItsAnswerARowIsThere()
    {
        Desk desk;
        QVERIFY(desk.start());
        QElapsedTimer timer;
        qint64 answeredUs = -1;
        qint64 shownUs = -1;
        connect(&desk.socket, &QTcpSocket::readyRead, this,
                [&] { answeredUs = timer.nsecsElapsed() / 1000; });
        connect(&desk.model(BoardGroup::Running), &QAbstractItemModel::rowsInserted, this,
                [&] { shownUs = timer.nsecsElapsed() / 1000; });
        QList<qint64> laterUs;
        for (int i = 0; i < 60; ++i) {
            const QByteArray body = "{\"event\":\"call_started\",\"call\":{\"call_id\":\"call_" +
                                    QByteArray::number(i) + "\",\"call_status\":\"ongoing\"}}";
            answeredUs = shownUs = -1;
            timer.start();
            desk.socket.readAll();
            desk.socket.write(request(body));
            QTRY_VERIFY(answeredUs >= 0 && shownUs >= 0);
            laterUs.append(shownUs - answeredUs);
        }
        std::sort(laterUs.begin(), laterUs.end());
        qInfo("row in the model after its 204: median %.1f ms, worst %.1f ms (a frame is 16.7 ms)",
              static_cast<double>(laterUs.at(30)) / 1000, static_cast<double>(laterUs.last()) / 1000);
        QCOMPARE(desk.model(BoardGroup::Running).rowCount(), 60);
    }

    void aWindowOpenedLaterShowsWhatIsThere()
    {
        Desk desk;
        QVERIFY(desk.start());
        QCOMPARE(desk.post(test::data(QStringLiteral("samples/call_started_phone_inbound.json"))),
                 QByteArray("HTTP/1.1 204 No Content"));
        LivePage second(desk.look, desk.runtime.reader(), desk.runtime.clock(), Settings(), *desk.state);
        second.show();
        QTRY_COMPARE(second.table()->view(BoardGroup::Running)->model()->rowCount(), 1);
    }
};

QTEST_MAIN(TestSocketToCell)
#include "test_socket_to_cell.moc"
