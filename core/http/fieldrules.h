// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace anrufwarte::http {

/// Whether the target has the form its method allows (RFC 9112 §3.2): a path, `*` for OPTIONS, host and port
/// for CONNECT, or an http(s) URL without user information. Visible ASCII only, no fragment.
[[nodiscard]] bool isRequestTarget(QByteArrayView method, QByteArrayView target);

/// Characters of a host and port; empty is allowed (RFC 9112 §3.2).
[[nodiscard]] bool isHostValue(QByteArrayView value);

/// One or more ASCII digits and nothing else.
[[nodiscard]] bool isDecimal(QByteArrayView value);

/// A line that goes on in the next one (obs-fold).
[[nodiscard]] bool hasFoldedLine(QByteArrayView lines);

} // namespace anrufwarte::http
