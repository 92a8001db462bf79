// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/apireply.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>

namespace anrufwarte {

namespace {

bool isWebPage(const ApiReply &reply)
{
    return reply.header("content-type").toLower().contains("text/html") ||
           reply.body.left(64).trimmed().startsWith('<');
}

/// A number of seconds or milliseconds, times `unitMs`.
std::optional<qint64> waitOf(const QByteArray &text, double unitMs)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value) || value < 0)
        return std::nullopt;
    return std::llround(std::min(value * unitMs, double(MaxRetryAfterMs)));
}

ApiFault faultOf(const ApiReply &reply, ApiQuestion question)
{
    constexpr int NetworkAuthenticationRequired = 511;
    switch (reply.status) {
    case 401:
    case 403:
        return ApiFault::KeyRefused;
    case 402:
        return ApiFault::Payment;
    case 429:
        return ApiFault::Throttled;
    case 407: // the proxy's
    case 408:
    case 409:
        return ApiFault::Down;
    case NetworkAuthenticationRequired:
        return ApiFault::NotRetell;
    case 404:
    case 422:
        if (question == ApiQuestion::OneCall)
            return ApiFault::NotFound;
        break;
    default:
        break;
    }
    if (reply.status >= 500 || reply.status < 200)
        return ApiFault::Down;
    return reply.status < 400 || isWebPage(reply) ? ApiFault::NotRetell : ApiFault::BadRequest;
}

} // namespace

QByteArray ApiReply::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->second.trimmed();
}

std::optional<ApiFailure> classify(const ApiReply &reply, ApiQuestion question, qint64 nowMs)
{
    if (reply.status >= 200 && reply.status < 300) {
        if (!isWebPage(reply))
            return std::nullopt;
        return ApiFailure{
            ApiFault::NotRetell, reply.status, {}, QStringLiteral("a web page instead of JSON")};
    }
    const QString detail = QStringLiteral("HTTP %1").arg(reply.status);
    return ApiFailure{faultOf(reply, question), reply.status, parseRetryAfter(reply, nowMs), detail};
}

std::optional<qint64> parseRetryAfter(const ApiReply &reply, qint64 nowMs)
{
    if (const auto wait = waitOf(reply.header("retry-after-ms"), 1))
        return wait;
    const QByteArray text = reply.header("retry-after");
    if (const auto wait = waitOf(text, 1000))
        return wait;
    if (const auto date = parseHttpDate(text))
        return std::clamp<qint64>(*date - nowMs, 0, MaxRetryAfterMs);
    return std::nullopt;
}

std::optional<qint64> parseHttpDate(const QByteArray &text)
{
    if (!text.endsWith(" GMT"))
        return std::nullopt;
    const QString withOffset = QString::fromLatin1(text.chopped(3)) + QStringLiteral("+0000");
    const QDateTime date = QDateTime::fromString(withOffset, Qt::RFC2822Date);
    return date.isValid() ? std::optional(date.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace anrufwarte
