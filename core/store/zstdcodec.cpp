// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/zstdcodec.h"

#include <memory>
#include <zstd.h>

namespace anrufwarte {

namespace {

constexpr int Level = 1;
/// Bodies are bounded to 64 MiB by the settings; twice that is certainly a damaged frame.
constexpr unsigned long long MaxPlainBytes = 128ULL * 1024 * 1024;

struct FreeContext
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};

} // namespace

std::optional<QByteArray> compressed(QByteArrayView bytes)
{
    if (bytes.size() < CompressFromBytes)
        return std::nullopt;
    // Reused: setting up its tables costs more than compressing a small text.
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    const auto size = static_cast<size_t>(bytes.size());
    QByteArray frame(static_cast<qsizetype>(ZSTD_compressBound(size)), Qt::Uninitialized);
    const size_t written = ZSTD_compressCCtx(context.get(), frame.data(), static_cast<size_t>(frame.size()),
                                             bytes.data(), size, Level);
    if (ZSTD_isError(written) != 0U || written > size - size / 8)
        return std::nullopt;
    frame.truncate(static_cast<qsizetype>(written));
    return frame;
}

std::optional<QByteArray> decompressed(QByteArrayView frame)
{
    const auto size = static_cast<size_t>(frame.size());
    const unsigned long long plain = ZSTD_getFrameContentSize(frame.data(), size);
    if (plain > MaxPlainBytes) // also ZSTD_CONTENTSIZE_ERROR and _UNKNOWN
        return std::nullopt;
    QByteArray bytes(static_cast<qsizetype>(plain), Qt::Uninitialized);
    const size_t written = ZSTD_decompress(bytes.data(), static_cast<size_t>(plain), frame.data(), size);
    if (ZSTD_isError(written) != 0U || written != plain)
        return std::nullopt;
    return bytes;
}

} // namespace anrufwarte
