// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/callreadings.h"

#include <QVariant>

namespace anrufwarte {

class Database;
class Statement;

/// A row of table calls: what lists need, and the merged record it was derived from.
struct StoredCall
{
    CallRow row;
    CallRecord record;
    /// How column turns says record[Field::Turns]: null = not written yet. Packing them again with each
    /// webhook about the call would cost more than all else.
    QVariant turnsColumn;

    bool operator==(const StoredCall &) const = default;
};

/// The mapping between table calls and our values, used by every query. Column lists are made of constants
/// only.
namespace callrows {

/// The columns of a CallRow, in the order readRow() expects them (from the first column of the statement on).
[[nodiscard]] const QString &rowColumns();
[[nodiscard]] CallRow readRow(const Statement &statement);

/// rowColumns() and all of the record.
[[nodiscard]] const QString &wholeColumns();
/// StoreCorrupt when the stamps or a compressed text cannot be read. `statement` is one of `database`, and
/// holds on to the state of the file that both the row and what it points to are read from.
[[nodiscard]] Result<StoredCall> readWhole(const Statement &statement, Database &database);

/// INSERT of / UPDATE to all columns but id. setAll() makes turnsColumn, and gives the statement that fits
/// the call its values: the UPDATE for one that has an id. They lie in `call`, which is not to be changed
/// before the statement has been executed.
[[nodiscard]] const QString &insertSql();
[[nodiscard]] const QString &updateSql();
void setAll(Statement &statement, StoredCall &call, const CallReadings &readings);

/// UPDATE of what the reading of call_cost decides, and the revision; and its values.
[[nodiscard]] const QString &updateCostSql();
void setCost(Statement &update, const StoredCall &call, const CallReadings &readings);

/// Column e2e_values, back as milliseconds.
[[nodiscard]] QList<double> readMeasurements(const QByteArray &blob);

} // namespace callrows

} // namespace anrufwarte
