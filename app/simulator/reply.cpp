// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/reply.h"

#include "core/http/wire.h"

#include <QJsonDocument>

namespace anrufwarte::simulator {

Reply jsonReply(int status, const QJsonObject &object)
{
    Reply reply;
    reply.status = status;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

Reply errorReply(int status, const QString &message)
{
    return jsonReply(
        status, {{QStringLiteral("status"), QStringLiteral("error")}, {QStringLiteral("message"), message}});
}

Reply htmlReply(int status, const QByteArray &text)
{
    Reply reply;
    reply.status = status;
    reply.type = "text/html; charset=utf-8";
    reply.body = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Error</title></head><body><pre>" + text +
                 "</pre></body></html>\n";
    return reply;
}

QByteArray headOf(const Reply &reply, qint64 length, qint64 nowMs)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) +
                      (reply.status < 400 ? " OK" : " Error") + "\r\nDate: " + http::httpDate(nowMs) +
                      "\r\nContent-Type: " + reply.type + "\r\n";
    for (const auto &[name, value] : reply.fields)
        head += name + ": " + value + "\r\n";
    head += length < 0 ? QByteArray("Transfer-Encoding: chunked")
                       : "Content-Length: " + QByteArray::number(length);
    return head + "\r\n\r\n";
}

WireAnswer whole(const Reply &reply, qint64 nowMs)
{
    return {headOf(reply, reply.body.size(), nowMs) + reply.body, WireAnswer::Then::KeepOpen};
}

} // namespace anrufwarte::simulator
