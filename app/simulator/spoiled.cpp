// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/spoiled.h"

#include "core/http/wire.h"

#include <array>

namespace anrufwarte::simulator {

namespace {

using Then = WireAnswer::Then;

Reply throttled(const QByteArray &retryAfter)
{
    Reply reply = errorReply(429, QStringLiteral("Account rate limited, please throttle your requests."));
    reply.fields.emplaceBack("Retry-After", retryAfter);
    return reply;
}

Reply garbledRetryAfter(const Spoiling &spoiling)
{
    const std::array<QByteArray, 6> values{"soon", "-5",  "",
                                           "0x10", "1.5", http::httpDate(spoiling.nowMs + 2'000)};
    return throttled(values.at(static_cast<size_t>(spoiling.form) % values.size()));
}

Reply serverError(int form)
{
    constexpr std::array Statuses{500, 502, 503, 504, 408, 409};
    const int status = Statuses.at(static_cast<size_t>(form) % Statuses.size());
    if (status == 502)
        return htmlReply(status, "502 Bad Gateway");
    Reply reply = errorReply(status, QStringLiteral("An unexpected server error occurred."));
    if (status == 503)
        reply.fields.emplaceBack("Retry-After", "1");
    return reply;
}

Reply redirected(const Spoiling &spoiling)
{
    const QByteArray port = QByteArray::number(spoiling.port);
    const std::array<QByteArray, 4> targets{"http://localhost:" + port + ElsewherePath,
                                            "https://127.0.0.1:" + port + ElsewherePath,
                                            "file:///etc/hostname", spoiling.target};
    Reply reply = htmlReply(spoiling.form % 2 == 0 ? 302 : 307, "Moved");
    reply.fields.emplaceBack("Location", targets.at(static_cast<size_t>(spoiling.form) % targets.size()));
    return reply;
}

/// 64 MiB of nothing in a few bytes. Its check sum is wrong, but who waits for that is lost already.
const QByteArray &bomb()
{
    static const QByteArray packed = []() -> QByteArray {
        constexpr qsizetype Unpacked = 64 * 1024 * 1024;
        constexpr qsizetype LengthAndZlibHead = 6;
        constexpr qsizetype Adler = 4;
        const QByteArray zlib = qCompress(QByteArray(Unpacked, ' '));
        return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) +
               zlib.mid(LengthAndZlibHead, zlib.size() - LengthAndZlibHead - Adler) + QByteArray(8, '\0');
    }();
    return packed;
}

/// An answer with status 200 and that body.
WireAnswer instead(const Spoiling &spoiling, Reply good, const QByteArray &body)
{
    good.status = 200;
    good.body = body;
    return whole(good, spoiling.nowMs);
}

QByteArray noise()
{
    QByteArray bytes;
    for (int i = 0; i < 600; ++i)
        bytes += static_cast<char>((i * i * 31 + i * 7) & 0xff);
    return bytes;
}

WireAnswer badBody(const Spoiling &spoiling, const Reply &good)
{
    constexpr qsizetype Depth = 100'000;
    switch (spoiling.fault) {
    case ApiFault::Truncated:
        return instead(spoiling, good, good.body.left(good.body.size() / 2));
    case ApiFault::Null:
        return instead(spoiling, good, "null");
    case ApiFault::Array:
        return instead(spoiling, good, "[]");
    case ApiFault::ByteOrderMark:
        return instead(spoiling, good, "\xef\xbb\xbf" + good.body);
    case ApiFault::Latin1:
        return instead(spoiling, good, QString::fromUtf8(good.body).toLatin1());
    case ApiFault::Garbage:
        return instead(spoiling, good, noise());
    case ApiFault::Deep:
        return instead(spoiling, good, QByteArray(Depth, '['));
    default:
        return instead(spoiling, good, {});
    }
}

} // namespace

WireAnswer spoiled(const Spoiling &spoiling, const Reply &good)
{
    const auto head = [&](qint64 length) { return headOf(good, length, spoiling.nowMs); };
    switch (spoiling.fault) {
    case ApiFault::None:
        return whole(good, spoiling.nowMs);
    case ApiFault::TooManyRequests:
        return whole(throttled("1"), spoiling.nowMs);
    case ApiFault::GarbledRetryAfter:
        return whole(garbledRetryAfter(spoiling), spoiling.nowMs);
    case ApiFault::ServerError:
        return whole(serverError(spoiling.form), spoiling.nowMs);
    case ApiFault::Html:
        return whole(htmlReply(200, "Welcome to the guest network. Please sign in."), spoiling.nowMs);
    case ApiFault::Redirected:
        return whole(redirected(spoiling), spoiling.nowMs);
    case ApiFault::Hanging:
        return {};
    case ApiFault::Dripping:
        return {whole(good, spoiling.nowMs).bytes, Then::Drip};
    case ApiFault::Reset:
        return {spoiling.form % 2 == 0 ? QByteArray() : head(good.body.size()), Then::Reset};
    case ApiFault::ClosedEarly:
        return {head(good.body.size()) + good.body.left(good.body.size() / 2), Then::Close};
    case ApiFault::WrongLength:
        return {head(good.body.size() * 2 / 3) + good.body, Then::Close};
    case ApiFault::Endless:
        return {head(-1), Then::Endless};
    case ApiFault::Bomb: {
        Reply packed = good;
        packed.body = bomb();
        packed.fields.emplaceBack("Content-Encoding", "gzip");
        return whole(packed, spoiling.nowMs);
    }
    default:
        return badBody(spoiling, good);
    }
}

} // namespace anrufwarte::simulator
