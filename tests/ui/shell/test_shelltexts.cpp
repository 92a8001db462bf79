// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/look.h"
#include "ui/shell/kpistrip.h"
#include "ui/shell/kpitexts.h"
#include "ui/shell/kpitile.h"
#include "ui/shell/statustexts.h"

#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace anrufwarte;

namespace {
constexpr qint64 Now = 1'790'000'000'000;

/// Breaking and non-breaking spaces look alike; the formats use the latter.
QString plain(QString text)
{
    return text.replace(QChar::Nbsp, u' ').replace(QChar(0x202F), u' ');
}
} // namespace

class TestShellTexts : public QObject
{
    Q_OBJECT
private:
    QTranslator m_german;
    QTranslator m_english;

    void speak(const char *language)
    {
        QCoreApplication::removeTranslator(&m_german);
        QCoreApplication::removeTranslator(&m_english);
        const bool german = qstrcmp(language, "de") == 0;
        QLocale::setDefault(german ? QLocale(QLocale::German, QLocale::Germany)
                                   : QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::installTranslator(german ? &m_german : &m_english);
    }
    bool hasGerman() const
    {
        return !QCoreApplication::translate("StatusWords", "Listener").startsWith(u"Listener");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_german.load(QStringLiteral(":/i18n/anrufwarte_de.qm")));
        QVERIFY(m_english.load(QStringLiteral(":/i18n/anrufwarte_en.qm")));
    }
    void init() { speak("en"); }

    void pollerTellsLastAndNext()
    {
        ApiHealth health;
        QCOMPARE(statustexts::poller(std::nullopt, false, Now, Formats()).state, StatusState::Busy);
        QCOMPARE(statustexts::poller(health, false, Now, Formats()).state, StatusState::Busy);
        health.state = ApiState::Ok;
        health.lastPollMs = Now - 7'000;
        health.nextPollMs = Now + 8'000;
        StatusText text = statustexts::poller(health, false, Now, Formats());
        QCOMPARE(text.state, StatusState::Ok);
        QCOMPARE(plain(text.value), QStringLiteral("last 7 s ago · next in 8 s"));
        QCOMPARE(statustexts::poller(health, true, Now, Formats()).state, StatusState::Warn);

        health.state = ApiState::KeyRefused;
        health.nextPollMs.reset();
        text = statustexts::poller(health, false, Now, Formats());
        QCOMPARE(text.state, StatusState::Bad);
        QCOMPARE(text.alarm, QStringLiteral("stopped"));

        health.state = ApiState::Off;
        text = statustexts::poller(health, false, Now, Formats());
        QCOMPARE(text.state, StatusState::Warn);
        QCOMPARE(text.value, QStringLiteral("switched off"));
    }

    void apiTellsItsPaceOrWhatIsWrong()
    {
        ApiHealth health;
        health.state = ApiState::Ok;
        health.latencyMs = 182;
        health.concurrencyUsed = 6;
        health.concurrencyLimit = 20;
        StatusText text = statustexts::api(health, Formats());
        QCOMPARE(text.state, StatusState::Ok);
        QCOMPARE(plain(text.value), QStringLiteral("182 ms · 6 of 20 calls"));
        health.state = ApiState::Throttled;
        QCOMPARE(statustexts::api(health, Formats()).state, StatusState::Warn);
        health.state = ApiState::KeyRefused;
        text = statustexts::api(health, Formats());
        QCOMPARE(text.state, StatusState::Bad);
        QCOMPARE(text.spoken, QStringLiteral("Retell API: fault, key rejected"));
    }

    void listenerWaits()
    {
        const StatusText text = statustexts::listener(std::nullopt, Hearing::Well, Now, Formats());
        QCOMPARE(text.state, StatusState::Busy);
        QCOMPARE(text.spoken, QStringLiteral("Listener: starting, starting …"));
    }

    void listenerWorks()
    {
        ListenerHealth health;
        health.listening = true;
        health.port = 8787;
        StatusText text = statustexts::listener(health, Hearing::Well, Now, Formats());
        QCOMPARE(text.state, StatusState::Ok);
        QCOMPARE(statustexts::listener(health, Hearing::Silent, Now, Formats()).state, StatusState::Warn);
        QCOMPARE(text.value, QStringLiteral("Port 8787 · no webhook yet"));

        health.lastWebhookMs = Now - 4000;
        health.accepted = 1284;
        health.rejected = 7;
        text = statustexts::listener(health, Hearing::Well, Now, Formats());
        QCOMPARE(text.state, StatusState::Warn);
        QCOMPARE(plain(text.value), QStringLiteral("Port 8787 · last webhook 4 s ago · 1,284 accepted"));
        QCOMPARE(text.alarm, QStringLiteral("7 rejected"));
        QVERIFY(text.spoken.startsWith(QLatin1String("Listener: warning")));
        QVERIFY(text.spoken.endsWith(QLatin1String("7 rejected")));
    }

    void listenerWithoutAKeyTakesNothing()
    {
        ListenerHealth health;
        health.listening = true;
        health.port = 8787;
        const StatusText text = statustexts::listener(health, Hearing::NoKey, Now, Formats());
        QCOMPARE(text.state, StatusState::Bad);
        QCOMPARE(text.value, QStringLiteral("Port 8787 · no webhook yet"));
        QCOMPARE(text.spoken, QStringLiteral("Listener: fault, Port 8787 · no webhook yet, no key"));
    }

    void listenerIsDown()
    {
        ListenerHealth health;
        health.problem = Error{ErrorCode::ListenAddressInUse, {}, {QStringLiteral("127.0.0.1:8787")}};
        const StatusText text = statustexts::listener(health, Hearing::Well, Now, Formats());
        QCOMPARE(text.state, StatusState::Bad);
        QVERIFY(text.value.contains(QLatin1String("8787")));
    }

    void storeTellsItsTime()
    {
        StoreHealth health;
        health.writable = true;
        health.commitMs = 1.8;
        QCOMPARE(plain(statustexts::store(health, Formats()).value), QStringLiteral("2 ms"));
        health.writable = false;
        QCOMPARE(statustexts::store(health, Formats()).state, StatusState::Bad);
    }

    void staleSaysSinceWhen()
    {
        const QString text = statustexts::asOf(Now, Now + 130'000, true, Formats());
        QVERIFY2(text.startsWith(QLatin1String("As of ")), qPrintable(text));
        QVERIFY2(text.endsWith(QLatin1String("no updates for 2 minutes")), qPrintable(text));
        QVERIFY(!statustexts::asOf(Now, Now, false, Formats()).contains(QLatin1String("update")));
    }

    void unknownIsADashNeverZero()
    {
        const Settings settings;
        for (const KpiText &text : {kpitexts::callsToday(std::nullopt, Formats()),
                                    kpitexts::costToday(std::nullopt, settings, Formats()),
                                    kpitexts::responseTime(std::nullopt, settings, Formats()),
                                    kpitexts::complete(std::nullopt, Formats())}) {
            QCOMPARE(text.value, Formats::unknown());
            QVERIFY(text.spoken.endsWith(QLatin1String("unknown")));
        }
        DayFigures costless;
        costless.calls = 3; // three calls whose cost nobody knows yet
        QCOMPARE(kpitexts::costToday(costless, settings, Formats()).value, Formats::unknown());
    }

    void dayWithoutCalls()
    {
        const Settings settings;
        const DayFigures none;
        QCOMPARE(kpitexts::callsToday(none, Formats()).note, QStringLiteral("none yet"));
        QCOMPARE(kpitexts::costToday(none, settings, Formats()).value, QStringLiteral("$0.00"));
        QCOMPARE(kpitexts::responseTime(none, settings, Formats()).note, QStringLiteral("no measurements"));
        QCOMPARE(kpitexts::complete(none, Formats()).note, QStringLiteral("no calls"));
    }

    void fullDay()
    {
        Settings settings;
        settings.costEurRate = 0.92;
        DayFigures day;
        day.calls = 214;
        day.callsSameDayLastWeek = 191;
        day.cost = 17'920'000;
        day.latencyP95Ms = 2940;
        day.latencySamples = 900;
        day.finished = 208;
        day.complete = 205;
        QCOMPARE(plain(kpitexts::callsToday(day, Formats()).note), QStringLiteral("+12% vs last week"));
        QCOMPARE(plain(kpitexts::costToday(day, settings, Formats()).value), QStringLiteral("$17.92"));
        QCOMPARE(plain(kpitexts::costToday(day, settings, Formats()).note), QStringLiteral("≈ €16.49"));
        const KpiText latency = kpitexts::responseTime(day, settings, Formats());
        QCOMPARE(plain(latency.value), QStringLiteral("2.94 s"));
        QCOMPARE(plain(latency.spoken), QStringLiteral("Response time p95: 2.94 s, below the limit"));
        const KpiText complete = kpitexts::complete(day, Formats());
        QCOMPARE(plain(complete.value), QStringLiteral("98.6%"));
        QCOMPARE(complete.note, QStringLiteral("3 calls open"));
        QCOMPARE(complete.tone, KpiNoteTone::Warn);
        QVERIFY(complete.isPressable);
        day.finished = 9'000;
        day.complete = 4'000;
        QCOMPARE(kpitexts::complete(day, Formats()).note, QStringLiteral("5,000 calls open"));
        day.complete = day.finished;
        QVERIFY(!kpitexts::complete(day, Formats()).isPressable);
        day.latencyP95Ms = 5100;
        QCOMPARE(kpitexts::responseTime(day, settings, Formats()).tone, KpiNoteTone::Danger);
        QCOMPARE(kpitexts::running(RunningCounts{6, 1}).note, QStringLiteral("plus 1 ringing"));
        QCOMPARE(kpitexts::running({}).value, Formats::unknown());
    }

    void german()
    {
        speak("de");
        if (!hasGerman())
            QSKIP("the German catalogue does not hold these texts yet");
        ListenerHealth health;
        health.listening = true;
        health.port = 8787;
        health.lastWebhookMs = Now - 4000;
        health.accepted = 1284;
        health.rejected = 7;
        const StatusText text = statustexts::listener(health, Hearing::Well, Now, Formats());
        QCOMPARE(text.name, QStringLiteral("Empfang"));
        QCOMPARE(plain(text.value), QStringLiteral("Port 8787 · letzter Webhook vor 4 s · 1.284 angenommen"));
        QCOMPARE(text.alarm, QStringLiteral("7 abgewiesen"));
        QCOMPARE(kpitexts::running(RunningCounts{6, 1}).note, QStringLiteral("außerdem 1 klingelt"));
        DayFigures day;
        day.calls = 1;
        day.latencyP95Ms = 2940;
        QCOMPARE(plain(kpitexts::responseTime(day, Settings(), Formats()).note),
                 QStringLiteral("Grenze 5,00 s"));
        const QString stale = statustexts::asOf(Now, Now + 130'000, true, Formats());
        QVERIFY2(stale.startsWith(QLatin1String("Stand ")), qPrintable(stale));
        QVERIFY2(stale.endsWith(QLatin1String("seit 2 Minuten ohne Aktualisierung")), qPrintable(stale));
    }

    void aGapIsNamedByItsSpan()
    {
        ApiHealth health;
        QVERIFY(statustexts::gap(health, Now, Formats()).isEmpty());
        const QDateTime noon(QDate(2026, 10, 21), QTime(12, 3, 40));
        health.gapFromMs = noon.toMSecsSinceEpoch();
        health.gapToMs = noon.addSecs(38 * 60).toMSecsSinceEpoch();
        QCOMPARE(statustexts::gap(health, noon.addSecs(3'600).toMSecsSinceEpoch(), Formats()),
                 QStringLiteral("Gap 12:03 to 12:41, being fetched"));
        const QString yesterday = statustexts::gap(health, noon.addDays(1).toMSecsSinceEpoch(), Formats());
        QCOMPARE(yesterday, QStringLiteral("Gap 21 Oct 2026, 12:03 to 12:41, being fetched"));
        health.gapToMs = noon.addDays(1).toMSecsSinceEpoch();
        QCOMPARE(statustexts::gap(health, noon.addDays(1).toMSecsSinceEpoch(), Formats()),
                 QStringLiteral("Gap 21 Oct 2026, 12:03 to 12:03, being fetched"));
        QVERIFY(statustexts::gap(health, noon.addDays(2).toMSecsSinceEpoch(), Formats()).contains(u"22 Oct"));
    }

    void openCallsAreAButton()
    {
        Look look;
        KpiStrip strip(look, Settings());
        strip.resize(1200, 80);
        QSignalSpy pressed(&strip, &KpiStrip::openCallsPressed);
        const auto tiles = strip.findChildren<KpiTile *>();
        QCOMPARE(tiles.size(), 5);
        tiles.at(4)->click(); // nothing is known yet
        QCOMPARE(pressed.count(), 0);
        DayFigures day;
        day.finished = 10;
        day.complete = 7;
        strip.setFigures(day);
        QCOMPARE(tiles.at(4)->focusPolicy(), Qt::StrongFocus);
        tiles.at(4)->click();
        QCOMPARE(pressed.count(), 1);
        day.complete = 10;
        strip.setFigures(day);
        QCOMPARE(tiles.at(4)->focusPolicy(), Qt::NoFocus);
        tiles.at(4)->click();
        QCOMPARE(pressed.count(), 1);
    }

    void tileNeverCutsTheFigure()
    {
        Look look;
        KpiTile tile(look);
        KpiText text;
        text.caption = QStringLiteral("Calls today");
        text.value = QStringLiteral("214");
        text.note = QStringLiteral("+12 % vs last week");
        text.shortNote = QStringLiteral("+12 %");
        text.spoken = QStringLiteral("Calls today: 214");
        tile.setContent(text);
        QVERIFY(tile.minimumSizeHint().width() < tile.sizeHint().width());
        QVERIFY(tile.minimumSizeHint().width() >
                QFontMetrics(Look::font(TextStyle::Kpi)).horizontalAdvance(text.value));
        QCOMPARE(tile.accessibleName(), text.spoken);
    }
};

QTEST_MAIN(TestShellTexts)
#include "test_shelltexts.moc"
