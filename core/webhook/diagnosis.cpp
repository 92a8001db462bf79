// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/diagnosis.h"

#include <QStringBuilder>
#include <cstdlib>

namespace anrufwarte {

namespace {

constexpr qsizetype MostShown = 200;

QString bounded(QString text)
{
    if (text.size() <= MostShown)
        return text;
    text.truncate(MostShown - 1);
    return text + QChar(u'…');
}

/// "key …89ab"; a short key shows nothing of itself, only its place in the list.
QString keyName(const Secret &key, qsizetype index)
{
    const QString shown = key.lastFour();
    return shown.isEmpty() ? QStringLiteral("key ") % QString::number(index + 1)
                           : QStringLiteral("key …") % shown;
}

QString keyNames(const QList<Secret> &keys)
{
    QStringList names;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (!keys[i].isEmpty())
            names.append(keyName(keys[i], i));
    }
    return names.isEmpty() ? QStringLiteral("a configured key") : bounded(names.join(QStringLiteral(" or ")));
}

QString formName(SignatureForm form)
{
    return form == SignatureForm::Retell ? QStringLiteral("d") : QStringLiteral("signature");
}

QString seconds(qint64 ms)
{
    return QString::number(static_cast<double>(ms) / 1000.0, 'f', ms % 1000 == 0 ? 0 : 3);
}

} // namespace

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

bool looksLikeSeconds(qint64 timestampMs, qint64 nowMs)
{
    constexpr qint64 Day = 24LL * 60 * 60;
    return std::abs(timestampMs - nowMs / 1000) <= Day;
}

QString skewText(qint64 skewMs, qint64 timestampMs)
{
    const QString text =
        (skewMs > 0 ? QStringLiteral("+") : QString()) % seconds(skewMs) % QStringLiteral(" s");
    return looksLikeSeconds(timestampMs, timestampMs - skewMs)
               ? text % QStringLiteral("; v is in seconds, not ms")
               : text;
}

CheckList::CheckList(const EndpointConfig &config) : m_keys(config.keys)
{
    const auto open = [this](CheckKind kind, const QString &expected) {
        m_checks.append({kind, CheckOutcome::NotReached, expected, {}});
    };
    open(CheckKind::Sender, config.allowlist.isEmpty()
                                ? QStringLiteral("any address")
                                : bounded(config.allowlistEntries.join(QStringLiteral(", "))));
    open(CheckKind::Header, QStringLiteral("one ") + QLatin1String(SignatureHeaderName));
    open(CheckKind::Format, QStringLiteral("v=<ms>,d=<64 hex> or v=<ms>,signature=<64 hex>"));
    open(CheckKind::TimeWindow, QStringLiteral("±") % seconds(config.toleranceMs) % QStringLiteral(" s"));
    open(CheckKind::Signature, keyNames(config.keys));
    open(CheckKind::Body, QStringLiteral("JSON object with event and call.call_id"));
}

void CheckList::take(const SignatureVerdict &verdict, const QList<QByteArray> &headerValues)
{
    if (headerValues.size() > 1)
        return fail(CheckKind::Header, QString::number(headerValues.size()) % QStringLiteral(" headers"));
    if (verdict.fault == SignatureFault::Missing)
        return fail(CheckKind::Header,
                    headerValues.isEmpty() ? QStringLiteral("none") : QStringLiteral("empty"));
    pass(CheckKind::Header, QStringLiteral("one"));
    if (!verdict.header || !verdict.skewMs)
        return fail(CheckKind::Format, printable(headerValues.first()));
    pass(CheckKind::Format, printable(headerValues.first()));
    const QString skew = skewText(*verdict.skewMs, verdict.header->timestampMs);
    if (verdict.fault == SignatureFault::Expired || verdict.fault == SignatureFault::Future)
        return fail(CheckKind::TimeWindow, skew);
    pass(CheckKind::TimeWindow, skew);
    const QString form = QStringLiteral("form ") % formName(verdict.header->form);
    if (!verdict.keyIndex)
        return fail(CheckKind::Signature, QStringLiteral("no key matches, ") % form);
    pass(CheckKind::Signature,
         keyName(m_keys.at(*verdict.keyIndex), *verdict.keyIndex) % QStringLiteral(", ") % form);
}

void CheckList::set(CheckKind kind, CheckOutcome outcome, const QString &received)
{
    for (DeliveryCheck &check : m_checks) {
        if (check.kind == kind) {
            check.outcome = outcome;
            check.received = bounded(received);
        }
    }
}

} // namespace anrufwarte
