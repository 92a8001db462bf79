// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/wire.h"

#include <QDateTime>
#include <QLocale>
#include <array>
#include <charconv>

namespace anrufwarte::http {

namespace {

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    default:
        return "Other";
    }
}

void appendNumber(QByteArray &out, qsizetype number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    out.append(QByteArrayView(digits.data(), end));
}

} // namespace

void appendWire(QByteArray &out, const Response &response, const Framing &framing, QByteArrayView date)
{
    const bool mayHaveBody = response.status != 204 && response.status >= 200;
    constexpr qsizetype HeadBytes = 200; // about as many, so that it grows once
    out.reserve(out.size() + HeadBytes + response.body.size());
    out.append("HTTP/1.1 ");
    appendNumber(out, response.status);
    out.append(' ');
    out.append(reasonPhrase(response.status)).append("\r\nDate: ").append(date).append("\r\n");
    if (mayHaveBody) {
        if (!response.body.isEmpty())
            out.append("Content-Type: application/json\r\n");
        out.append("Content-Length: ");
        appendNumber(out, response.body.size());
        out.append("\r\n");
    }
    for (const auto &[name, value] : response.headers)
        out.append(name).append(": ").append(value).append("\r\n");
    if (!framing.keepAlive)
        out.append("Connection: close\r\n");
    else if (framing.http10)
        out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
    if (mayHaveBody && !framing.headOnly)
        out.append(response.body);
}

QByteArray httpDate(qint64 utcMs)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC);
    return QLocale::c().toString(moment, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1() + " GMT";
}

} // namespace anrufwarte::http
