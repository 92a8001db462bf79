// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/parser.h"

#include "core/http/fieldrules.h"

#include <algorithm>
#include <cstring>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#include <boost/beast/http/basic_parser.hpp>
#pragma GCC diagnostic pop

namespace anrufwarte::http {

namespace {

namespace beast = boost::beast;
using beast::error_code;
using BeastField = beast::http::field;

constexpr Refusal BadRequest;
constexpr Refusal HeaderTooLarge{431, "header_too_large", "The request header is too large."};
constexpr Refusal TargetTooLong{414, "target_too_long", "The request target is too long."};
constexpr Refusal BodyTooLarge{413, "body_too_large", "The request body is too large."};
constexpr Refusal EncodedBody{415, "encoding", "Content-Encoding is not supported; send the body as it is."};

/// The shortest rest of a chunked message: "0", CRLF, CRLF.
constexpr qsizetype LastChunkBytes = 5;

QByteArrayView bytesOf(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

/// Beast reads the grammar; what it tolerates and we do not is refused here: lists and repetitions of
/// Content-Length, transfer codings, a missing or second Host, chunk extensions, names a trailer must not
/// have.
class RequestParser::Reader final : public beast::http::basic_parser<true>
{
public:
    explicit Reader(const Limits &limits) : m_limits(limits)
    {
        header_limit(static_cast<std::uint32_t>(limits.headerBytes));
        body_limit(boost::none); // ours, below: it also knows what has arrived
    }

    Request request;
    std::optional<Refusal> refusal;
    bool http10 = false;
    bool wantsContinue = false;
    bool grewBody = false; ///< the last put() brought body bytes

private:
    void refuse(error_code &ec, const Refusal &why)
    {
        refusal = why;
        ec = beast::http::error::bad_value;
    }

    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                         error_code &ec) override
    {
        http10 = version == 10;
        if (bytesOf(target).size() > m_limits.targetBytes)
            return refuse(ec, TargetTooLong);
        if (!isRequestTarget(bytesOf(method), bytesOf(target)))
            return refuse(ec, BadRequest);
        request.method = bytesOf(method).toByteArray();
        request.target = bytesOf(target).toByteArray();
        request.headers.reserve(16);
    }

    void on_field_impl(BeastField field, beast::string_view name, beast::string_view value,
                       error_code &ec) override
    {
        if (m_headerSeen) { // a trailer: nothing in it is used, but it must not pretend to frame or route
            if (++m_fields > m_limits.fields || isFramingField(field))
                refuse(ec, BadRequest);
            return;
        }
        ++m_fields;
        if (isFramingField(field) && !noteFramingField(field, bytesOf(value)))
            return refuse(ec, BadRequest);
        request.headers.emplaceBack(bytesOf(name).toByteArray(), bytesOf(value).toByteArray());
    }

    static bool isFramingField(BeastField field)
    {
        switch (field) {
        case BeastField::host:
        case BeastField::content_length:
        case BeastField::transfer_encoding:
        case BeastField::content_encoding:
        case BeastField::content_type:
        case BeastField::expect:
            return true;
        default:
            return false;
        }
    }

    bool noteFramingField(BeastField field, QByteArrayView value)
    {
        switch (field) {
        case BeastField::host:
            return ++m_hosts == 1 && isHostValue(value);
        case BeastField::content_length:
            return ++m_lengths == 1 && isDecimal(value);
        case BeastField::transfer_encoding:
            return ++m_codings == 1 && !http10 && value.compare("chunked", Qt::CaseInsensitive) == 0;
        case BeastField::content_type:
            return ++m_types == 1;
        case BeastField::content_encoding:
            m_encoded = true;
            return true;
        case BeastField::expect:
            wantsContinue = !http10 && value.compare("100-continue", Qt::CaseInsensitive) == 0;
            return true;
        default:
            return true;
        }
    }

    void on_header_impl(error_code &ec) override
    {
        m_headerSeen = true;
        if (m_hosts == 0 && !http10)
            return refuse(ec, BadRequest);
        if (m_encoded)
            return refuse(ec, EncodedBody);
        const auto declared = content_length();
        if (declared && *declared > static_cast<std::uint64_t>(m_limits.bodyBytes))
            return refuse(ec, BodyTooLarge);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t> &declared, error_code &) override
    {
        if (declared)
            request.body.reserve(std::min<qint64>(static_cast<qint64>(*declared), BodyReserveBytes) +
                                 BodySlackBytes);
    }

    std::size_t on_body_impl(beast::string_view bytes, error_code &) override
    {
        grewBody = true;
        makeRoomFor(bytesOf(bytes).size());
        request.body.append(bytesOf(bytes));
        return bytes.size();
    }

    /// A large block moves whole when it grows, and what it leaves stays with the allocator for a moment: so
    /// it grows seldom. Pages that no byte has come for take no memory.
    void makeRoomFor(qsizetype more)
    {
        constexpr qsizetype Small = BodyReserveBytes;
        const qsizetype needed = request.body.size() + more;
        const qsizetype capacity = request.body.capacity();
        if (needed <= capacity)
            return;
        const qsizetype next = capacity < Small ? std::min(2 * capacity, Small) : 8 * capacity;
        request.body.reserve(std::max(needed, std::min<qsizetype>(next, m_limits.bodyBytes)));
    }

    void on_chunk_header_impl(std::uint64_t size, beast::string_view extensions, error_code &ec) override
    {
        if (!extensions.empty())
            return refuse(ec, BadRequest);
        if (size > static_cast<std::uint64_t>(m_limits.bodyBytes - request.body.size()))
            refuse(ec, BodyTooLarge);
    }

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, error_code &ec) override
    {
        return on_body_impl(bytes, ec);
    }

    void on_response_impl(int, beast::string_view, int, error_code &) override {}
    void on_finish_impl(error_code &) override {}

    const Limits &m_limits;
    int m_fields = 0;
    int m_hosts = 0;
    int m_lengths = 0;
    int m_codings = 0;
    int m_types = 0;
    bool m_encoded = false;
    bool m_headerSeen = false;
};

RequestParser::RequestParser(const Limits &limits)
    : m_limits(limits), m_reader(std::make_unique<Reader>(limits))
{
}
RequestParser::~RequestParser() = default;

RequestParser::Progress RequestParser::feed(QByteArrayView bytes)
{
    if (isHeaderComplete())
        return feedBody(bytes, 0);

    qsizetype skipped = 0;
    if (bytes.front() == '\r' &&
        !m_skippedEmptyLine) { // one empty line before a request is none (RFC 9112 §2.2)
        if (bytes.size() == 1)
            return {};
        if (bytes.at(1) == '\n') {
            m_skippedEmptyLine = true;
            skipped = 2;
            bytes = bytes.sliced(skipped);
        }
    }
    const qsizetype headEnd = bytes.isEmpty() ? 0 : scanHead(bytes);
    if (m_refusal)
        return {Step::Refused, skipped};
    if (headEnd == 0)
        return {Step::NeedMore, skipped};

    error_code ec;
    m_reader->put({bytes.data(), static_cast<std::size_t>(headEnd)}, ec);
    if (ec || !isHeaderComplete()) {
        m_refusal = m_reader->refusal.value_or(BadRequest);
        return {Step::Refused, skipped};
    }
    return feedBody(bytes.sliced(headEnd), skipped + headEnd);
}

qsizetype RequestParser::scanHead(QByteArrayView bytes)
{
    // A TLS hello, a response, noise: not worth waiting for the end of its first line.
    if (bytes.front() <= ' ' || bytes.front() == '\x7f') {
        m_refusal = BadRequest;
        return 0;
    }
    bytes = bytes.first(std::min(bytes.size(), m_limits.headerBytes));
    while (const void *hit = std::memchr(bytes.data() + m_searched, '\n',
                                         static_cast<std::size_t>(bytes.size() - m_searched))) {
        const qsizetype lineEnd = static_cast<const char *>(hit) - bytes.data();
        const QByteArrayView line = bytes.sliced(m_lineStart, lineEnd - m_lineStart);
        m_lineStart = m_searched = lineEnd + 1;
        if (!checkLine(line))
            return 0;
        if (line.size() == 1)
            return m_lineStart;
    }
    m_searched = bytes.size();
    if (bytes.size() == m_limits.headerBytes)
        m_refusal = m_lines == 0 ? TargetTooLong : HeaderTooLarge;
    return 0;
}

/// A line up to its LF: one CR, at its end, and no folding (RFC 9112 §2.2, §5.2). Beast would unfold.
bool RequestParser::checkLine(QByteArrayView line)
{
    const bool folded = line.startsWith(' ') || line.startsWith('\t');
    if (line.isEmpty() || line.indexOf('\r') != line.size() - 1 || folded)
        m_refusal = BadRequest;
    else if (++m_lines > m_limits.fields + 2) // the request line and the empty one come on top
        m_refusal = HeaderTooLarge;
    return !m_refusal;
}

RequestParser::Progress RequestParser::feedBody(QByteArrayView bytes, qsizetype consumed)
{
    while (!m_reader->is_done() && !bytes.isEmpty()) {
        // Beast must not see a last chunk in pieces smaller than the shortest one.
        if (m_reader->chunked() && bytes.size() < LastChunkBytes && bytes.front() == '0')
            break;
        error_code ec;
        m_reader->grewBody = false;
        const auto taken =
            static_cast<qsizetype>(m_reader->put({bytes.data(), static_cast<std::size_t>(bytes.size())}, ec));
        const bool waits = ec == beast::http::error::need_more;
        const qsizetype chunkHead = waits ? bytes.size() : taken;
        if ((ec && !waits) || (!m_reader->grewBody && chunkHead > m_limits.chunkHeadBytes) ||
            (m_reader->is_done() && !m_reader->grewBody && hasFoldedLine(bytes.first(taken)))) {
            m_refusal = m_reader->refusal.value_or(BadRequest);
            return {Step::Refused, consumed};
        }
        consumed += taken;
        bytes = bytes.sliced(taken);
        if (waits)
            break;
    }
    return {m_reader->is_done() ? Step::Complete : Step::NeedMore, consumed};
}

Request RequestParser::takeRequest()
{
    Request request = std::move(m_reader->request);
    reset();
    return request;
}

void RequestParser::reset()
{
    m_reader = std::make_unique<Reader>(m_limits);
    m_refusal.reset();
    m_lineStart = m_searched = 0;
    m_lines = 0;
    m_skippedEmptyLine = false;
}

Refusal RequestParser::refusal() const
{
    return m_refusal.value_or(BadRequest);
}

bool RequestParser::isHeaderComplete() const
{
    return m_reader->is_header_done();
}

bool RequestParser::expectsContinue() const
{
    return isHeaderComplete() && !m_reader->is_done() && m_reader->wantsContinue &&
           m_reader->request.body.isEmpty();
}

bool RequestParser::keepsAlive() const
{
    return m_reader->keep_alive();
}

bool RequestParser::isHttp10() const
{
    return m_reader->http10;
}

} // namespace anrufwarte::http
