// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/field.h"

#include <QVariant>
#include <optional>

namespace anrufwarte {

class Statement;

/// A field as its column of table calls holds it, set in a statement that has been begun. JSON is text; where
/// it is big and no BI tool asks for it (all but cost and latency), a zstd frame in a BLOB. Unknown is NULL.
/// `value` is not to be changed before the statement is executed.
void setField(Statement &statement, int position, const FieldInfo &field, const FieldValue &value);

/// The same of Field::Turns, to be kept: NULL for anything but JSON.
[[nodiscard]] QVariant turnsColumnValue(const FieldValue &turns);

/// The way back. Empty when a frame cannot be unpacked.
[[nodiscard]] std::optional<FieldValue> fieldValueFrom(const FieldInfo &field, const QVariant &column);

} // namespace anrufwarte
