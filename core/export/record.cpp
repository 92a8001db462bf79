// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/record.h"

#include "core/base/json.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <cmath>

namespace anrufwarte {

namespace {

QByteArray numberText(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

struct JsonText
{
    QByteArray operator()(std::monostate) const { return "null"; }
    QByteArray operator()(qint64 value) const { return QByteArray::number(value); }
    QByteArray operator()(double value) const { return std::isfinite(value) ? numberText(value) : "null"; }
    QByteArray operator()(bool value) const { return value ? "true" : "false"; }
    QByteArray operator()(const QString &value) const { return quotedJson(value.toUtf8()); }
    QByteArray operator()(const RawJson &value) const { return value.text; }
};

QByteArray csvText(const QString &text)
{
    static const QRegularExpression phone(QStringLiteral("^\\+[0-9]{3,15}$"));
    static const QRegularExpression formula(QStringLiteral("^[=+\\-@\\t\\r]"));
    static const QRegularExpression quotable(QStringLiteral("[\",\\r\\n]"));
    QString field = text;
    const bool isPhone = phone.match(text).hasMatch();
    const bool isFormula = !isPhone && formula.match(text).hasMatch();
    if (isFormula)
        field.prepend(u'\'');
    if (!isPhone && !isFormula && !quotable.match(text).hasMatch())
        return field.toUtf8();
    field.replace(u'"', QStringLiteral("\"\""));
    return '"' + field.toUtf8() + '"';
}

struct CsvText
{
    QByteArray operator()(std::monostate) const { return {}; }
    QByteArray operator()(qint64 value) const { return QByteArray::number(value); }
    QByteArray operator()(double value) const
    {
        return std::isfinite(value) ? numberText(value) : QByteArray();
    }
    QByteArray operator()(bool value) const { return value ? "1" : "0"; }
    QByteArray operator()(const QString &value) const { return csvText(value); }
    QByteArray operator()(const RawJson &value) const { return csvText(QString::fromUtf8(value.text)); }
};

constexpr char LineEnd[] = "\r\n";

} // namespace

Cell textCell(const QString &text)
{
    return text.isEmpty() ? Cell() : Cell(text);
}

Cell jsonCell(const QByteArray &json)
{
    return json.isEmpty() ? Cell() : Cell(RawJson{json});
}

Cell timeCell(qint64 utcMs)
{
    if (utcMs == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

QByteArray toJson(const Record &record)
{
    QByteArrayList members;
    for (const NamedCell &cell : record)
        members.append(quotedJson(cell.name.toUtf8()) + ": " + std::visit(JsonText(), cell.value));
    return '{' + members.join(", ") + '}';
}

QByteArray toJson(const QList<Record> &records)
{
    QByteArrayList rows;
    for (const Record &record : records)
        rows.append(toJson(record));
    return rows.isEmpty() ? QByteArray("[]\n") : QByteArray("[\n" + rows.join(",\n") + "\n]\n");
}

QByteArray toJsonLines(const QList<Record> &records)
{
    QByteArray lines;
    for (const Record &record : records)
        lines += toJson(record) + '\n';
    return lines;
}

QByteArray toCsv(const QList<Record> &records)
{
    QByteArray csv;
    for (const Record &record : records) {
        QByteArrayList names;
        QByteArrayList fields;
        for (const NamedCell &cell : record) {
            names.append(cell.name.toUtf8());
            fields.append(std::visit(CsvText(), cell.value));
        }
        if (csv.isEmpty())
            csv += names.join(',') + LineEnd;
        csv += fields.join(',') + LineEnd;
    }
    return csv;
}

} // namespace anrufwarte
