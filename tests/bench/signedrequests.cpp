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

/// As varied as talk is: a few hundred words would pack far better than a real transcript does.
QByteArray talk(qsizetype bytes, QRandomGenerator &random)
{
    QByteArray text;
    text.reserve(bytes + 32);
    bool isAgent = true;
    while (text.size() < bytes) {
        text += isAgent ? "Agent:" : "User:";
        isAgent = !isAgent;
        for (quint32 left = 4 + random.bounded(14U); left > 0; --left) {
            text += ' ';
            text += Words[random.bounded(static_cast<quint32>(Words.size()))];
            if (random.bounded(6U) == 0)
                text += ' ' + QByteArray::number(random.bounded(10'000U));
        }
        text += ".\\n";
    }
    return text;
}

QByteArray body(const RequestPlan &plan, int number, QRandomGenerator &random)
{
    constexpr qsizetype Frame = 420;
    const QByteArray stamp = QByteArray::number(plan.stampMs);
    return "{\"event\":\"call_ended\",\"call\":{\"call_id\":\"call_load_" + stamp + "_" +
           QByteArray::number(number) +
           "\",\"agent_id\":\"agent_1\",\"call_type\":\"phone_call\",\"call_status\":\"ended\","
           "\"start_timestamp\":" +
           QByteArray::number(plan.stampMs - 60'000) +
           ",\"duration_ms\":60000,\"call_cost\":{\"combined_cost\":9.785,\"product_costs\":[]},"
           "\"transcript\":\"" +
           talk(qMax<qsizetype>(0, plan.bytes - Frame), random) + "\"}}";
}

} // namespace

QList<QByteArray> signedRequests(const RequestPlan &plan)
{
    QRandomGenerator random(559);
    const QByteArray stamp = QByteArray::number(plan.stampMs);
    QList<QByteArray> requests;
    requests.reserve(plan.count);
    for (int i = 0; i < plan.count; ++i) {
        const QByteArray text = body(plan, i, random);
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

} // namespace anrufwarte::bench
