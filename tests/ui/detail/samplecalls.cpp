// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/detail/samplecalls.h"

#include "core/base/jsontext.h"
#include "core/calls/mergecall.h"
#include "core/retell/answerdecoder.h"
#include "tests/support/testdata.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace anrufwarte::test {

namespace {

Call callFrom(const JsonText &body, CostUnitChoice unit)
{
    const JsonText wrapped = JsonMembers(body)["call"];
    const JsonText call = wrapped.isObject() ? wrapped : body;
    const Result<CallChange> change = decodeAnswer(call, SampleNowMs, Source::Resync);
    if (!change)
        qFatal("the sample is no call: %s", qPrintable(change.error().detail));
    Call out;
    out.record = mergeCall(CallRecord{change->callId, Stage::Registered, {}}, *change).record;
    out.warnings = change->warnings;
    deriveRow(out.row, out.record, unit);
    out.row.id = LocalCallId(559);
    out.row.lastSource = Source::Resync;
    out.row.firstSeenMs = SampleNowMs - 3'600'000;
    out.row.lastSeenMs = SampleNowMs;
    if (isFinished(out.row.state))
        out.row.finishedSeenMs = SampleNowMs - 3'000'000;
    const QByteArray cost = jsonOf(out.record, Field::Cost);
    if (!cost.isEmpty())
        out.cost = readCost(cost, unit);
    return out;
}

} // namespace

Call callFromJson(const QByteArray &json, CostUnitChoice unit)
{
    const Result<JsonBody> document = JsonBody::parse(json);
    if (!document)
        qFatal("bad JSON in a test: %s", qPrintable(document.error().detail));
    return callFrom(document->root(), unit);
}

Call sampleCall(const QString &file, CostUnitChoice unit)
{
    return callFromJson(data(QStringLiteral("samples/") + file), unit);
}

Call sampleCallWith(const QString &file, const QMap<QByteArray, QByteArray> &members)
{
    const QJsonObject body = QJsonDocument::fromJson(data(QStringLiteral("samples/") + file)).object();
    QJsonObject call = body.contains(QLatin1String("call")) ? body[QLatin1String("call")].toObject() : body;
    for (auto it = members.begin(); it != members.end(); ++it) {
        const QByteArray wrapped = "[" + it.value() + "]";
        call[QString::fromUtf8(it.key())] = QJsonDocument::fromJson(wrapped)[0];
    }
    return callFromJson(QJsonDocument(call).toJson());
}

Call mockUpCall()
{
    return sampleCallWith(
        QStringLiteral("call_analyzed_phone_inbound.json"),
        {{"from_number", R"("+493023125559")"},
         {"agent_name", R"("Terminassistent")"},
         {"agent_version", "12"},
         {"start_timestamp", "1759592556000"},
         {"end_timestamp", "1759592627000"},
         {"duration_ms", "71000"},
         {"latency", R"({"e2e":{"p50":2208.5,"p90":3022,"p95":3381,"p99":3668.2,"num":11},
           "asr":{"p50":148,"p90":236,"p95":271,"p99":318,"num":12},
           "llm":{"p50":1284,"p90":1902,"p95":2208,"p99":2441,"num":11},
           "tts":{"p50":342,"p90":498,"p95":552,"p99":614,"num":13},
           "knowledge_base":{"p50":212,"p90":334,"p95":371,"p99":402,"num":4}})"},
         {"call_cost",
          R"({"combined_cost":9.785,"total_duration_seconds":71,"total_duration_unit_price":0.135,
           "product_costs":[{"product":"elevenlabs_tts","unit_price":0.07,"cost":4.97},
           {"product":"gpt_4_1_mini","unit_price":0.035,"cost":2.485},
           {"product":"twilio_telephony","unit_price":0.025,"cost":1.775},
           {"product":"llm_token_surcharge","unit_price":0.005,"cost":0.355},
           {"product":"post_call_analysis_gpt_4_1_mini","cost":0.2}]})"},
         {"transcript_with_tool_calls", R"([
           {"role":"agent","content":"Hallo! Hier ist der Terminservice des Praxisverbunds Nord. Wie kann ich helfen?","words":[{"word":"Hallo","start":0.2,"end":1}]},
           {"role":"user","content":"Guten Tag, ich hätte gern einen Beratungstermin, am liebsten nächste Woche nachmittags.","words":[{"word":"Guten","start":6,"end":7}]},
           {"role":"tool_call_invocation","tool_call_id":"1","name":"check_availability","arguments":"{\"art\":\"Beratung\",\"von\":\"06.–10.10.\"}","time_sec":14},
           {"role":"tool_call_result","tool_call_id":"1","content":"\"3 freie Termine\"","successful":true},
           {"role":"agent","content":"Gerne. Frei wären Dienstag um 14:15 Uhr, Mittwoch um 15:00 Uhr oder Donnerstag um 16:30 Uhr.","words":[{"word":"Gerne","start":17,"end":18}]},
           {"role":"user","content":"Dann nehme ich Mittwoch um 15 Uhr.","words":[{"word":"Dann","start":29,"end":30}]},
           {"role":"tool_call_invocation","tool_call_id":"2","name":"book_appointment","arguments":"{\"wann\":\"Mi., 08.10.2025, 15:00 Uhr\"}","time_sec":36},
           {"role":"tool_call_result","tool_call_id":"2","content":"{\"fehler\":\"Kalender nicht erreichbar\"}","successful":false},
           {"role":"node_transition","former_node_name":"Termin","new_node_name":"Abschluss","time_sec":40},
           {"role":"agent","content":"Ihr Beratungstermin ist am Mittwoch, 8. Oktober, um 15 Uhr eingetragen. Kann ich sonst noch etwas tun?","words":[{"word":"Ihr","start":41,"end":42}]},
           {"role":"dtmf","digit":"5","time_sec":50},
           {"role":"transfer_target","content":"Stadtwerke, Yıldız, guten Tag.","words":[{"word":"S","start":52,"end":53}]},
           {"role":"user","content":"Nein, das war alles. Danke schön!","words":[{"word":"Nein","start":55,"end":56}]}])"}});
}

QList<TranscriptRow> manyTurns(int count)
{
    QList<Turn> turns;
    for (int i = 0; i < count; ++i) {
        Turn turn;
        turn.role = i % 2 == 0 ? TurnRole::Agent : TurnRole::User;
        turn.roleWord = i % 2 == 0 ? QStringLiteral("agent") : QStringLiteral("user");
        turn.text = QStringLiteral("Beitrag %1: ").arg(i) +
                    QStringLiteral("Ich hätte gern einen Termin. ").repeated(1 + i % 5);
        turn.startSeconds = i * 6.0;
        turns.append(turn);
    }
    return transcriptRows(turns);
}

QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ').replace(QChar(0x202F), u' ');
}

} // namespace anrufwarte::test
