// SPDX-License-Identifier: GPL-3.0-or-later
// `resync` from outside, against a Retell in this process.
#include "core/store/callstore.h"
#include "tests/app/cliprocess.h"
#include "tests/support/callbuilders.h"
#include "tests/support/fakeretell.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSignalSpy>
#include <csignal>

using namespace anrufwarte;
using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 HourMs = 3'600'000;
constexpr char NoBreakSpace[] = "\u00a0";

QJsonObject whole(qint64 startMs)
{
    return {{u"start_timestamp"_s, startMs},
            {u"end_timestamp"_s, startMs + 71'000},
            {u"duration_ms"_s, 71'000},
            {u"from_number"_s, u"+493023125559"_s},
            {u"direction"_s, u"inbound"_s},
            {u"call_cost"_s, QJsonObject{{u"combined_cost"_s, 9.785}, {u"total_duration_seconds"_s, 71}}},
            {u"latency"_s,
             QJsonObject{{u"e2e"_s, QJsonObject{{u"p50"_s, 2208.5}, {u"p95"_s, 3381}, {u"num"_s, 11}}}}},
            {u"transcript"_s, u"Agent: Hallo!"_s},
            {u"recording_url"_s, u"https://example.com/a.wav"_s},
            {u"call_analysis"_s, QJsonObject{{u"call_summary"_s, u"Der Agent buchte einen Termin."_s},
                                             {u"user_sentiment"_s, u"Positive"_s}}}};
}

QString callId(int i)
{
    return u"call_%1"_s.arg(i, 3, 10, QLatin1Char('0'));
}

QJsonArray rowsOf(const CliResult &result)
{
    return QJsonDocument::fromJson(result.out).array();
}

} // namespace

class TestCliResync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void dryRunChangesNoByte();
    void dryRunWithoutAStoreCreatesNothing();
    void allFillsAndASecondRunFindsNothing();
    void textShowsBeforeAndAfter();
    void germanSpeaksGerman();
    void jsonGivesNumbersAsNumbers();
    void oneCallByNumberOrId();
    void unknownCallEndsWithOne();
    void recentCreatesTheStore();
    void interruptKeepsWhatIsWritten_data();
    void interruptKeepsWhatIsWritten();
    void secondSignalEndsAtOnce();
    void exitCodes();
    void wrongUsage_data();
    void wrongUsage();

private:
    void fill(int count)
    {
        QVERIFY(QDir().mkpath(m_cli->path()));
        const SystemClock clock;
        StoreOptions options;
        options.file = m_cli->file("calls.sqlite");
        auto store = CallStore::open(options, clock);
        QVERIFY(store);
        for (int i = 0; i < count; ++i) {
            const qint64 startMs = clock.nowMs() - (i + 1) * HourMs;
            m_retell->setCall(callId(i), u"ended"_s, whole(startMs));
            const ChangeBuilder ended =
                ChangeBuilder(callId(i)).ended(startMs).with(Field::StartTimestamp, FieldValue(startMs));
            QVERIFY((*store)->submit(ended.batch(), this, [](const Result<BatchOutcome> &) {}));
        }
    }
    /// While it runs, this process answers as Retell.
    [[nodiscard]] CliResult run(const QStringList &arguments) const
    {
        QProcess process;
        m_cli->start(process, arguments);
        return ended(process);
    }
    [[nodiscard]] static CliResult ended(QProcess &process)
    {
        QSignalSpy finished(&process, &QProcess::finished);
        if (process.state() != QProcess::NotRunning && !finished.wait(Patience))
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    /// Every file of the profile with its content.
    [[nodiscard]] QMap<QString, QByteArray> contents() const
    {
        QMap<QString, QByteArray> found;
        const QStringList names = QDir(m_cli->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        for (const QString &name : names) {
            QFile file(m_cli->path() + u'/' + name);
            if (file.open(QIODevice::ReadOnly))
                found.insert(name, QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256));
        }
        return found;
    }
    [[nodiscard]] qsizetype incomplete() const
    {
        return rowsOf(run({u"calls"_s, u"--incomplete"_s, u"--limit"_s, u"0"_s, u"--format"_s, u"json"_s}))
            .size();
    }

    std::unique_ptr<FakeRetell> m_retell;
    std::unique_ptr<CliProfile> m_cli;
};

void TestCliResync::init()
{
    m_retell = std::make_unique<FakeRetell>();
    m_retell->key = TestKey;
    m_cli = std::make_unique<CliProfile>();
    m_cli->setKey();
    m_cli->set("ANRUFWARTE_RETELL_BASE_URL", m_retell->url().toString().toUtf8().constData());
    m_cli->set("ANRUFWARTE_SYNC_REQUEST_INTERVAL_MS", "2");
}

void TestCliResync::dryRunChangesNoByte()
{
    fill(5);
    const auto before = contents();
    const CliResult dry = run({u"resync"_s, u"--all"_s, u"--dry-run"_s, u"--format"_s, u"json"_s});
    QVERIFY2(dry.code == 0, dry.err.constData());
    QCOMPARE(rowsOf(dry).size(), 5);
    QCOMPARE(rowsOf(dry).at(0)[u"verdict"].toString(), u"updated"_s);
    QVERIFY(dry.err.contains("nothing was written"));
    auto after = contents();
    QVERIFY(!after.contains(u"calls.sqlite-wal"_s) || QFileInfo(m_cli->file("calls.sqlite-wal")).size() == 0);
    for (const auto &name : {u"calls.sqlite-wal"_s, u"calls.sqlite-shm"_s}) // SQLite's own, of any reader
        after.remove(name);
    QCOMPARE(after, before);
    QCOMPARE(incomplete(), 5);
}

void TestCliResync::dryRunWithoutAStoreCreatesNothing()
{
    m_retell->setCall(callId(0), u"ended"_s, whole(QDateTime::currentMSecsSinceEpoch() - HourMs));
    const CliResult dry = run({u"resync"_s, u"--recent"_s, u"2"_s, u"--dry-run"_s});
    QVERIFY2(dry.code == 0, dry.err.constData());
    QVERIFY(dry.out.contains("call_000"));
    QVERIFY(!QFile::exists(m_cli->path()));
    QCOMPARE(run({u"resync"_s, u"--all"_s, u"--dry-run"_s}).code, 0);
    QVERIFY(!QFile::exists(m_cli->path()));
}

void TestCliResync::allFillsAndASecondRunFindsNothing()
{
    fill(12);
    const CliResult all = run({u"resync"_s, u"--all"_s, u"--format"_s, u"json"_s});
    QVERIFY2(all.code == 0, all.err.constData());
    QCOMPARE(rowsOf(all).size(), 12);
    QVERIFY(!all.err.contains('\r')); // no bar where there is no terminal
    QCOMPARE(incomplete(), 0);
    const CliResult again = run({u"resync"_s, u"--all"_s, u"--format"_s, u"json"_s});
    QCOMPARE(again.code, 0);
    QCOMPARE(again.out, "[]\n");
    QVERIFY(again.err.contains("Nothing to do"));
}

void TestCliResync::textShowsBeforeAndAfter()
{
    fill(1);
    CliResult text = run({u"--lang"_s, u"en"_s, u"resync"_s, u"--all"_s});
    QVERIFY2(text.code == 0, text.err.constData());
    text.out.replace(NoBreakSpace, " ");
    const qsizetype after = text.out.indexOf("  After\n");
    QVERIFY2(after > text.out.indexOf("  Before\n"), text.out.constData());
    const QByteArray second = text.out.mid(after);
    QCOMPARE(text.out.left(after).count("missing"), 8); // duration to end-to-end latency
    for (const char *part : {"01:11", "9.785 ct ($0.098)", "13 character", "present", "2,208.5 ms",
                             "\"Der Agent buchte einen Termin.\"", "11 measurement", "Sentiment"})
        QVERIFY2(second.contains(part), part);
    QVERIFY(!second.contains("missing"));
}

void TestCliResync::germanSpeaksGerman()
{
    fill(1);
    CliResult text = run({u"--lang"_s, u"de"_s, u"resync"_s, u"--all"_s});
    QVERIFY2(text.code == 0, text.err.constData());
    text.out.replace(NoBreakSpace, " ");
    for (const char *part :
         {"Anruf 1", "Vorher", "Nachher", "Dauer", "Kosten", "fehlt", "9,785 ct (0,098 $)", "2.208,5 ms",
          "„Der Agent buchte einen Termin.“", "leer → positiv", "Aktualisiert"})
        QVERIFY2(text.out.contains(part), part);
    QVERIFY(text.err.contains("1 aktualisiert"));
}

void TestCliResync::jsonGivesNumbersAsNumbers()
{
    fill(1);
    const QJsonArray rows = rowsOf(run({u"resync"_s, u"--all"_s, u"--format"_s, u"json"_s}));
    const QJsonValue row = rows.at(0);
    QCOMPARE(row[u"retell_call_id"].toString(), callId(0));
    QCOMPARE(row[u"id"].toInteger(), 1);
    QCOMPARE(row[u"complete"].toBool(), true);
    QVERIFY(row[u"error"].isNull() && row[u"set_aside"].isNull());
    QJsonObject changes;
    const QJsonArray list = row[u"changes"].toArray();
    for (const QJsonValue &change : list)
        changes.insert(change[u"field"].toString(), change);
    QCOMPARE(changes[u"cost"][u"after"].toDouble(), 0.09785);
    QVERIFY(changes[u"cost"][u"before"].isNull());
    QCOMPARE(changes[u"cost"][u"kind"].toString(), u"added"_s);
    QCOMPARE(changes[u"duration"][u"after"].toInteger(), 71'000);
    QCOMPARE(changes[u"latency_p50"][u"after"].toDouble(), 2208.5);
    QCOMPARE(changes[u"recording"][u"after"].toBool(), true);
    QVERIFY(!changes.contains(u"start_timestamp")); // it was known
}

void TestCliResync::oneCallByNumberOrId()
{
    fill(3);
    const CliResult byNumber = run({u"resync"_s, u"--call"_s, u"2"_s, u"--format"_s, u"json"_s});
    QVERIFY2(byNumber.code == 0, byNumber.err.constData());
    QCOMPARE(rowsOf(byNumber).size(), 1);
    QCOMPARE(rowsOf(byNumber).at(0)[u"id"].toInteger(), 2);
    QCOMPARE(run({u"resync"_s, u"--call"_s, callId(2)}).code, 0);
    QCOMPARE(incomplete(), 1);
    m_retell->setCall(u"call_unseen"_s, u"ended"_s, whole(1'790'000'000'000));
    QCOMPARE(run({u"resync"_s, u"--call"_s, u"call_unseen"_s}).code, 0);
    QCOMPARE(run({u"show"_s, u"call_unseen"_s}).code, 0);
}

void TestCliResync::unknownCallEndsWithOne()
{
    fill(1);
    const CliResult number = run({u"resync"_s, u"--call"_s, u"4711"_s});
    QCOMPARE(number.code, 1);
    QVERIFY(number.err.contains("4711"));
    QVERIFY(m_retell->paths.isEmpty());
    const CliResult id = run({u"resync"_s, u"--call"_s, u"call_unknown"_s, u"--format"_s, u"json"_s});
    QCOMPARE(id.code, 1);
    QCOMPARE(rowsOf(id).at(0)[u"verdict"].toString(), u"given_up"_s);
    QCOMPARE(rowsOf(id).at(0)[u"set_aside"].toString(), u"not_found"_s);
    QVERIFY(rowsOf(id).at(0)[u"error"].toString().contains(u"422"));
}

void TestCliResync::recentCreatesTheStore()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_retell->setCall(callId(0), u"ended"_s, whole(now - HourMs));
    m_retell->setCall(callId(1), u"not_connected"_s, {{u"end_timestamp"_s, now - HourMs}});
    const CliResult recent = run({u"resync"_s, u"--recent"_s, u"2"_s, u"--format"_s, u"json"_s});
    QVERIFY2(recent.code == 0, recent.err.constData());
    QCOMPARE(rowsOf(recent).size(), 2);
    QCOMPARE(rowsOf(run({u"calls"_s, u"--format"_s, u"json"_s})).size(), 2);
    QCOMPARE(QFileInfo(m_cli->path()).permissions() & QFile::Permissions(0x0077), QFile::Permissions());
}

void TestCliResync::interruptKeepsWhatIsWritten_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGKILL") << SIGKILL;
}

void TestCliResync::interruptKeepsWhatIsWritten()
{
    QFETCH(int, signal);
    constexpr int Count = 60;
    fill(Count);
    m_cli->set("ANRUFWARTE_SYNC_REQUEST_INTERVAL_MS", "20");
    QProcess process;
    m_cli->start(process, {u"resync"_s, u"--all"_s, u"--format"_s, u"json"_s});
    QTRY_VERIFY(m_retell->paths.size() >= 15);
    ::kill(static_cast<pid_t>(process.processId()), signal);
    const CliResult cut = ended(process);
    const qsizetype left = incomplete();
    QVERIFY2(left > 0 && left < Count, qPrintable(QString::number(left)));
    if (signal != SIGKILL) {
        QCOMPARE(cut.code, 1);
        QCOMPARE(rowsOf(cut).size(), Count - left);
        QVERIFY2(cut.err.contains("What was written stays"), cut.err.constData());
    }
    const CliResult rest = run({u"resync"_s, u"--all"_s, u"--format"_s, u"json"_s});
    QVERIFY2(rest.code == 0, rest.err.constData());
    QCOMPARE(rowsOf(rest).size(), left);
    QCOMPARE(incomplete(), 0);
}

void TestCliResync::secondSignalEndsAtOnce()
{
    fill(5);
    m_retell->isSilent = true;
    QProcess process;
    m_cli->start(process, {u"resync"_s, u"--all"_s, u"--format"_s, u"json"_s});
    QTRY_VERIFY(!m_retell->paths.isEmpty());
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QByteArray said;
    QTRY_VERIFY((said += process.readAllStandardError()).contains("second signal"));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QElapsedTimer timer;
    timer.start();
    const CliResult result = ended(process);
    QVERIFY(timer.elapsed() < 2'000);
    QCOMPARE(result.code, 1);
    QCOMPARE(result.out, "[]\n");
}

void TestCliResync::exitCodes()
{
    fill(3);
    m_retell->calls.remove(callId(1));
    const CliResult partly = run({u"resync"_s, u"--all"_s});
    QCOMPARE(partly.code, 1);
    QVERIFY(partly.err.contains("1 failed"));

    m_retell->key = "another_key";
    const CliResult refused = run({u"resync"_s, u"--recent"_s, u"1"_s, u"--format"_s, u"json"_s});
    QCOMPARE(refused.code, 4);
    QCOMPARE(refused.out, "[]\n");

    m_cli->unset("ANRUFWARTE_RETELL_API_KEY");
    const CliResult keyless = run({u"resync"_s, u"--all"_s});
    QCOMPARE(keyless.code, 2);
    QVERIFY(keyless.err.contains("retell/apiKey"));

    m_cli->setKey();
    QFile file(m_cli->file("calls.sqlite"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(100'000, 'x'));
    file.close();
    QCOMPARE(run({u"resync"_s, u"--all"_s}).code, 3);
    QCOMPARE(run({u"resync"_s, u"--all"_s, u"--dry-run"_s}).code, 3);
}

void TestCliResync::wrongUsage_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("no scope") << QStringList{};
    QTest::newRow("two scopes") << QStringList{u"--all"_s, u"--recent"_s, u"3"_s};
    QTest::newRow("no number") << QStringList{u"--recent"_s, u"soon"_s};
    QTest::newRow("no days") << QStringList{u"--recent"_s, u"0"_s};
    QTest::newRow("no call") << QStringList{u"--call"_s, u""_s};
    QTest::newRow("format") << QStringList{u"--all"_s, u"--format"_s, u"xml"_s};
    QTest::newRow("argument") << QStringList{u"--all"_s, u"559"_s};
}

void TestCliResync::wrongUsage()
{
    QFETCH(QStringList, options);
    const CliResult result = run(QStringList{u"resync"_s} + options);
    QCOMPARE(result.code, 2);
    QVERIFY(!result.err.isEmpty());
    QVERIFY(result.out.isEmpty());
    QVERIFY(m_retell->paths.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliResync)
#include "test_cli_resync.moc"
