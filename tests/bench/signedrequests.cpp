// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/signedrequests.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <array>

namespace anrufwarte::bench {

namespace {

constexpr std::array Words = {
    "guten",      "Tag",    "Praxis",       "Termin", "Dienstag",    "Vormittag",   "leider",  "vielleicht",
    "bitte",      "Nummer", "Versicherung", "Rezept", "Abholung",    "morgen",      "acht",    "halb",
    "elf",        "danke",  "gerne",        "moment", "Kalender",    "frei",        "Doktor",  "Sprechstunde",
    "Anliegen",   "Name",   "Geburtsdatum", "wieder", "Überweisung", "Befund",      "nächste", "Woche",
    "Freitag",    "möchte", "verschieben",  "passt",  "notiert",     "zurückrufen", "Telefon", "erreichbar",
    "Nachricht",  "sagen",  "Schmerzen",    "seit",   "gestern",     "Abend",       "Quartal", "Karte",
    "mitbringen", "auf",    "hören"};

/// The two forms in which Retell tells what was said.
struct Talk
{
    QByteArray transcript;
    QByteArray entries; ///< transcript_object, with each word's times
};

void say(Talk &talk, bool isAgent, QRandomGenerator &random, double &second)
{
    QByteArray sentence;
    QByteArray words;
    for (quint32 left = 4 + random.bounded(14U); left > 0; --left) {
        const QByteArray word = random.bounded(6U) == 0
                                    ? QByteArray::number(random.bounded(10'000U))
                                    : QByteArray(Words[random.bounded(static_cast<quint32>(Words.size()))]);
        const double end = second + 0.1 + random.bounded(0.5);
        sentence += (sentence.isEmpty() ? "" : " ") + word;
        words += (words.isEmpty() ? "" : ",") + ("{\"word\":\"" + word) +
                 "\",\"start\":" + QByteArray::number(second, 'f', 3) +
                 ",\"end\":" + QByteArray::number(end, 'f', 3) + '}';
        second = end;
    }
    talk.transcript += (isAgent ? "Agent: " : "User: ") + sentence + ".\\n";
    talk.entries += (talk.entries.isEmpty() ? "{\"role\":\"" : ",{\"role\":\"") +
                    QByteArray(isAgent ? "agent" : "user") + "\",\"content\":\"" + sentence +
                    ".\",\"words\":[" + words + "]}";
}

/// As varied as talk is: the same sentence again and again would pack far better than a real call does.
Talk talkOf(qsizetype bytes, QRandomGenerator &random)
{
    Talk talk;
    double second = 0.5;
    for (bool isAgent = true; talk.transcript.size() + talk.entries.size() < bytes; isAgent = !isAgent)
        say(talk, isAgent, random, second);
    return talk;
}

constexpr qint64 CallMs = 60'000;
const QByteArray CallPrefix = "call_load_";
const QByteArray RunningMark = "running_";
const QByteArray AgentPrefix = "Agent ";

/// One ends after the other, about when it is told.
qint64 momentMs(const RequestPlan &plan, int number)
{
    return plan.stampMs + number - plan.first;
}

/// What tells the kinds apart. News carry their number in a value that a person sees.
QByteArray head(const RequestPlan &plan, int number)
{
    const QByteArray id = CallPrefix + plan.series + '_';
    const int running = newsOf(number, plan.running);
    if (running < 0)
        return R"({"event":"call_ended","call":{"call_id":")" + id + QByteArray::number(number) +
               R"(","call_status":"ended","duration_ms":)" + QByteArray::number(CallMs) +
               R"(,"start_timestamp":)" + QByteArray::number(momentMs(plan, number) - CallMs) +
               R"(,"call_cost":{"combined_cost":9.785,"product_costs":[]},)";
    return R"({"event":"transcript_updated","event_timestamp":)" +
           QByteArray::number(momentMs(plan, number)) + R"(,"call":{"call_id":")" + id + RunningMark +
           QByteArray::number(running) + R"(","call_status":"ongoing","agent_name":")" + AgentPrefix +
           QByteArray::number(number) + "\",";
}

QByteArray body(const RequestPlan &plan, int number, QRandomGenerator &random)
{
    constexpr qsizetype Frame = 900; // about one utterance too many, and the members below
    const Talk talk = talkOf(qMax<qsizetype>(0, plan.bytes - Frame), random);
    return head(plan, number) + R"("agent_id":"agent_1","call_type":"phone_call","transcript":")" +
           talk.transcript + R"(","transcript_object":[)" + talk.entries + "]}}";
}

} // namespace

QList<QByteArray> signedRequests(const RequestPlan &plan)
{
    QRandomGenerator random(559);
    const QByteArray stamp = QByteArray::number(plan.stampMs);
    QList<QByteArray> requests;
    requests.reserve(plan.count);
    for (int i = 0; i < plan.count; ++i) {
        const QByteArray text = body(plan, plan.first + i, random);
        const QByteArray digest =
            QMessageAuthenticationCode::hash(text + stamp, plan.key, QCryptographicHash::Sha256).toHex();
        requests.append("POST " + plan.path +
                        " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        "x-retell-signature: v=" +
                        stamp + ",d=" + digest + "\r\nContent-Length: " + QByteArray::number(text.size()) +
                        "\r\n\r\n" + text);
    }
    return requests;
}

Origin originOf(const QString &callId, const QString &agentName)
{
    if (!callId.startsWith(QLatin1String(CallPrefix)))
        return {};
    bool isNumber = false;
    const QStringView last = QStringView(callId).mid(callId.lastIndexOf(u'_') + 1);
    const int own = last.toInt(&isNumber);
    if (!isNumber)
        return {};
    if (!callId.contains(QLatin1String(RunningMark)))
        return {own, -1};
    const int news = QStringView(agentName).mid(AgentPrefix.size()).toInt(&isNumber);
    return isNumber ? Origin{news, own} : Origin{};
}

} // namespace anrufwarte::bench
