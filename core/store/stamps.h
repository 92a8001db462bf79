// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/mergecall.h"

#include <QByteArray>

namespace anrufwarte {

/// Column stamps: the statement each known field stands on. A row has few different ones (one per webhook or
/// answer that still counts), so it is their list, and per field a pair of quality and position:
///   version (1) | count | count x { stage, asOf (8, little-endian), digest length, digest } | n | n x {
///   field, quality, position }
[[nodiscard]] QByteArray encodeStamps(const CallRecord &record);

/// Fills quality and stamp of the fields; their values must be there already. False when the bytes are not
/// ours: any bytes are safe. Pairs for fields without value are passed over, fields without pair keep the
/// least stamp.
[[nodiscard]] bool decodeStamps(QByteArrayView bytes, CallRecord &record);

} // namespace anrufwarte
