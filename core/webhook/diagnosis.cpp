// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/diagnosis.h"

#include <QStringBuilder>

namespace anrufwarte {

namespace {

using namespace checktext;

/// A short key shows nothing of itself, only its place in the list.
QString nameOf(const Secret &key, qsizetype index)
{
    const QString shown = key.lastFour();
    return shown.isEmpty() ? QStringLiteral("key ") % QString::number(index + 1) : keyName(shown);
}

QString namesOf(const QList<Secret> &keys)
{
    QStringList names;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (!keys[i].isEmpty())
            names.append(nameOf(keys[i], i));
    }
    return names.isEmpty() ? QStringLiteral("a configured key") : bounded(names.join(QStringLiteral(" or ")));
}

/// Fills in how far a request came.
class CheckList
{
public:
    explicit CheckList(const EndpointConfig &config)
        : m_keys(config.keys), m_checks(openChecks(checkTermsOf(config)))
    {
    }

    void pass(CheckKind kind, const QString &received) { set(kind, CheckOutcome::Passed, received); }
    void fail(CheckKind kind, const QString &received) { set(kind, CheckOutcome::Failed, received); }

    /// Fills Header, Format, TimeWindow and Signature as far as verify() came.
    void take(const SignatureVerdict &verdict, const QList<QByteArray> &headerValues)
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
        const QString skew = checktext::skew(*verdict.skewMs, verdict.header->timestampMs);
        if (verdict.fault == SignatureFault::Expired || verdict.fault == SignatureFault::Future)
            return fail(CheckKind::TimeWindow, skew);
        pass(CheckKind::TimeWindow, skew);
        const QString form =
            checktext::form(verdict.header->form == SignatureForm::Retell ? "d" : "signature");
        if (!verdict.keyIndex)
            return fail(CheckKind::Signature, QStringLiteral("no key matches, ") % form);
        pass(CheckKind::Signature,
             nameOf(m_keys.at(*verdict.keyIndex), *verdict.keyIndex) % QStringLiteral(", ") % form);
    }

    [[nodiscard]] const QList<DeliveryCheck> &checks() const { return m_checks; }

private:
    void set(CheckKind kind, CheckOutcome outcome, const QString &received)
    {
        DeliveryCheck &check = m_checks[static_cast<qsizetype>(kind)];
        check.outcome = outcome;
        check.received = bounded(received);
    }

    const QList<Secret> &m_keys;
    QList<DeliveryCheck> m_checks;
};

} // namespace

CheckTerms checkTermsOf(const EndpointConfig &config)
{
    return {config.allowlist.isEmpty() ? QStringLiteral("any address")
                                       : bounded(config.allowlistEntries.join(QStringLiteral(", "))),
            QStringLiteral("±") % seconds(config.toleranceMs) % QStringLiteral(" s"), namesOf(config.keys)};
}

QList<DeliveryCheck> checksOf(const Submission &submission, const Judgement &judgement,
                              const EndpointConfig &config)
{
    CheckList checks(config);
    if (judgement.reason == QLatin1String("sender_not_allowed")) {
        checks.fail(CheckKind::Sender, submission.sender.toString());
        return checks.checks();
    }
    checks.pass(CheckKind::Sender, submission.sender.toString());
    if (judgement.reason == QLatin1String("no_key")) {
        checks.fail(CheckKind::Signature, QStringLiteral("no key is configured"));
        return checks.checks();
    }
    checks.take(judgement.signature, submission.signatureHeaders);
    if (judgement.accepted())
        checks.pass(CheckKind::Body, content(judgement.event, judgement.callId));
    else if (judgement.signature.verified)
        checks.fail(CheckKind::Body, judgement.bodyFault);
    return checks.checks();
}

} // namespace anrufwarte
