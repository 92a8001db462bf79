// SPDX-License-Identifier: GPL-3.0-or-later
// Any header over any body: no crash, and nothing is believed that was not signed with the key.
#include "core/retell/signature.h"

#include <cstdint>

using namespace anrufwarte;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype split = input.indexOf('\0');
    const QByteArray header = split < 0 ? input : input.first(split);
    const QByteArray body = split < 0 ? QByteArray() : input.sliced(split + 1);
    const Secret key = Secret::verbatim("key_0123456789abcdef0123456789ab");
    constexpr qint64 Now = 1'790'000'000'000;
    constexpr qint64 Tolerance = 300'000;

    if (const auto parsed = parseSignatureHeader(header)) {
        // A readable header says exactly one thing: written again, it reads the same.
        const QByteArray own = signedHeader(body, parsed->timestampMs, key, parsed->form);
        const auto again = parseSignatureHeader(own);
        if (!again || again->timestampMs != parsed->timestampMs || again->form != parsed->form)
            __builtin_trap();
        const bool shouldMatch = sameDigest(again->digest, parsed->digest);
        const SignatureVerdict verdict = verify(body, {header}, {key}, parsed->timestampMs, Tolerance);
        if (verdict.verified.has_value() != shouldMatch)
            __builtin_trap();
    } else if (verify(body, {header}, {key}, Now, Tolerance).verified) {
        __builtin_trap();
    }
    return 0;
}
