// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults.h"
#include "app/simulator/figures.h"
#include "app/simulator/listcalls.h"
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

CallPlanner planner(double speed = 1.0)
{
    QFile file(QStringLiteral(ANRUFWARTE_SOURCE_DIR "/resources/simulator/conversations.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no conversations");
    return CallPlanner::make(file.readAll(), 11, speed).value();
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
