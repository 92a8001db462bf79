// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/limits.h"
#include "core/http/message.h"

#include <memory>

namespace anrufwarte::http {

/// Why a request is not taken. `reason` and `text` are fixed texts: nothing of the request is in them.
struct Refusal
{
    int status = 400;
    QByteArrayView reason = "bad_request";
    QByteArrayView text = "The request is not well-formed HTTP/1.1.";
};

/// Bytes in, requests out: Boost.Beast's parser with our own, stricter rules around it. Pure: no socket, no
/// clock. The same bytes give the same result however they are cut into pieces.
class RequestParser
{
public:
    enum class Step
    {
        NeedMore,
        Complete,
        Refused
    };
    struct Progress
    {
        Step step = Step::NeedMore;
        qsizetype consumed = 0; ///< the rest must be offered again, with more behind it
    };

    /// `limits` must outlive the parser.
    explicit RequestParser(const Limits &limits);
    explicit RequestParser(const Limits &&) = delete;
    ~RequestParser();
    RequestParser(RequestParser &&) = delete;

    /// `bytes` is not empty. After Complete: takeRequest(). After Refused: nothing more.
    [[nodiscard]] Progress feed(QByteArrayView bytes);

    /// Once after Complete; the parser is then ready for the next request. Peer and time are the caller's to
    /// fill in.
    [[nodiscard]] Request takeRequest();

    [[nodiscard]] Refusal refusal() const;
    [[nodiscard]] bool isHeaderComplete() const;
    /// The client waits for "100 Continue" before it sends the body.
    [[nodiscard]] bool expectsContinue() const;

    /// Of the request whose header is complete; until takeRequest().
    [[nodiscard]] bool keepsAlive() const;
    [[nodiscard]] bool isHttp10() const;

private:
    class Reader;

    /// Finds the end of the header and checks its lines; 0 while it is not all there (or m_refusal says why
    /// not).
    [[nodiscard]] qsizetype scanHead(QByteArrayView bytes);
    [[nodiscard]] bool checkLine(QByteArrayView line);
    [[nodiscard]] Progress feedBody(QByteArrayView bytes, qsizetype consumed);
    void reset();

    const Limits &m_limits;
    std::unique_ptr<Reader> m_reader;
    std::optional<Refusal> m_refusal;
    qsizetype m_lineStart = 0;
    qsizetype m_searched = 0;
    int m_lines = 0;
    bool m_skippedEmptyLine = false;
};

} // namespace anrufwarte::http
