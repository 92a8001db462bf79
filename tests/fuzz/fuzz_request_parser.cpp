// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/parser.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace anrufwarte;
using http::RequestParser;

namespace {

/// All that can be seen of a parser that is fed `bytes` in two pieces.
QByteArray outcome(QByteArrayView bytes, qsizetype cut, const http::Limits &limits)
{
    RequestParser parser(limits);
    QByteArray seen;
    QByteArray unread;
    for (const QByteArrayView piece : {bytes.first(cut), bytes.sliced(cut)}) {
        unread.append(piece);
        while (!unread.isEmpty()) {
            const auto [step, consumed] = parser.feed(unread);
            unread.remove(0, consumed);
            if (step == RequestParser::Step::Refused)
                return seen + parser.refusal().reason.toByteArray();
            if (step == RequestParser::Step::NeedMore)
                break;
            seen += parser.keepsAlive() ? 'k' : 'c';
            const http::Request request = parser.takeRequest();
            seen += request.method + ' ' + request.target + ' ' + request.body + '\n';
            if (request.body.size() > limits.bodyBytes || request.target.size() > limits.targetBytes)
                std::abort();
        }
    }
    return seen;
}

} // namespace

/// The first byte says where the rest is cut in two: the cut must not matter.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    http::Limits limits;
    limits.headerBytes = 1024;
    limits.targetBytes = 256;
    limits.bodyBytes = 4096;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1));
    const qsizetype cut = data[0] * bytes.size() / 256;
    if (outcome(bytes, cut, limits) != outcome(bytes, 0, limits))
        std::abort();
    return 0;
}
