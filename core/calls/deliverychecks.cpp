// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/deliverychecks.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringBuilder>
#include <cstdlib>

namespace anrufwarte {

namespace checktext {

namespace {

constexpr qsizetype MostShown = 200;

} // namespace

QString bounded(QString text)
{
    if (text.size() <= MostShown)
        return text;
    text.truncate(MostShown - 1);
    return text + QChar(u'…');
}

QString printable(QByteArrayView bytes)
{
    QString out;
    for (const char c : bytes) {
        if (out.size() > MostShown)
            break;
        if (c >= 0x20 && c < 0x7f)
            out += QLatin1Char(c);
        else
            out += QStringLiteral("\\x%1").arg(static_cast<unsigned char>(c), 2, 16, QLatin1Char('0'));
    }
    return bounded(std::move(out));
}

QString seconds(qint64 ms)
{
    return QString::number(static_cast<double>(ms) / 1000.0, 'f', ms % 1000 == 0 ? 0 : 3);
}

QString skew(qint64 skewMs, qint64 timestampMs)
{
    const QString text =
        (skewMs > 0 ? QStringLiteral("+") : QString()) % seconds(skewMs) % QStringLiteral(" s");
    return looksLikeSeconds(timestampMs, timestampMs - skewMs)
               ? text % QStringLiteral("; v is in seconds, not ms")
               : text;
}

QString keyName(const QString &lastFour)
{
    return QStringLiteral("key …") % lastFour;
}

QString form(QByteArrayView member)
{
    return QStringLiteral("form ") % QString::fromLatin1(member).toLower();
}

QString content(const QString &event, const CallId &callId)
{
    return printable(QString(event % u' ' % callId.value()).toUtf8());
}

} // namespace checktext

bool looksLikeSeconds(qint64 timestampMs, qint64 nowMs)
{
    constexpr qint64 Day = 24LL * 60 * 60;
    return std::abs(timestampMs - nowMs / 1000) <= Day;
}

QString toText(const CheckTerms &terms)
{
    const auto quoted = [](const QString &text) { return QString::fromUtf8(quotedJson(text.toUtf8())); };
    return u'[' % quoted(terms.senders) % u',' % quoted(terms.window) % u',' % quoted(terms.keys) % u']';
}

std::optional<CheckTerms> checkTermsFrom(const QString &text)
{
    if (!text.startsWith(QLatin1String("[\"")))
        return std::nullopt;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    if (array.size() != 3)
        return std::nullopt;
    return CheckTerms{array.at(0).toString(), array.at(1).toString(), array.at(2).toString()};
}

QList<DeliveryCheck> openChecks(const CheckTerms &terms)
{
    QList<DeliveryCheck> checks;
    const auto open = [&checks](CheckKind kind, const QString &expected) {
        checks.append({kind, CheckOutcome::NotReached, expected, {}});
    };
    open(CheckKind::Sender, terms.senders);
    open(CheckKind::Header, QStringLiteral("one x-retell-signature"));
    open(CheckKind::Format, QStringLiteral("v=<ms>,d=<64 hex> or v=<ms>,signature=<64 hex>"));
    open(CheckKind::TimeWindow, terms.window);
    open(CheckKind::Signature, terms.keys);
    open(CheckKind::Body, QStringLiteral("JSON object with event and call.call_id"));
    return checks;
}

QList<DeliveryCheck> passedChecks(const DeliveryRecord &record, const CheckTerms &terms)
{
    using namespace checktext;
    const qint64 skewMs = record.skewMs.value_or(0);
    const QByteArrayView header = record.signatureHeader;
    const qsizetype comma = qMax(qsizetype(0), header.indexOf(',') + 1);
    const QByteArrayView member = header.sliced(comma, qMax(comma, header.indexOf('=', comma)) - comma);
    const QString came[] = {bounded(record.sender),
                            QStringLiteral("one"),
                            printable(header),
                            skew(skewMs, record.receivedMs + skewMs),
                            bounded(keyName(record.matchedKey) % QStringLiteral(", ") % form(member)),
                            content(record.event, record.callId)};
    QList<DeliveryCheck> checks = openChecks(terms);
    for (qsizetype i = 0; i < checks.size(); ++i) {
        checks[i].outcome = CheckOutcome::Passed;
        checks[i].received = came[i];
    }
    return checks;
}

} // namespace anrufwarte
