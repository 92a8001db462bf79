// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/handler.h"

#include <QByteArrayList>

namespace anrufwarte::test {

/// Remembers what the listener hands over. Answers at once, later (the test takes the responders), or never.
class RecordingHandler final : public http::Handler
{
public:
    enum class Manner
    {
        AtOnce,
        Later,
        Never
    };

    void handle(http::Request request, http::Responder respond) override
    {
        requests.append(request);
        const bool isAllowed = methods.isEmpty() || methods.contains(request.method);
        if (!isAllowed)
            respond(http::errorResponse(405, "method_not_allowed", "Not here."));
        else if (manner == Manner::AtOnce)
            respond(answer);
        else if (manner == Manner::Later)
            waiting.append(std::move(respond));
    }

    void refused(const QHostAddress &, int status, QByteArrayView reason) override
    {
        refusals.append(QByteArray::number(status) + ' ' + reason.toByteArray());
    }

    [[nodiscard]] QByteArrayList targets() const
    {
        QByteArrayList found;
        for (const http::Request &request : requests)
            found.append(request.target);
        return found;
    }

    Manner manner = Manner::AtOnce;
    http::Response answer;
    QByteArrayList methods; ///< others get 405; empty = all
    QList<http::Request> requests;
    QList<http::Responder> waiting;
    QByteArrayList refusals; ///< "400 bad_request"
};

} // namespace anrufwarte::test
