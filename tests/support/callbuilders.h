// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callchange.h"
#include "core/calls/changesink.h"
#include "core/calls/mergecall.h"

#include <QCryptographicHash>

namespace anrufwarte::test {

/// Makes a CallChange by hand: `ChangeBuilder("call_1").ended(at).with(Field::DurationMs,
/// 71000).by(Source::Poll)`.
class ChangeBuilder
{
public:
    explicit ChangeBuilder(const QString &callId) { m_change.callId = CallId(callId); }

    ChangeBuilder &stage(Stage stage, const QString &event, const QString &word, qint64 asOfMs)
    {
        m_change.event = event;
        m_change.reason = event.isEmpty() ? QStringLiteral("answer") : event + QStringLiteral(" webhook");
        const QByteArray seed =
            m_change.callId.value().toUtf8() + event.toUtf8() + QByteArray::number(asOfMs);
        m_change.stamp = {stage, asOfMs, QCryptographicHash::hash(seed, QCryptographicHash::Sha256)};
        return with(Field::CallStatus, word);
    }
    ChangeBuilder &started(qint64 asOfMs)
    {
        return stage(Stage::Ongoing, QStringLiteral("call_started"), QStringLiteral("ongoing"), asOfMs);
    }
    ChangeBuilder &ended(qint64 asOfMs)
    {
        return stage(Stage::Finished, QStringLiteral("call_ended"), QStringLiteral("ended"), asOfMs);
    }
    ChangeBuilder &analysed(qint64 asOfMs)
    {
        return stage(Stage::Analysed, QStringLiteral("call_analyzed"), QStringLiteral("ended"), asOfMs);
    }
    ChangeBuilder &with(Field field, const FieldValue &value)
    {
        const quint8 quality = qualityOf(field, value, m_change.stamp.stage, false);
        m_change.facts.append({field, value, quality});
        return *this;
    }
    ChangeBuilder &with(Field field, const char16_t *text)
    {
        return with(field, FieldValue(QString::fromUtf16(text)));
    }
    ChangeBuilder &with(Field field, const char *json) { return with(field, FieldValue(QByteArray(json))); }
    ChangeBuilder &with(Field field, int number) { return with(field, FieldValue(qint64(number))); }
    ChangeBuilder &by(Source source)
    {
        m_change.source = source;
        return *this;
    }
    ChangeBuilder &because(const QString &reason)
    {
        m_change.reason = reason;
        return *this;
    }
    ChangeBuilder &warning(const QString &member, const QString &found)
    {
        m_change.warnings.append({member, found});
        return *this;
    }

    operator CallChange() const { return m_change; } // NOLINT: that is what it is for
    [[nodiscard]] CallChange change() const { return m_change; }
    [[nodiscard]] ChangeBatch batch() const { return {{m_change}, std::nullopt}; }

private:
    CallChange m_change;
};

/// An accepted webhook with this body.
[[nodiscard]] inline DeliveryRecord acceptedDelivery(qint64 receivedMs, const QByteArray &body = "{}")
{
    DeliveryRecord record;
    record.receivedMs = receivedMs;
    record.sender = QStringLiteral("100.20.5.228");
    record.peer = QStringLiteral("127.0.0.1");
    record.method = QStringLiteral("POST");
    record.path = QStringLiteral("/webhooks/retell");
    record.httpStatus = 204;
    record.accepted = true;
    record.event = QStringLiteral("call_ended");
    record.bytes = body.size();
    record.body = body;
    return record;
}

[[nodiscard]] inline DeliveryRecord rejectedDelivery(qint64 receivedMs, const QByteArray &body = "{}")
{
    DeliveryRecord record = acceptedDelivery(receivedMs, body);
    record.accepted = false;
    record.httpStatus = 401;
    record.reason = QStringLiteral("signature_mismatch");
    record.event.clear();
    record.signatureHeader = "v=1,d=00";
    record.skewMs = -1200;
    record.checks = {{CheckKind::Sender, CheckOutcome::Passed, {}, QStringLiteral("100.20.5.228")},
                     {CheckKind::Signature, CheckOutcome::Failed, QStringLiteral("key …7f3a"),
                      QStringLiteral("no match")}};
    return record;
}

} // namespace anrufwarte::test
