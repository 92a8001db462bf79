// SPDX-License-Identifier: GPL-3.0-or-later
// A store of an earlier program: opened, taken along, nothing lost.
#include "tests/core/store/schemaone.h"

using namespace anrufwarte;
using namespace anrufwarte::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char CostWithGap[] =
    R"({"combined_cost":10,"product_costs":[{"product":"llm","cost":6},{"product":"tts","cost":3.5}]})";

CallFilter everything()
{
    CallFilter filter;
    filter.limit = 0;
    return filter;
}

/// Some calls and deliveries, written by the program of today.
QList<CallRow> fill(StoreFixture &f)
{
    for (int i = 0; i < 250; ++i) { // more than one step of the cost pass
        ChangeBatch batch = ChangeBuilder(QStringLiteral("call_%1").arg(i))
                                .ended(T0 + i)
                                .with(Field::Cost, CostWithGap)
                                .with(Field::Transcript, FieldValue(QString(30'000, u'ä')))
                                .warning(u"latency"_s, u"text"_s)
                                .batch();
        batch.delivery = acceptedDelivery(T0 + i, QByteArray(5000, 'x'));
        if (!f.write(batch))
            return {};
    }
    return f.reader().rows(everything()).value();
}

} // namespace

class TestStoreMigration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void schemaOneIsTakenAlong();
    void readersWaitForTheMigration();
};

void TestStoreMigration::schemaOneIsTakenAlong()
{
    StoreFixture today;
    QVERIFY(today.open());
    const QList<CallRow> rows = fill(today);
    QCOMPARE(rows.size(), 250);
    QCOMPARE(rows.first().costGap, std::optional(0.5));
    const Call call = today.reader().call(u"call_7"_s).value();
    today.close();

    StoreFixture f;
    QVERIFY(writeSchemaOne(today, f));
    QCOMPARE(f.ask("PRAGMA user_version").toInt(), 1);
    QVERIFY(f.open());
    QCOMPARE(f.ask("PRAGMA user_version").toInt(), int(schemaScripts().size()));
    QVERIFY(!f.store->health().replacedBrokenFile);
    // The gap is new: worked out in the background, once.
    QTRY_COMPARE(f.ask("SELECT count(*) FROM cost_gaps WHERE gap = 0.5").toInt(), 250);
    QTRY_VERIFY(f.ask("SELECT value FROM meta WHERE key = 'cost_unit'").isValid());

    CallReader reader = f.reader();
    const QList<CallRow> migrated = reader.rows(everything()).value();
    QCOMPARE(migrated.size(), rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        CallRow expected = rows.at(i);
        expected.revision = migrated.at(i).revision;
        QCOMPARE(migrated.at(i), expected);
    }
    QCOMPARE(reader.call(u"call_7"_s)->record, call.record);
    QCOMPARE(reader.call(u"call_7"_s)->warnings, call.warnings);
    QCOMPARE(reader.history(call.row.id)->size(), 1);
    QCOMPARE(reader.deliveries(false, 0)->size(), 250);
    QCOMPARE(reader.delivery(DeliveryId(7))->body, QByteArray(5000, 'x'));
    QCOMPARE(reader.retries(1000)->size(), 250); // incomplete, and nobody has planned them yet
    QCOMPARE(f.ask("PRAGMA integrity_check").toString(), u"ok"_s);
    constexpr char Schema[] = "SELECT group_concat(sql) FROM (SELECT sql FROM sqlite_schema ORDER BY name)";
    QCOMPARE(f.ask(Schema).toString(), today.ask(Schema).toString());
    QVERIFY(!f.ask(Schema).toString().contains(u"AUTOINCREMENT"));
    QVERIFY(f.write(CallChange(ChangeBuilder(u"call_7"_s).analysed(T0 + 999).with(Field::Summary, u"Neu"))));

    const auto copy = *Database::open(f.options.file + u".before-v2"_s, Database::Access::ReadOnly, 1000);
    QCOMPARE(*schemaVersion(*copy), 1);
    QCOMPARE(copy->ask(u"SELECT count(*) FROM calls"_s).toInt(), 250);
}

void TestStoreMigration::readersWaitForTheMigration()
{
    StoreFixture today;
    QVERIFY(today.open());
    today.close();
    StoreFixture f;
    QVERIFY(writeSchemaOne(today, f));
    CallReader reader = f.reader();
    QCOMPARE(reader.rows({}).error().code, ErrorCode::StoreFailed);
    f.options.keepsHouse = false; // a command beside the program migrates, too
    QVERIFY(f.open());
    QVERIFY(reader.rows({}));
}

QTEST_GUILESS_MAIN(TestStoreMigration)
#include "test_store_migration.moc"
