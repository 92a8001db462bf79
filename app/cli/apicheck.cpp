// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/apicheck.h"

#include "core/text/errortext.h"

#include <QCoreApplication>
#include <algorithm>

namespace anrufwarte {

namespace {

struct ApiCheckText
{
    Q_DECLARE_TR_FUNCTIONS(ApiCheckText)
};

constexpr int MsPerSecond = 1000;
constexpr int PatienceSeconds = 20; ///< a person waits for this

Finding api(const ApiAnswer<KeyInfo> &answer)
{
    const QString subject = ApiCheckText::tr("API");
    if (const auto *failure = std::get_if<ApiFailure>(&answer)) {
        const QString text = sentence(toError(*failure));
        return {false, subject, failure->detail.isEmpty() ? text : text + u" (" + failure->detail + u')'};
    }
    const auto &info = std::get<KeyInfo>(answer);
    if (info.organisation.isEmpty() && info.keyName.isEmpty())
        return {true, subject, ApiCheckText::tr("Retell accepts the key")};
    return {true, subject,
            ApiCheckText::tr("Retell accepts the key \"%1\" of %2").arg(info.keyName, info.organisation)};
}

/// `skewSeconds`: this clock minus Retell's.
Finding clock(qint64 skewSeconds, int toleranceSeconds)
{
    const QString subject = ApiCheckText::tr("Clock");
    const qint64 distance = qAbs(skewSeconds);
    if (distance * 2 <= toleranceSeconds) {
        return {true, subject,
                ApiCheckText::tr("%1 s away from Retell's; webhooks are valid for %2 s")
                    .arg(QString::number(distance), QString::number(toleranceSeconds))};
    }
    const QString text =
        skewSeconds > 0
            ? ApiCheckText::tr(
                  "This computer's clock is %1 s fast. Retell signatures are valid for %2 s. Set the clock.")
            : ApiCheckText::tr(
                  "This computer's clock is %1 s slow. Retell signatures are valid for %2 s. Set the clock.");
    return {false, subject, text.arg(QString::number(distance), QString::number(toleranceSeconds))};
}

ApiAccess access(const Settings &settings, const Secret &key)
{
    ApiAccess access{QUrl(settings.retellBaseUrl), key, {}};
    access.limits.totalMs = std::min(settings.syncRequestTimeoutSeconds, PatienceSeconds) * MsPerSecond;
    return access;
}

} // namespace

ApiCheck::ApiCheck(const Clock &clock, const Settings &settings, const Secret &key)
    : m_clock(clock),
      m_toleranceSeconds(settings.webhookToleranceSeconds),
      m_network(makeApiNetwork()),
      m_client(*m_network, clock)
{
    m_client.setAccess(access(settings, key));
}

void ApiCheck::run(std::function<void(QList<Finding>)> done)
{
    m_client.keyInfo(
        [this, askedMs = m_clock.nowMs(), done = std::move(done)](const ApiAnswer<KeyInfo> &answer) {
            QList<Finding> findings{api(answer)};
            const auto *info = std::get_if<KeyInfo>(&answer);
            if (info && info->serverMs) {
                // The header counts whole seconds, and was written somewhere between question and answer.
                const qint64 hereMs = (askedMs + m_clock.nowMs()) / 2;
                const qint64 skewMs = hereMs - (*info->serverMs + MsPerSecond / 2);
                findings.append(clock(skewMs / MsPerSecond, m_toleranceSeconds));
            }
            done(findings);
        });
}

} // namespace anrufwarte
