// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/terms.h"
#include "tests/core/text/languages.h"

#include <QTest>

using namespace anrufwarte;
using namespace Qt::StringLiterals;

namespace {
const QStringList DisconnectionReasons =
    u"user_hangup agent_hangup call_transfer voicemail_reached ivr_reached inactivity max_duration_reached "
    u"concurrency_limit_reached no_concurrency_fallback no_valid_payment scam_detected dial_busy dial_failed "
    u"dial_no_answer invalid_destination telephony_provider_permission_denied telephony_provider_unavailable "
    u"sip_routing_error marked_as_spam user_declined error_llm_websocket_open "
    u"error_llm_websocket_lost_connection "
    u"error_llm_websocket_runtime error_llm_websocket_corrupt_payload error_no_audio_received error_asr "
    u"error_retell "
    u"error_unknown error_user_not_joined registered_call_timeout transfer_bridged transfer_cancelled "
    u"manual_stopped "
    u"call_take_over machine_detected error_inbound_webhook error_twilio error_frontend_corrupted_payload"_s
        .split(u' ');

CallRow rowWith(CallState state, const QString &word, bool corrected = false)
{
    CallRow row;
    row.state = state;
    row.callStatus = word;
    row.corrected = corrected;
    return row;
}
} // namespace

class TestTerms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDisconnectionReasonHasWords();
    void status();
    void wordsOfTomorrowStayVerbatim();
    void costProducts_data();
    void costProducts();
    void costItems();
    void everyEnumeratorHasAWord();
    void glossary();
};

void TestTerms::everyDisconnectionReasonHasWords()
{
    QCOMPARE(DisconnectionReasons.size(), 38);
    for (const QString &word : DisconnectionReasons) {
        const QString english = terms::disconnectionReason(word);
        QVERIFY2(!english.isEmpty() && english != word, qPrintable(word));
        const test::German language;
        QVERIFY2(terms::disconnectionReason(word) != english, qPrintable(english));
    }
    QCOMPARE(terms::disconnectionReason(QString()), u"–"_s);
}

void TestTerms::status()
{
    const test::German language;
    QCOMPARE(terms::status(rowWith(CallState::Registered, u"registered"_s)), u"Klingelt"_s);
    QCOMPARE(terms::status(rowWith(CallState::Ongoing, u"ongoing"_s)), u"Läuft"_s);
    QCOMPARE(terms::status(rowWith(CallState::Ongoing, QString())), u"Läuft"_s);
    QCOMPARE(terms::status(rowWith(CallState::Completed, u"ended"_s)), u"Beendet"_s);
    QCOMPARE(terms::status(rowWith(CallState::Completed, u"ended"_s, true)), u"Korrigiert"_s);
    QCOMPARE(terms::status(rowWith(CallState::Failed, u"not_connected"_s, true)), u"Nicht verbunden"_s);
    QCOMPARE(terms::status(rowWith(CallState::Failed, u"error"_s)), u"Fehler"_s);
    QCOMPARE(terms::status(rowWith(CallState::Completed, u"archived"_s)), u"archived"_s);
}

void TestTerms::wordsOfTomorrowStayVerbatim()
{
    const test::German language;
    QCOMPARE(terms::disconnectionReason(u"eaten_by_whale"_s), u"eaten_by_whale"_s);
    QCOMPARE(terms::sentiment(u"Ambivalent"_s), u"Ambivalent"_s);
    QCOMPARE(terms::latencyGroup(u"vision"_s), u"vision"_s);
    QCOMPARE(terms::costProduct(u"quantum_voice"_s), u"quantum_voice"_s);
    Turn turn;
    turn.roleWord = u"moderator"_s;
    QCOMPARE(terms::speaker(turn), u"moderator"_s);
}

void TestTerms::costProducts_data()
{
    QTest::addColumn<QString>("product");
    QTest::addColumn<QString>("german");
    const auto row = [](const QString &product, const QString &german) {
        QTest::newRow(qPrintable(product)) << product << german;
    };
    row(u"elevenlabs_tts"_s, u"Sprachausgabe (ElevenLabs)"_s);
    row(u"cartesia_tts"_s, u"Sprachausgabe (Cartesia)"_s);
    row(u"openai_realtime"_s, u"Sprache zu Sprache (OpenAI Realtime)"_s);
    row(u"gpt_4o_mini"_s, u"Sprachmodell (GPT-4o mini)"_s);
    row(u"gpt_4_1_mini_high_priority"_s, u"Sprachmodell (GPT-4.1 mini high priority)"_s);
    row(u"gemini_2_0_flash"_s, u"Sprachmodell (Gemini 2.0 Flash)"_s);
    row(u"claude_3_5_haiku"_s, u"Sprachmodell (Claude 3.5 Haiku)"_s);
    row(u"llm_token_surcharge"_s, u"Token-Zuschlag"_s);
    row(u"background_voice_cancellation"_s, u"Hintergrundstimmen-Filter"_s);
    row(u"knowledge_base"_s, u"Wissensdatenbank"_s);
    row(u"post_call_analysis"_s, u"Nachanalyse"_s);
    row(u"post_call_analysis_gpt_4o"_s, u"Nachanalyse (GPT-4o)"_s);
    row(u"twilio_telephony"_s, u"Telefonie (Twilio)"_s);
    row(u"twilio_cost"_s, u"Telefonie (Twilio)"_s);
    row(u"retell_llm_cost"_s, u"Sprachmodell (Retell)"_s);
    row(u"retell_cost"_s, u"Retell"_s);
    row(QString(), u"–"_s);
    row(u"_"_s, u"_"_s);
    row(u"_tts"_s, u"Sprachausgabe"_s);
}

void TestTerms::costProducts()
{
    QFETCH(QString, product);
    QFETCH(QString, german);
    const test::German language;
    QCOMPARE(terms::costProduct(product), german);
}

void TestTerms::costItems()
{
    const test::German language;
    CostPart part;
    part.product = u"gpt_4_1_mini"_s;
    QCOMPARE(terms::costItem(part), u"Sprachmodell"_s);
    part.isTransferLeg = true;
    QCOMPARE(terms::costItem(part), u"Weiterleitung"_s);
    part.isRemainder = true;
    QCOMPARE(terms::costItem(part), u"Sonstiges"_s);
}

void TestTerms::everyEnumeratorHasAWord()
{
    const test::German language;
    QSet<QString> parts;
    for (quint8 i = 0; i < PartCount; ++i)
        parts += terms::part(static_cast<Part>(i));
    QCOMPARE(parts.size(), PartCount);

    QSet<QString> sources;
    for (quint8 i = 0; i <= static_cast<quint8>(Source::User); ++i)
        sources += terms::source(static_cast<Source>(i));
    QCOMPARE(sources, (QSet<QString>{u"Webhook"_s, u"Abruf"_s, u"Nachsync"_s, u"Import"_s, u"Benutzer"_s}));

    QSet<QString> states;
    for (quint8 i = 0; i <= static_cast<quint8>(DataState::Never); ++i)
        states += terms::dataState(static_cast<DataState>(i));
    QCOMPARE(states, (QSet<QString>{u"vorhanden"_s, u"ausstehend"_s, u"fehlt"_s, u"entfällt"_s}));

    QSet<QString> speakers;
    for (quint8 i = 0; i < static_cast<quint8>(TurnRole::Other); ++i) {
        Turn turn;
        turn.role = static_cast<TurnRole>(i);
        speakers += terms::speaker(turn);
    }
    QCOMPARE(speakers.size(), qsizetype(TurnRole::Other));
}

void TestTerms::glossary()
{
    const test::German language;
    QCOMPARE(terms::unconfirmed(), u"Unbestätigt"_s);
    QCOMPARE(terms::webCall(), u"Web-Anruf"_s);
    QCOMPARE(terms::direction(Direction::Inbound), u"Eingehend"_s);
    QCOMPARE(terms::direction(Direction::Unknown), u"–"_s);
    QCOMPARE(terms::sentiment(u"Positive"_s), u"positiv"_s);
    QCOMPARE(terms::sentiment(u"Unknown"_s), u"–"_s);
    QCOMPARE(terms::sentiment(QString()), u"–"_s);
    QCOMPARE(terms::disconnectionReason(u"user_hangup"_s), u"Anrufer hat aufgelegt"_s);
    QCOMPARE(terms::latencyGroup(u"e2e"_s), u"E2E"_s);
    QCOMPARE(terms::latencyGroup(u"llm_websocket_network_rtt"_s), u"Sprachmodell-Netz"_s);
}

QTEST_GUILESS_MAIN(TestTerms)
#include "test_terms.moc"
