// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/http/addresslist.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <algorithm>

namespace anrufwarte {

/// What a request must pass to be believed. A value, replaced as a whole when settings change.
struct EndpointConfig
{
    QByteArray path = QByteArrayLiteral("/webhooks/retell"); ///< prefix; a trailing slash does not matter
    QList<Secret> keys; ///< none, or only empty ones: nothing is ever accepted
    qint64 toleranceMs = 300'000;
    http::AddressList allowlist;  ///< empty = all; in addition to the signature, never instead
    QStringList allowlistEntries; ///< the same as configured, to be shown
    http::AddressList trustedProxies;

    [[nodiscard]] bool hasKey() const
    {
        return std::any_of(keys.begin(), keys.end(), [](const Secret &key) { return !key.isEmpty(); });
    }
};

} // namespace anrufwarte
