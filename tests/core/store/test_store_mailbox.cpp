// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/mailbox.h"

#include <QTest>
#include <QThread>
#include <atomic>
#include <mutex>

using namespace anrufwarte;

class TestStoreMailbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsInTheContextsThread();
    void oneBoxPerContext();
    void survivesContextsThatDie();
};

void TestStoreMailbox::runsInTheContextsThread()
{
    Mailboxes boxes;
    const std::shared_ptr<Mailbox> box = boxes.of(this);
    QThread *ranIn = nullptr;
    const std::unique_ptr<QThread> poster(
        QThread::create([&] { box->post([&] { ranIn = QThread::currentThread(); }); }));
    poster->start();
    QVERIFY(poster->wait());
    QVERIFY(!ranIn); // queued, never direct
    QTRY_COMPARE(ranIn, thread());
}

void TestStoreMailbox::oneBoxPerContext()
{
    Mailboxes boxes;
    QObject other;
    QCOMPARE(boxes.of(this), boxes.of(this));
    QVERIFY(boxes.of(this) != boxes.of(&other));
}

/// The worker posts while the other side makes and destroys its contexts: nothing runs for a gone one,
/// nothing crashes.
void TestStoreMailbox::survivesContextsThatDie()
{
    Mailboxes boxes;
    std::mutex mutex;
    std::shared_ptr<Mailbox> current;
    std::atomic<bool> stop = false;
    const std::unique_ptr<QThread> poster(QThread::create([&] {
        while (!stop) {
            std::shared_ptr<Mailbox> box;
            {
                const std::lock_guard locker(mutex);
                box = current;
            }
            if (box)
                box->post([] {});
        }
    }));
    poster->start();
    for (int i = 0; i < 3000; ++i) {
        const auto context = std::make_unique<QObject>();
        const std::lock_guard locker(mutex);
        current = boxes.of(context.get());
    }
    stop = true;
    QVERIFY(poster->wait());
}

QTEST_GUILESS_MAIN(TestStoreMailbox)
#include "test_store_mailbox.moc"
