// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults.h"
#include "app/simulator/figures.h"
#include "app/simulator/listcalls.h"
#include "app/simulator/spoiled.h"
#include "app/simulator/webhooksender.h"
#include "app/simulator/world.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <cmath>

using namespace anrufwarte;
using namespace anrufwarte::simulator;

namespace {

constexpr qint64 Now = 1'790'000'000'000;

CallPlanner planner(double speed = 1.0, const LackShares &lacks = {})
{
    QFile file(QStringLiteral(ANRUFWARTE_SOURCE_DIR "/resources/simulator/conversations.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no conversations");
    return CallPlanner::make(file.readAll(), 11, speed, lacks).value();
}

PlannedCall connectedCall()
{
    CallPlanner source = planner();
    for (;;) {
        const PlannedCall call = source.plan(Now);
        if (call.connects && !call.e2e.isEmpty())
            return call;
    }
}

QJsonObject page(const World &world, const QJsonObject &request)
{
    return std::get<QJsonObject>(listCalls(world.calls(), request, Now));
}

} // namespace

class TestSimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSameCalls()
    {
        CallPlanner one = planner();
        CallPlanner two = planner();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(bodyAt(one.plan(Now), Now + 3'600'000), bodyAt(two.plan(Now), Now + 3'600'000));
    }

    void aRunningCallHasZerosAndNoEnd()
    {
        const PlannedCall call = connectedCall();
        const QJsonObject body = bodyAt(call, call.startMs + 1);
        QCOMPARE(body.value(QStringLiteral("call_status")).toString(), QStringLiteral("ongoing"));
        QCOMPARE(body.value(QStringLiteral("call_cost"))
                     .toObject()
                     .value(QStringLiteral("combined_cost"))
                     .toInt(-1),
                 0);
        QVERIFY(!body.contains(QStringLiteral("end_timestamp")));
        QVERIFY(body.value(QStringLiteral("latency")).toObject().isEmpty());
    }

    void theTranscriptGrowsWithTheCall()
    {
        const PlannedCall call = connectedCall();
        qsizetype before = 0;
        for (const PlannedTurn &turn : call.turns) {
            const QJsonObject body = bodyAt(call, call.startMs + turn.atMs);
            const qsizetype now = body.value(QStringLiteral("transcript_with_tool_calls")).toArray().size();
            QVERIFY(now > before);
            before = now;
        }
        QCOMPARE(before, call.turns.size());
    }

    void costsAddUp()
    {
        for (const qint64 durationMs : {1LL, 999LL, 1000LL, 36'541LL, 3'600'000LL}) {
            const QJsonObject cost = costObject(durationMs);
            double sum = 0.0;
            for (const QJsonValue &part : cost.value(QStringLiteral("product_costs")).toArray())
                sum += part.toObject().value(QStringLiteral("cost")).toDouble();
            QVERIFY(std::abs(sum - cost.value(QStringLiteral("combined_cost")).toDouble()) < 1e-6);
            QCOMPARE(cost.value(QStringLiteral("total_duration_seconds")).toInt(),
                     static_cast<int>((durationMs + 999) / 1000));
        }
    }

    void eventsComeInOrderAndOnce()
    {
        World world(planner(20.0), {3, 0.0, true, 1000}, 5);
        QHash<QString, QStringList> told;
        for (qint64 at = Now; at < Now + 120'000; at += 100) {
            for (const DueEvent &event : world.advance(at)) {
                if (event.event != u"transcript_updated")
                    told[event.callId].append(event.event);
            }
        }
        QVERIFY(told.size() > 20);
        const QStringList connected{QStringLiteral("call_started"), QStringLiteral("call_ended"),
                                    QStringLiteral("call_analyzed")};
        int complete = 0;
        for (auto it = told.cbegin(); it != told.cend(); ++it) {
            const PlannedCall *call = world.find(it.key());
            QVERIFY(call);
            const QStringList expected = call->connects ? connected : connected.mid(1);
            QCOMPARE(*it, expected.mid(0, it->size()));
            complete += *it == expected ? 1 : 0;
        }
        QVERIFY(complete > 15);
    }

    void pagesCoverEveryCallOnce_data()
    {
        QTest::addColumn<int>("limit");
        for (const int limit : {1, 7, 50, 1000})
            QTest::newRow(qPrintable(QString::number(limit))) << limit;
    }

    void pagesCoverEveryCallOnce()
    {
        QFETCH(int, limit);
        World world(planner(), {}, 5);
        world.addHistory(120, 86'400'000, Now);
        QSet<QString> seen;
        QJsonObject request{{QStringLiteral("limit"), limit}};
        for (;;) {
            const QJsonObject answer = page(world, request);
            for (const QJsonValue &item : answer.value(QStringLiteral("items")).toArray()) {
                const QString id = item.toObject().value(QStringLiteral("call_id")).toString();
                QVERIFY(!seen.contains(id));
                seen.insert(id);
                QVERIFY(!item.toObject().contains(QStringLiteral("transcript")));
            }
            if (!answer.value(QStringLiteral("has_more")).toBool())
                break;
            request.insert(QStringLiteral("pagination_key"), answer.value(QStringLiteral("pagination_key")));
        }
        QCOMPARE(seen.size(), 120);
    }

    void pagesStayGoodWhileCallsComeAndEnd()
    {
        World world(planner(20.0), {40, 3'000.0, false, 1000}, 5);
        qint64 now = Now;
        const auto move = [&world, &now](int ms) {
            for (const qint64 end = now + ms; now < end; now += 100)
                (void)world.advance(now);
        };
        move(5'000);
        const QJsonObject running{{QStringLiteral("op"), QStringLiteral("in")},
                                  {QStringLiteral("value"), QJsonArray{QStringLiteral("ongoing")}}};
        QJsonObject request{
            {QStringLiteral("limit"), 5},
            {QStringLiteral("filter_criteria"), QJsonObject{{QStringLiteral("call_status"), running}}}};
        const auto ongoing = [&world](qint64 at) {
            QSet<QString> ids;
            for (const PlannedCall &call : world.calls()) {
                if (statusAt(call, at) == u"ongoing")
                    ids.insert(call.id);
            }
            return ids;
        };
        QSet<QString> throughout = ongoing(now);
        QVERIFY(throughout.size() > 15);
        QSet<QString> seen;
        for (;;) {
            const QJsonObject answer = std::get<QJsonObject>(listCalls(world.calls(), request, now));
            for (const QJsonValue &item : answer.value(QStringLiteral("items")).toArray()) {
                const QString id = item.toObject().value(QStringLiteral("call_id")).toString();
                QVERIFY(!seen.contains(id));
                seen.insert(id);
            }
            if (!answer.value(QStringLiteral("has_more")).toBool())
                break;
            request.insert(QStringLiteral("pagination_key"), answer.value(QStringLiteral("pagination_key")));
            move(300);
            throughout.intersect(ongoing(now));
        }
        QVERIFY(!throughout.isEmpty());
        QVERIFY(seen.contains(throughout));
    }

    void aCallWithoutAStartIsFoundByItsEnd()
    {
        World world(planner(), {}, 5);
        world.addHistory(300, 86'400'000, Now);
        const auto ids = [&world](const char *key) {
            const QJsonObject day{{QStringLiteral("op"), QStringLiteral("bt")},
                                  {QStringLiteral("value"), QJsonArray{Now - 2 * 86'400'000, Now}}};
            const QJsonObject answer =
                page(world, {{QStringLiteral("limit"), 1000},
                             {QStringLiteral("sort_order"), QStringLiteral("ascending")},
                             {QStringLiteral("filter_criteria"), QJsonObject{{QLatin1String(key), day}}}});
            QSet<QString> found;
            for (const QJsonValue &item : answer.value(QStringLiteral("items")).toArray())
                found.insert(item.toObject().value(QStringLiteral("call_id")).toString());
            return found;
        };
        const QSet<QString> byStart = ids("start_timestamp");
        const QSet<QString> byEnd = ids("end_timestamp");
        QCOMPARE(byEnd.size(), 300);
        QVERIFY(byStart.size() < 300 && byEnd.contains(byStart));
    }

    void someCallsLackWhatOthersHave()
    {
        CallPlanner source = planner(1.0, {0.1, 0.1});
        CallPlanner plain = planner();
        int basic = 0, scrubbed = 0, silent = 0;
        for (int i = 0; i < 500; ++i) {
            const PlannedCall call = source.plan(Now);
            QCOMPARE(call.id, plain.plan(Now).id);
            const QJsonObject body = finalBody(call);
            const bool isBasic = call.storage == BasicStorage;
            basic += isBasic ? 1 : 0;
            scrubbed += call.connects && body.contains(QStringLiteral("scrubbed_recording_url")) ? 1 : 0;
            silent += call.isSummarised ? 0 : 1;
            QCOMPARE(body.contains(QStringLiteral("transcript")), call.connects && !isBasic);
            QCOMPARE(body.value(QStringLiteral("call_analysis"))
                         .toObject()
                         .contains(QStringLiteral("call_summary")),
                     !isBasic && call.isSummarised);
        }
        QVERIFY(basic > 25 && basic < 80 && scrubbed > 20 && scrubbed < 80 && silent > 25 && silent < 80);
    }

    void filtersAndRefusals()
    {
        World world(planner(), {}, 5);
        world.addHistory(60, 86'400'000, Now);
        const auto filter = [](const char *key, const QJsonObject &value) {
            return QJsonObject{{QStringLiteral("filter_criteria"), QJsonObject{{QLatin1String(key), value}}},
                               {QStringLiteral("include_total"), true}};
        };
        const QJsonObject running{{QStringLiteral("op"), QStringLiteral("in")},
                                  {QStringLiteral("value"), QJsonArray{QStringLiteral("ongoing")}}};
        QCOMPARE(page(world, filter("call_status", running)).value(QStringLiteral("total")).toInt(-1), 0);
        const QJsonObject since{{QStringLiteral("op"), QStringLiteral("ge")},
                                {QStringLiteral("value"), Now - 43'200'000}};
        const int half = page(world, filter("start_timestamp", since)).value(QStringLiteral("total")).toInt();
        QVERIFY(half > 0 && half < 60);
        QVERIFY(
            std::holds_alternative<ListError>(listCalls(world.calls(), filter("no_such_key", running), Now)));
        QVERIFY(std::holds_alternative<ListError>(
            listCalls(world.calls(), {{QStringLiteral("limit"), 1001}}, Now)));
        QVERIFY(std::holds_alternative<ListError>(
            listCalls(world.calls(), {{QStringLiteral("pagination_key"), QStringLiteral("call_1")}}, Now)));
        for (const QJsonObject &wrong :
             {QJsonObject{{QStringLiteral("op"), QStringLiteral("bt")}, {QStringLiteral("value"), Now}},
              QJsonObject{{QStringLiteral("op"), QStringLiteral("after")}, {QStringLiteral("value"), Now}},
              QJsonObject{{QStringLiteral("op"), QStringLiteral("ge")},
                          {QStringLiteral("value"), QStringLiteral("2026-11-22")}}})
            QVERIFY(std::holds_alternative<ListError>(
                listCalls(world.calls(), filter("start_timestamp", wrong), Now)));
    }

    void faultsComeByTheirShares()
    {
        FaultShares shares;
        shares.dropped = 0.25;
        shares.doubled = 0.20;
        FaultDice dice(shares, 3);
        QHash<WebhookFault, int> drawn;
        for (int i = 0; i < 10'000; ++i)
            ++drawn[dice.webhook()];
        QVERIFY(std::abs(drawn[WebhookFault::Dropped] - 2'500) < 200);
        QVERIFY(std::abs(drawn[WebhookFault::Doubled] - 2'000) < 200);
        QCOMPARE(drawn.size(), 3);
    }

    void faultsEndWhenToldTo()
    {
        FaultShares shares;
        shares.dropped = 1.0;
        shares.anyWay = 1.0;
        FaultDice dice(shares, 3);
        QSet<ApiFault> ways;
        for (int i = 0; i < 1'000; ++i)
            ways.insert(dice.api());
        QCOMPARE(ways.size(), allApiFaults().size());
        dice.setOn(false);
        QCOMPARE(dice.api(), ApiFault::None);
        QCOMPARE(dice.webhook(), WebhookFault::None);
        dice.setOn(true);
        QCOMPARE(dice.webhook(), WebhookFault::Dropped);
    }

    void everyFaultHasANameAndAShape()
    {
        Reply good;
        good.body = R"({"call_id":"call_1","agent_name":"Büro"})";
        const QByteArray whole = spoiled({}, good).bytes;
        QVERIFY(whole.contains("\r\nDate: ") && whole.endsWith(good.body));
        for (const QString &name : apiFaultNames()) {
            const ApiFault fault = apiFaultFromName(name);
            QVERIFY(fault != ApiFault::None);
            for (int form = 0; form < 12; ++form) {
                const WireAnswer answer = spoiled({fault, form, Now, 8788, "/v2/get-call/call_1"}, good);
                QVERIFY2(answer.bytes != whole || answer.then != WireAnswer::Then::KeepOpen,
                         qPrintable(name));
            }
        }
        QCOMPARE(apiFaultFromName(QStringLiteral("nothing")), ApiFault::None);
    }

    void signsLikeTheSdk()
    {
        // The fixed vector of the official SDKs' own tests, tests/data/signatures.json "official-sdk-test".
        QCOMPARE(
            signatureHeader("{\"event\":\"call_ended\"}", 1'700'000'000'000,
                            Secret::fromConfigured("test-api-key")),
            QByteArray("v=1700000000000,d=07024cabe7dd8f6d1c6e4a8324ca92c812e6ad4a7ee506c04f7e462e3321823e"));
    }
};

QTEST_GUILESS_MAIN(TestSimulator)
#include "test_simulator.moc"
