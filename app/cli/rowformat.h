// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/export/record.h"

namespace anrufwarte {

enum class RowFormat : quint8
{
    Table,
    Json,
    JsonLines,
    Csv
};

/// --format table|json|jsonl|csv
void declareRowFormat(QCommandLineParser &parser);
[[nodiscard]] Result<RowFormat> rowFormatFrom(const QCommandLineParser &parser);

/// For all but Table.
void printRecords(const Output &output, const QList<Record> &records, RowFormat format);

/// --limit N: a whole number, 0 = all; empty when not given.
void declareLimit(QCommandLineParser &parser);
[[nodiscard]] Result<std::optional<qsizetype>> limitFrom(const QCommandLineParser &parser);

} // namespace anrufwarte
