// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <memory>

struct ssl_ctx_st;

namespace anrufwarte::http {

/// Where certificate chain and key are, as PEM.
struct TlsFiles
{
    QString certificate;
    QString key;
    bool operator==(const TlsFiles &) const = default;
};

/// What all TLS connections of a listener share; null = none. A connection keeps the one it began with.
using TlsContext = std::shared_ptr<ssl_ctx_st>;

/// A server's context (TLS 1.2 and newer) from the two files, after everything about them was checked
/// that can be: readable, key private to its owner, key of this certificate, valid at `nowMs` (UTC).
[[nodiscard]] Result<TlsContext> loadTls(const TlsFiles &files, qint64 nowMs);

} // namespace anrufwarte::http
