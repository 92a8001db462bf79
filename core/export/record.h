// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>
#include <variant>

namespace anrufwarte {

/// JSON text that is put in as it is.
struct RawJson
{
    QByteArray text;
};

/// monostate = unknown: null, or an empty field in CSV.
using Cell = std::variant<std::monostate, qint64, double, bool, QString, RawJson>;

struct NamedCell
{
    QString name;
    Cell value;
};

/// One row for machines: names in order.
using Record = QList<NamedCell>;

template <typename T>
[[nodiscard]] Cell cellOf(const std::optional<T> &value)
{
    return value ? Cell(*value) : Cell();
}
[[nodiscard]] Cell textCell(const QString &text);    ///< empty = unknown
[[nodiscard]] Cell jsonCell(const QByteArray &json); ///< empty = unknown
[[nodiscard]] Cell timeCell(qint64 utcMs);           ///< ISO 8601 UTC; 0 = unknown

[[nodiscard]] QByteArray toJson(const Record &record);
/// One top-level array, a row per line.
[[nodiscard]] QByteArray toJson(const QList<Record> &records);
/// A document per line.
[[nodiscard]] QByteArray toJsonLines(const QList<Record> &records);
/// RFC 4180 with a header row. Text that a spreadsheet would take for a formula (= + - @ tab CR first) gets
/// an apostrophe in front; a phone number ("+" and digits only) stays as it is, in quotes, so that it can be
/// read back.
[[nodiscard]] QByteArray toCsv(const QList<Record> &records);

} // namespace anrufwarte
