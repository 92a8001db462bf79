// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

namespace anrufwarte {

Secret Secret::fromConfigured(const QByteArray &text)
{
    Secret secret;
    secret.m_bytes = text.trimmed();
    return secret;
}

Secret Secret::verbatim(const QByteArray &bytes)
{
    Secret secret;
    secret.m_bytes = bytes;
    return secret;
}

QString Secret::lastFour() const
{
    constexpr qsizetype Shown = 4;
    return m_bytes.size() < 2 * Shown ? QString() : QString::fromUtf8(m_bytes.last(Shown));
}

} // namespace anrufwarte
