// SPDX-License-Identifier: GPL-3.0-or-later
#include "listenerfixture.h"
#include "tests/support/testdata.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <limits>

using namespace anrufwarte;
using test::ListenerFixture;
using test::RawClient;

namespace {

struct Entry
{
    QString id;
    QString expect; ///< "reject", "incomplete", "any"
    QString why;
    QByteArray bytes;
};

QList<Entry> entriesOf(const QDir &folder, const QString &file, const char *member)
{
    QFile corpus(folder.filePath(file));
    if (!corpus.open(QIODevice::ReadOnly))
        return {};
    QList<Entry> entries;
    while (!corpus.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(corpus.readLine()).object();
        entries.append({line[QLatin1String("id")].toString(), line[QLatin1String("expect")].toString(),
                        line[QLatin1String("why")].toString(),
                        QByteArray::fromBase64(line[QLatin1String(member)].toString().toLatin1())});
    }
    return entries;
}

/// How many requests of an entry may be taken although the corpus says it is malformed.
int allowedOf(const Entry &entry)
{
    if (entry.expect == QStringLiteral("any"))
        return std::numeric_limits<int>::max();
    // llhttp: malformed because bytes follow "Connection: close"; here they are never read.
    if (entry.why.contains(QStringLiteral("Data after `Connection: close`")))
        return 1;
    // gunicorn: one line over its own default of 4094 or 8190 bytes, which is within the contract's limits;
    // and a request that is complete, with its 14 bytes.
    static const QStringList fine{
        QStringLiteral("gunicorn/invalid/006"), QStringLiteral("gunicorn/invalid/007"),
        QStringLiteral("gunicorn/invalid/008"), QStringLiteral("gunicorn/valid/001")};
    return fine.contains(entry.id) ? 1 : 0;
}

int taken(const QByteArrayList &answers)
{
    return static_cast<int>(answers.count("204"));
}

} // namespace

/// Requests that broke other servers, one connection each, through the real listener. The corpora are not
/// part of the project; they lie beside it.
class TestHttpCorpora : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingMalformedIsTaken_data();
    void nothingMalformedIsTaken();
    void noGadgetSmugglesARequest_data();
    void noGadgetSmugglesARequest();

private:
    /// All answers to these bytes and the end behind them.
    [[nodiscard]] static QByteArrayList answersTo(const QByteArray &bytes, const ListenerFixture &fixture);

    QDir m_folder;
};

void TestHttpCorpora::initTestCase()
{
    const auto folder = test::besideCheckout(QStringLiteral("corpora/http"));
    if (!folder)
        QSKIP("The corpora of malformed requests are not beside this checkout.");
    m_folder = *folder;
}

QByteArrayList TestHttpCorpora::answersTo(const QByteArray &bytes, const ListenerFixture &fixture)
{
    RawClient client(fixture.endpoint);
    QSignalSpy gone(&client.socket, &QTcpSocket::disconnected);
    client.send(bytes);
    client.socket.flush();
    ::shutdown(static_cast<int>(client.socket.socketDescriptor()), SHUT_WR);
    if (!client.isGone() && !gone.wait(5000))
        return {"not closed"};
    return client.answers();
}

void TestHttpCorpora::nothingMalformedIsTaken_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"beast-seeds", "gunicorn", "h2o-fuzz", "http-garden", "llhttp"})
        QTest::newRow(file) << QString::fromLatin1(file) + QStringLiteral(".jsonl");
}

void TestHttpCorpora::nothingMalformedIsTaken()
{
    QFETCH(QString, file);
    const QList<Entry> entries = entriesOf(m_folder, file, "b64");
    QVERIFY(!entries.isEmpty());
    QMap<QByteArray, int> summary;
    QStringList wrong;
    for (const Entry &entry : entries) {
        ListenerFixture fixture;
        fixture.handler.methods = {"GET",    "HEAD",    "POST",  "PUT",    "PATCH",
                                   "DELETE", "OPTIONS", "TRACE", "CONNECT"};
        const QByteArrayList answers = answersTo(entry.bytes, fixture);
        if (taken(answers) > allowedOf(entry))
            wrong.append(entry.id);
        if (answers.contains("not settled") || answers.contains("not quiet") ||
            answers.contains("not closed"))
            wrong.append(entry.id + QStringLiteral(": ") + QString::fromLatin1(answers.join()));
        // After a refusal nothing more may be answered.
        for (qsizetype i = 0; i + 1 < answers.size(); ++i) {
            if (answers[i] != "204" && answers[i] != "100" && !answers[i].startsWith("405"))
                wrong.append(entry.id + QStringLiteral(": answered after a refusal"));
        }
        ++summary[answers.isEmpty() ? QByteArray("no answer") : answers.first()];
    }
    for (auto it = summary.cbegin(); it != summary.cend(); ++it)
        qInfo("%s: %d x %s", qPrintable(file), it.value(), it.key().constData());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestHttpCorpora::noGadgetSmugglesARequest_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    // A reader who believes the gadget sees an end after "0"; one who does not reads on by length.
    const QByteArray start = "POST /in HTTP/1.1\r\nHost: a\r\n";
    const QByteArray body = "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
    const QByteArray length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    QTest::newRow("length-before") << QByteArray(start + length) << QByteArray("\r\n\r\n" + body);
    QTest::newRow("length-after") << start << QByteArray("\r\n" + length + "\r\n" + body);
}

void TestHttpCorpora::noGadgetSmugglesARequest()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QList<Entry> gadgets = entriesOf(m_folder, QStringLiteral("smuggler-gadgets.jsonl"), "gadget_b64");
    QVERIFY(!gadgets.isEmpty());
    ListenerFixture fixture;
    QStringList wrong;
    int read = 0;
    for (const Entry &gadget : gadgets) {
        const QByteArrayList answers = answersTo(before + gadget.bytes + after, fixture);
        read += taken(answers);
        if (answers.size() != 1 || fixture.handler.targets().contains("/smuggled"))
            wrong.append(gadget.id);
        fixture.handler.requests.clear();
    }
    qInfo("%lld gadgets: %d harmless by length, the others refused", static_cast<long long>(gadgets.size()),
          read);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestHttpCorpora)
#include "test_http_corpora.moc"
