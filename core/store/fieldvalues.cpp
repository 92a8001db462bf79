// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fieldvalues.h"

#include "core/store/statement.h"
#include "core/store/zstdcodec.h"

namespace anrufwarte {

namespace {

/// The frame a JSON value is kept as; empty where it stays text.
std::optional<QByteArray> frameOf(const FieldInfo &field, const QByteArray &json)
{
    const bool isPublicText = field.field == Field::Cost || field.field == Field::Latency;
    return isPublicText ? std::nullopt : compressed(json);
}

} // namespace

QVariant turnsColumnValue(const FieldValue &turns)
{
    const auto *json = std::get_if<QByteArray>(&turns);
    if (!json)
        return {};
    if (const std::optional<QByteArray> frame = frameOf(info(Field::Turns), *json))
        return *frame;
    return neverNull(QString::fromUtf8(*json));
}

void setField(Statement &statement, int position, const FieldInfo &field, const FieldValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        statement.set(position, neverNull(*text));
    else if (const auto *number = std::get_if<qint64>(&value))
        statement.set(position, *number);
    else if (const auto *flag = std::get_if<bool>(&value))
        statement.set(position, *flag);
    else if (const auto *json = std::get_if<QByteArray>(&value)) {
        if (const std::optional<QByteArray> frame = frameOf(field, *json))
            statement.set(position, *frame);
        else
            statement.setText(position, QByteArrayView(*json));
    }
}

std::optional<FieldValue> fieldValueFrom(const FieldInfo &field, const QVariant &column)
{
    if (column.isNull())
        return FieldValue();
    switch (field.kind) {
    case FieldKind::Text:
        return FieldValue(column.toString());
    case FieldKind::Integer:
        return FieldValue(column.toLongLong());
    case FieldKind::Flag:
        return FieldValue(column.toLongLong() != 0);
    case FieldKind::Json:
        break;
    }
    if (column.typeId() != QMetaType::QByteArray)
        return FieldValue(column.toString().toUtf8());
    std::optional<QByteArray> json = decompressed(column.toByteArray());
    return json ? std::optional(FieldValue(*std::move(json))) : std::nullopt;
}

} // namespace anrufwarte
