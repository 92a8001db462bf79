// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/banner.h"
#include "ui/look/look.h"
#include "ui/shell/bannerrow.h"
#include "ui/shell/belllist.h"
#include "ui/shell/noticetext.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace anrufwarte;

namespace {

constexpr qint64 Now = 1'790'000'000'000;
constexpr qint64 Minute = 60'000;

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

StoreHealth writable()
{
    StoreHealth health;
    health.writable = true;
    return health;
}

DeliveryRecord rejection(qint64 ms)
{
    DeliveryRecord record;
    record.receivedMs = ms;
    record.sender = QStringLiteral("203.0.113.24");
    record.reason = QStringLiteral("signature_mismatch");
    return record;
}

} // namespace

class TestNotices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusedKeyIsOneRedBannerUntilAnotherKey()
    {
        NoticeBoard board;
        ApiHealth health;
        health.state = ApiState::Down;
        board.setApiHealth(health, Now);
        QVERIFY(!board.banner()); // the status bar says that
        health.state = ApiState::KeyRefused;
        health.problem = Error{ErrorCode::ApiKeyRefused, {}, {QStringLiteral("401")}};
        board.setApiHealth(health, Now);
        board.setApiHealth(health, Now + Minute);
        QCOMPARE(board.notices().size(), 1);
        const auto banner = board.banner();
        QVERIFY(banner);
        QCOMPARE(banner->kind, NoticeKind::KeyRefused);
        QCOMPARE(banner->tone, Tone::Danger);
        QCOMPARE(banner->sinceMs, Now);
        QCOMPARE(noticeText(*banner).text,
                 QStringLiteral("Retell rejects the API key (401). Replace the key."));
        QVERIFY(!noticeText(*banner).action.isEmpty());
        QVERIFY(!isDismissible(banner->kind));
        health = {};
        health.state = ApiState::Ok;
        board.setApiHealth(health, Now + 2 * Minute);
        QVERIFY(board.notices().isEmpty());
    }

    void nothingToSayAtFirst()
    {
        NoticeBoard board;
        board.setListenerHealth(listening(), Now);
        board.setStoreHealth(writable(), Now);
        board.setKeyPresent(true, Now);
        QVERIFY(!board.banner());
        QVERIFY(board.notices().isEmpty());
    }

    void theMostSevereIsTheBanner()
    {
        NoticeBoard board;
        board.noteRejected(rejection(Now));
        QCOMPARE(board.banner()->kind, NoticeKind::Rejected);
        QCOMPARE(board.banner()->tone, Tone::Warn);
        board.setListenerHealth(down(), Now - Minute); // older, but worse
        QCOMPARE(board.banner()->kind, NoticeKind::ListenerDown);
        QCOMPARE(board.notices().size(), 2);
    }

    void rejectionsTurnRedFromThreeInTenMinutes()
    {
        NoticeBoard board;
        board.noteRejected(rejection(Now));
        board.noteRejected(rejection(Now + 9 * Minute));
        QCOMPARE(board.banner()->tone, Tone::Warn);
        board.noteRejected(rejection(Now + 11 * Minute)); // the first is out of the ten minutes
        QCOMPARE(board.banner()->tone, Tone::Warn);
        board.noteRejected(rejection(Now + 12 * Minute));
        QCOMPARE(board.banner()->tone, Tone::Danger);
        QCOMPARE(board.banner()->count, 4); // one notice with a count
    }

    void recoveryIsGoodNewsUnderTheBellOnly()
    {
        NoticeBoard board;
        board.setListenerHealth(down(), Now);
        board.setListenerHealth(listening(), Now + Minute);
        QVERIFY(!board.banner());
        QCOMPARE(board.notices().size(), 1);
        QCOMPARE(board.notices().constFirst().kind, NoticeKind::ListenerBack);
        QCOMPARE(board.notices().constFirst().tone, Tone::Ok);
    }

    void sameHealthAgainIsNoNews()
    {
        NoticeBoard board;
        QSignalSpy changed(&board, &NoticeBoard::changed);
        board.setListenerHealth(down(), Now);
        board.setListenerHealth(down(), Now + Minute);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(board.banner()->sinceMs, Now);
    }

    void aReplacedFileIsToldOnce()
    {
        NoticeBoard board;
        StoreHealth health = writable();
        health.replacedBrokenFile = QStringLiteral("/profile/calls.sqlite.broken");
        board.setStoreHealth(health, Now);
        QCOMPARE(board.banner()->kind, NoticeKind::FileReplaced);
        QVERIFY(noticeText(*board.banner()).text.contains(QLatin1String("calls.sqlite.broken")));
        board.dismiss(NoticeKind::FileReplaced);
        board.setStoreHealth(health, Now + Minute);
        QVERIFY(!board.banner());
    }

    void rowTakesNoSpaceWithoutANotice()
    {
        Look look;
        NoticeBoard board;
        BannerRow row(look, board);
        QVERIFY(row.isHidden());
        board.setKeyPresent(false, Now);
        QVERIFY(!row.isHidden());
        auto *banner = row.findChild<Banner *>();
        QCOMPARE(banner->title(), QStringLiteral("No Retell key is stored."));
        QSignalSpy action(&row, &BannerRow::actionTriggered);
        banner->findChild<QPushButton *>()->click();
        QCOMPARE(action.count(), 1);
        QCOMPARE(action.at(0).at(0).value<NoticeKind>(), NoticeKind::NoKey);
        board.setKeyPresent(true, Now);
        QVERIFY(row.isHidden());
    }

    void bellListsAll()
    {
        Look look;
        QWidget window;
        NoticeBoard board;
        BellList bell(look, board, &window);
        board.noteRejected(rejection(Now));
        board.setKeyPresent(false, Now);
        const auto banners = [&] {
            int count = 0;
            for (const Banner *banner : bell.findChildren<Banner *>())
                count += banner->title().isEmpty() ? 0 : 1;
            return count;
        };
        QTRY_COMPARE(banners(), 2);
        board.dismiss(NoticeKind::Rejected);
        QTRY_COMPARE(banners(), 1);
    }
};

QTEST_MAIN(TestNotices)
#include "test_notices.moc"
