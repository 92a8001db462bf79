// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/message.h"

namespace anrufwarte::http {

namespace {

constexpr int RetryAfterSeconds = 10;

} // namespace

QList<QByteArray> Request::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const auto &[fieldName, value] : headers) {
        if (QByteArrayView(fieldName).compare(name, Qt::CaseInsensitive) == 0)
            found.append(value);
    }
    return found;
}

QByteArrayView Request::path() const
{
    const QByteArrayView whole(target);
    const qsizetype query = whole.indexOf('?');
    return query < 0 ? whole : whole.first(query);
}

Response errorResponse(int status, QByteArrayView reason, QByteArrayView text)
{
    Response response;
    response.status = status;
    response.body.reserve(text.size() + reason.size() + 32);
    response.body.append("{\"error\":\"")
        .append(text)
        .append("\",\"reason\":\"")
        .append(reason)
        .append("\"}");
    if (status == 503)
        response.headers.emplaceBack("Retry-After", QByteArray::number(RetryAfterSeconds));
    if (status == 405)
        response.headers.emplaceBack("Allow", "POST");
    return response;
}

} // namespace anrufwarte::http
