// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace anrufwarte::http {

/// Everything a stranger could make large, long or many. Defaults are those of the contract (§3, §4).
struct Limits
{
    qsizetype headerBytes = 16LL * 1024; ///< request line and fields together; more: 431
    qsizetype targetBytes = 8LL * 1024;  ///< more: 414
    int fields = 100;                    ///< header fields (and trailers); more: 431
    qsizetype chunkHeadBytes =
        4LL * 1024;               ///< a chunk-size line, or the last one with its trailers; more: 400
    qint64 bodyBytes = 8'388'608; ///< declared or arriving; more: 413

    qint64 headerMs = 10'000;  ///< absolute, from the first byte (first request: from accept, TLS included)
    qint64 requestMs = 30'000; ///< absolute, from the first byte to the last of the body
    qint64 idleMs = 15'000;    ///< between requests, and for a client that takes no bytes of its answer
    qint64 sweepMs = 250;      ///< how often deadlines are looked at: their precision
    qint64 drainMs = 3'000;    ///< after stop(): how long requests on their way may still finish

    int connections = 512;
    int connectionsPerPeer = 384; ///< trusted proxies are exempt
    /// A connection that brought a genuine request keeps its place so long after it, even when all are taken.
    qint64 keptMs = 5'000;
    int backlog = 1024; ///< not yet accepted, in the kernel

    int pipelined = 32;                        ///< requests of one connection waiting for their answer
    qsizetype writeBufferBytes = 256LL * 1024; ///< answers a client does not take; more: reset
    qint64 discardBytes = 1024LL * 1024;       ///< read and thrown away after an error, then reset
    qint64 discardMs = 1'000;
};

/// What one read may bring, and what Qt may hold back for us per socket.
inline constexpr qsizetype ReadChunkBytes = 64LL * 1024;
/// Room made for a declared body at once; the rest grows as it really arrives.
inline constexpr qint64 BodyReserveBytes = 1024LL * 1024;
/// Room behind a declared body: who reads it in blocks need not copy it for that.
inline constexpr qint64 BodySlackBytes = 64;

} // namespace anrufwarte::http
