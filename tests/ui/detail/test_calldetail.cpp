// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/asyncreader.h"
#include "core/store/callstore.h"
#include "tests/support/fakeclock.h"
#include "tests/ui/detail/samplecalls.h"
#include "ui/detail/calldetail.h"
#include "ui/detail/callheader.h"
#include "ui/detail/callpane.h"
#include "ui/detail/callsaver.h"
#include "ui/detail/transcriptmodel.h"
#include "ui/detail/transcriptview.h"
#include "ui/look/look.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace anrufwarte;
using namespace anrufwarte::test;

namespace {

CallChange change(const QString &id, Stage stage, QList<FieldFact> facts)
{
    CallChange out;
    out.callId = CallId(id);
    out.source = Source::Webhook;
    out.event = stage == Stage::Ongoing ? QStringLiteral("call_started") : QStringLiteral("call_ended");
    out.stamp = {stage, SampleNowMs, QByteArray(32, 'x')};
    out.facts = std::move(facts);
    return out;
}

FieldFact number(const char *digits)
{
    return {Field::FromNumber, QString::fromLatin1(digits), 0};
}

} // namespace

class TestCallDetail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_look.install(); }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        const QString file = m_dir->filePath(QStringLiteral("calls.sqlite"));
        StoreOptions options;
        options.file = file;
        auto store = CallStore::open(options, m_clock);
        QVERIFY(store);
        m_store = *std::move(store);
        m_reader = std::make_unique<AsyncReader>(ReaderOptions{file, CostUnitChoice::Auto});
        write(change(QStringLiteral("call_a"), Stage::Ongoing,
                     {number("+493023125418"), {Field::StartTimestamp, SampleNowMs - 60'000, 0}}));
        write(change(QStringLiteral("call_b"), Stage::Ongoing, {number("+493023125559")}));
    }

    void cleanup()
    {
        m_reader.reset();
        m_store.reset();
    }

    void showsAndFollowsItsCall()
    {
        CallDetail detail(m_look, *m_reader, m_clock, Settings());
        connect(m_store.get(), &CallStore::committed, &detail, &CallDetail::refresh);
        detail.showCall(CallId(QStringLiteral("call_a")));
        QTRY_COMPARE(shownId(detail), QStringLiteral("call_a"));
        QVERIFY(detail.pane().header().chipText().endsWith(QStringLiteral("01:00")));
        detail.pane().tabs().setCurrentIndex(1);
        write(change(QStringLiteral("call_a"), Stage::Finished,
                     {{Field::DurationMs, qint64(71'000), 0},
                      {Field::Transcript, QStringLiteral("Agent: Hallo\nUser: Guten Tag"), 0}}));
        QTRY_COMPARE(detail.pane().transcript().model().rowCount(), 2);
        QCOMPARE(detail.pane().tabs().currentIndex(), 1); // the tab stays
    }

    void savesTheCallAsJson()
    {
        QWidget window; // takes the message about the failure with it
        CallSaver saver(*m_reader, &window);
        QSignalSpy saved(&saver, &CallSaver::saved);
        const QString path = m_dir->filePath(QStringLiteral("call.json"));
        saver.save(CallId(QStringLiteral("call_a")), path);
        QTRY_COMPARE(saved.count(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(json[u"retell_call_id"].toString(), QStringLiteral("call_a"));
        QCOMPARE(json[u"from_number"].toString(), QStringLiteral("+493023125418"));
        QVERIFY(json[u"history"].isArray());

        QSignalSpy failed(&saver, &CallSaver::failed);
        saver.save(CallId(QStringLiteral("call_a")), m_dir->filePath(QStringLiteral("nowhere/call.json")));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::FileUnwritable);
    }

    void aLateAnswerForAnotherCallIsDropped()
    {
        CallDetail detail(m_look, *m_reader, m_clock, Settings());
        detail.showCall(CallId(QStringLiteral("call_a")));
        detail.showCall(CallId(QStringLiteral("call_b")));
        QTRY_COMPARE(shownId(detail), QStringLiteral("call_b"));
    }

    void anUnknownCallSaysSo()
    {
        CallDetail detail(m_look, *m_reader, m_clock, Settings());
        detail.showCall(CallId(QStringLiteral("call_none")));
        const auto spoken = [&detail] {
            for (const QLabel *label : detail.findChildren<QLabel *>()) {
                if (label->text() == u"This call cannot be shown")
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(spoken());
    }

    void clearedItStaysEmpty()
    {
        CallDetail detail(m_look, *m_reader, m_clock, Settings());
        detail.showCall(CallId(QStringLiteral("call_a")));
        detail.clear();
        detail.showCall(CallId(QStringLiteral("call_b")));
        QTRY_COMPARE(shownId(detail), QStringLiteral("call_b"));
        detail.clear();
        QVERIFY(!detail.pane().content());
    }

    void goesAwayInTheMiddleOfAQuestion()
    {
        auto detail = std::make_unique<CallDetail>(m_look, *m_reader, m_clock, Settings());
        detail->showCall(CallId(QStringLiteral("call_a")));
        detail.reset();
        CallDetail next(m_look, *m_reader, m_clock, Settings());
        next.showCall(CallId(QStringLiteral("call_b")));
        QTRY_COMPARE(shownId(next), QStringLiteral("call_b"));
    }

private:
    static QString shownId(CallDetail &detail)
    {
        const auto &content = detail.pane().content();
        return content ? content->call.row.callId.value() : QString();
    }

    void write(const CallChange &one)
    {
        bool done = false;
        ChangeBatch batch;
        batch.changes = {one};
        QVERIFY(m_store->submit(batch, this,
                                [&done](Result<BatchOutcome> outcome) { done = outcome.has_value(); }));
        QTRY_VERIFY(done);
    }

    Look m_look;
    FakeClock m_clock{SampleNowMs};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<CallStore> m_store;
    std::unique_ptr<AsyncReader> m_reader;
};

QTEST_MAIN(TestCallDetail)
#include "test_calldetail.moc"
