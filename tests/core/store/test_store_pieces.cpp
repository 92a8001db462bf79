// SPDX-License-Identifier: GPL-3.0-or-later
// The entries of a transcript are kept once, in the body that brought them, and outlive it.
#include "core/store/bodypieces.h"
#include "tests/core/store/storefixture.h"

using namespace anrufwarte;
using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Day = 24LL * 3600 * 1000;
constexpr char TurnsColumn[] = "SELECT typeof(turns) || ' ' || substr(turns, 1, 12) FROM calls";

QByteArray entries(const QByteArray &word)
{
    QByteArray json = "[";
    for (int i = 0; i < 300; ++i)
        json += R"({"role":"agent","content":")" + word + QByteArray::number(i * 7919 % 1000) + R"("},)";
    json.back() = ']';
    return json;
}

DeliveryRecord deliveryOf(const QByteArray &turns, qint64 receivedMs, const QString &callId = u"call_1"_s)
{
    DeliveryRecord record =
        acceptedDelivery(receivedMs, R"({"event":"call_ended","call":{"transcript_object":)" + turns + "}}");
    record.callId = CallId(callId);
    return record;
}

CallChange ended(const QByteArray &turns, qint64 asOfMs = T0)
{
    return ChangeBuilder(u"call_1"_s).ended(asOfMs).with(Field::Turns, FieldValue(turns));
}

FieldValue turnsOf(const StoreFixture &f)
{
    const Result<Call> call = f.reader().call(u"call_1"_s);
    return call ? call->record[Field::Turns] : FieldValue();
}

} // namespace

class TestStorePieces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatStandsWordForWord();
    void columnsAreReadBackOrRefused();
    void entriesAreKeptOnce();
    void entriesThatStandNowhereAreWrittenOut();
    void laterStatementsLeaveThePlaceAlone();
    void newerEntriesMoveThePlace();
    void entriesOutliveTheirBody();
    void entriesOutliveTheirDelivery();
    void aLostBodyIsDamageAndNotSilence();
};

void TestStorePieces::findsWhatStandsWordForWord()
{
    const QByteArray json = entries("hallo");
    const QByteArray body = deliveryOf(json, T0).body;
    QVERIFY(!bodypieces::find(json, {DeliveryId(), body})); // not kept under any number
    const KeptBody kept{DeliveryId(7), body};
    const std::optional<BodyPiece> piece = bodypieces::find(json, kept);
    QVERIFY(piece && piece->delivery == kept.delivery);
    QCOMPARE(body.mid(piece->at, piece->size), json);
    QByteArray other = json;
    other[other.size() - 3] = 'x'; // begins the same
    QVERIFY(!bodypieces::find(other, kept));
    QVERIFY(!bodypieces::find(json + "]", kept));
    QVERIFY(!bodypieces::find(json, {kept.delivery, body.chopped(1000)})); // begins there, ends too early
    QVERIFY(!bodypieces::find("[]", kept));
    // Of a body that is not packed, small pieces are worth it, too; of a packed one they are not.
    const QByteArray small = entries("klein").first(400);
    const QByteArray unpacked = deliveryOf(small, T0).body;
    const QByteArray packed = unpacked.leftJustified(5000);
    QVERIFY(bodypieces::find(small, {DeliveryId(7), unpacked}));
    QVERIFY(!bodypieces::find(small, {DeliveryId(7), packed}));
}

void TestStorePieces::columnsAreReadBackOrRefused()
{
    const BodyPiece piece{DeliveryId(12), 345, 13'021};
    QCOMPARE(bodypieces::toColumn(piece), uR"({"delivery":12,"at":345,"size":13021})"_s);
    QCOMPARE(bodypieces::fromColumn(bodypieces::toColumn(piece)), piece);
    for (const char16_t *other :
         {u"", u"[]", u"[{}]", u"{", u"{}", uR"({"delivery":12})", uR"({"delivery":12,"at":-1,"size":5})",
          uR"({"delivery":0,"at":1,"size":5})"})
        QVERIFY(!bodypieces::fromColumn(QString::fromUtf16(other)));
}

void TestStorePieces::entriesAreKeptOnce()
{
    const QByteArray json = entries("einmal");
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(ChangeBatch{{ended(json)}, deliveryOf(json, T0)}));
    QCOMPARE(f.ask(TurnsColumn).toString(), uR"(text {"delivery":)"_s);
    QCOMPARE(turnsOf(f), FieldValue(json));
    f.close();
    QVERIFY(f.open()); // read anew, said again: nothing is new
    const Result<BatchOutcome> again = f.write(ChangeBatch{{ended(json)}, deliveryOf(json, T0)});
    QVERIFY(again && again->callsChanged == 0);
    QCOMPARE(turnsOf(f), FieldValue(json));
}

void TestStorePieces::entriesThatStandNowhereAreWrittenOut()
{
    const QByteArray json = entries("anders");
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(ChangeBatch{{ended(json)}, deliveryOf("[ 1 ]", T0)}));
    QVERIFY(f.ask("SELECT typeof(turns) FROM calls").toString() == u"blob");
    QCOMPARE(turnsOf(f), FieldValue(json));
}

void TestStorePieces::laterStatementsLeaveThePlaceAlone()
{
    const QByteArray json = entries("fest");
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(ChangeBatch{{ended(json)}, deliveryOf(json, T0)}));
    const QVariant before = f.ask("SELECT turns FROM calls");
    for (const bool isReopened : {false, true}) {
        if (isReopened) {
            f.close();
            QVERIFY(f.open());
        }
        QVERIFY(f.write(CallChange(ChangeBuilder(u"call_1"_s)
                                       .analysed(T0 + (isReopened ? 2 : 1))
                                       .with(Field::DurationMs, isReopened ? 2000 : 1000))));
        QCOMPARE(f.ask("SELECT turns FROM calls"), before);
        QCOMPARE(turnsOf(f), FieldValue(json));
    }
}

void TestStorePieces::newerEntriesMoveThePlace()
{
    const QByteArray first = entries("erst");
    const QByteArray second = entries("dann");
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(ChangeBatch{{ended(first)}, deliveryOf(first, T0)}));
    QVERIFY(f.write(ChangeBatch{{ended(second, T0 + 5)}, deliveryOf(second, T0 + 5)}));
    QCOMPARE(f.ask("SELECT turns ->> 'delivery' FROM calls").toInt(), 2);
    QCOMPARE(turnsOf(f), FieldValue(second));
    QVERIFY(f.write(ChangeBatch{{ended(first, T0 + 2)}, deliveryOf(first, T0 + 6)})); // late, and less
    QCOMPARE(turnsOf(f), FieldValue(second));
}

void TestStorePieces::entriesOutliveTheirBody()
{
    const QByteArray json = entries("bleibt");
    StoreFixture f;
    f.options.rawDays = 30;
    QVERIFY(f.open());
    QVERIFY(f.write(ChangeBatch{{ended(json)}, deliveryOf(json, T0 - 31 * Day)}));
    f.close();
    QVERIFY(f.open());
    QTRY_COMPARE(f.ask("SELECT count(*) FROM delivery_bodies").toInt(), 0);
    QCOMPARE(f.ask("SELECT typeof(turns) FROM calls").toString(), u"blob"_s);
    QCOMPARE(turnsOf(f), FieldValue(json));
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_1"_s).analysed(T0 + 1).with(Field::DurationMs, 9))));
    QCOMPARE(turnsOf(f), FieldValue(json));
}

void TestStorePieces::entriesOutliveTheirDelivery()
{
    const QByteArray json = entries("auch");
    StoreFixture f;
    f.options.rawDays = 0;
    QVERIFY(f.open());
    const CallChange running = ChangeBuilder(u"call_1"_s).started(T0).with(Field::Turns, FieldValue(json));
    QVERIFY(f.write(ChangeBatch{{running}, deliveryOf(json, T0 - 100 * Day)}));
    f.close();
    f.options.retentionDays = 90; // takes the delivery; a call that runs stays
    QVERIFY(f.open());
    QTRY_COMPARE(f.ask("SELECT count(*) FROM deliveries").toInt(), 0);
    QCOMPARE(f.ask("SELECT count(*) FROM delivery_bodies").toInt(), 0);
    QCOMPARE(turnsOf(f), FieldValue(json));
}

void TestStorePieces::aLostBodyIsDamageAndNotSilence()
{
    const QByteArray json = entries("weg");
    StoreFixture f;
    QVERIFY(f.open());
    QVERIFY(f.write(ChangeBatch{{ended(json)}, deliveryOf(json, T0)}));
    QVERIFY(f.other()->run(u"DELETE FROM delivery_bodies"_s));
    const Result<Call> call = f.reader().call(u"call_1"_s);
    QVERIFY(!call && call.error().code == ErrorCode::StoreCorrupt);
    QCOMPARE(f.reader().rows({})->size(), 1); // lists need nothing of it
}

QTEST_GUILESS_MAIN(TestStorePieces)
#include "test_store_pieces.moc"
