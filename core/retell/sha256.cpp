// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/sha256.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qsizetype BlockBytes = 64;
constexpr unsigned char InnerPad = 0x36;
constexpr unsigned char OuterPad = 0x5c;

using Block = std::array<unsigned char, BlockBytes>;

void require(bool ok)
{
    if (!ok)
        qFatal("SHA-256 is not available in this OpenSSL");
}

/// Looked up once: since OpenSSL 3 that takes as long as hashing a small text.
const EVP_MD *algorithm()
{
    static const EVP_MD *const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return found;
}

template <size_t N>
QByteArrayView viewOf(const std::array<unsigned char, N> &bytes)
{
    return {bytes.data(), static_cast<qsizetype>(N)};
}

/// The key as one block: filled up with zeros, or its digest when it is longer.
Block blockOf(const QByteArray &key)
{
    Block block{};
    if (key.size() <= BlockBytes) {
        std::copy(key.begin(), key.end(), block.begin());
        return block;
    }
    Sha256 hash;
    hash.add(key);
    const Digest digest = hash.finish();
    std::copy(digest.begin(), digest.end(), block.begin());
    return block;
}

void mask(Block &block, unsigned char pad)
{
    for (unsigned char &byte : block)
        byte = static_cast<unsigned char>(byte ^ pad);
}

} // namespace

void Sha256::Free::operator()(EVP_MD_CTX *context) const
{
    EVP_MD_CTX_free(context); // cleanses what it has seen
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    restart();
}

void Sha256::restart()
{
    require(m_context && EVP_DigestInit_ex2(m_context.get(), algorithm(), nullptr) == 1);
}

void Sha256::add(QByteArrayView bytes)
{
    require(EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<size_t>(bytes.size())) == 1);
}

Digest Sha256::finish()
{
    Digest digest{};
    require(EVP_DigestFinal_ex(m_context.get(), digest.data(), nullptr) == 1);
    return digest;
}

Digest hmacSha256(const QByteArray &key, std::initializer_list<QByteArrayView> message)
{
    Block block = blockOf(key);
    Sha256 hash;
    mask(block, InnerPad);
    hash.add(viewOf(block));
    for (const QByteArrayView part : message)
        hash.add(part);
    const Digest inner = hash.finish();
    hash.restart();
    mask(block, InnerPad ^ OuterPad); // takes the first one off again
    hash.add(viewOf(block));
    hash.add(viewOf(inner));
    OPENSSL_cleanse(block.data(), block.size());
    return hash.finish();
}

} // namespace anrufwarte
