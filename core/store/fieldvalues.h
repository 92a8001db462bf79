// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/field.h"

#include <QVariant>
#include <optional>

namespace anrufwarte {

class Statement;

/// A field as its column of table calls holds it. JSON is text; where it is big and no BI tool asks for it
/// (all but cost and latency), a zstd frame in a BLOB. Unknown is NULL.
[[nodiscard]] QVariant fieldColumnValue(const FieldInfo &field, const FieldValue &value);

/// The same value, set in a statement that has been begun. `value` is not to be changed before it is
/// executed.
void setField(Statement &statement, int position, const FieldInfo &field, const FieldValue &value);

/// The way back. Empty when a frame cannot be unpacked.
[[nodiscard]] std::optional<FieldValue> fieldValueFrom(const FieldInfo &field, const QVariant &column);

} // namespace anrufwarte
