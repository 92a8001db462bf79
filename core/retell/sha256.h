// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <array>
#include <initializer_list>
#include <memory>

using EVP_MD_CTX = struct evp_md_ctx_st;

namespace anrufwarte {

using Digest = std::array<unsigned char, 32>; ///< SHA-256

/// SHA-256 by OpenSSL (Qt's own is some ten times slower). The program ends when OpenSSL has none: nothing
/// may ever be accepted in its place.
class Sha256
{
public:
    Sha256();

    void add(QByteArrayView bytes);
    /// Nothing more can be added then, before restart().
    [[nodiscard]] Digest finish();
    void restart();

private:
    struct Free
    {
        void operator()(EVP_MD_CTX *context) const;
    };

    std::unique_ptr<EVP_MD_CTX, Free> m_context;
};

/// HMAC-SHA256 (RFC 2104) over the parts in their order. Spelled out, because OpenSSL 3 takes longer to find
/// and set up its own HMAC than the hashing of a small webhook lasts. What it holds of the key is cleansed.
[[nodiscard]] Digest hmacSha256(const QByteArray &key, std::initializer_list<QByteArrayView> message);

} // namespace anrufwarte
