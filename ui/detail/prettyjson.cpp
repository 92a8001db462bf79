// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/prettyjson.h"

#include "core/base/json.h"

#include <QStringList>

namespace anrufwarte {

namespace {

/// Deeper than this nobody reads; such text is shown as it came.
constexpr int MaxDepth = 32;
constexpr int Indent = 2;

QString keyText(QByteArrayView name)
{
    QString key = QString::fromUtf8(name);
    key.replace(u'\\', QLatin1String("\\\\"))
        .replace(u'"', QLatin1String("\\\""))
        .replace(u'\n', QLatin1String("\\n"));
    return u'"' + key + u'"';
}

class Writer
{
public:
    explicit Writer(qsizetype limit) : m_limit(limit) {}

    void write(const JsonValue &value, int depth)
    {
        if (isFull())
            return;
        if (value.isObject() && value.size() > 0)
            writeObject(value, depth);
        else if (value.isArray() && value.size() > 0)
            writeArray(value, depth);
        else
            m_text += QString::fromUtf8(value.toJson());
    }

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    [[nodiscard]] bool isFull() const { return m_text.size() > m_limit; }

    void breakLine(int depth) { m_text += u'\n' + QString(depth * Indent, u' '); }

    void writeObject(const JsonValue &value, int depth)
    {
        m_text += u'{';
        bool first = true;
        value.forEachMember([&](QByteArrayView name, const JsonValue &member) {
            if (isFull())
                return;
            if (!first)
                m_text += u',';
            first = false;
            breakLine(depth + 1);
            m_text += keyText(name) + QLatin1String(": ");
            write(member, depth + 1);
        });
        breakLine(depth);
        m_text += u'}';
    }

    void writeArray(const JsonValue &value, int depth)
    {
        m_text += u'[';
        for (qsizetype i = 0; i < value.size() && !isFull(); ++i) {
            if (i > 0)
                m_text += u',';
            breakLine(depth + 1);
            write(value.at(i), depth + 1);
        }
        breakLine(depth);
        m_text += u']';
    }

    qsizetype m_limit;
    QString m_text;
};

QString scalarText(const JsonValue &value)
{
    return value.text().value_or(QString::fromUtf8(value.toJson()));
}

void collect(const JsonValue &value, QStringList &values, qsizetype &room)
{
    if (room <= 0)
        return;
    if (value.isObject()) {
        value.forEachMember([&](QByteArrayView, const JsonValue &member) { collect(member, values, room); });
    } else if (value.isArray()) {
        for (qsizetype i = 0; i < value.size() && room > 0; ++i)
            collect(value.at(i), values, room);
    } else {
        values.append(scalarText(value));
        room -= values.last().size() + 1;
    }
}

} // namespace

QString bounded(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    const qsizetype end = limit > 0 && text[limit - 1].isHighSurrogate() ? limit - 1 : limit;
    return text.left(end) + u'…';
}

QString prettyJson(const QString &text, qsizetype limit)
{
    const Result<JsonDocument> document = JsonDocument::parse(text.toUtf8(), MaxDepth);
    if (!document)
        return bounded(text, limit);
    Writer writer(limit);
    writer.write(document->root(), 0);
    return bounded(writer.text(), limit);
}

QString shortJson(const QString &text, qsizetype limit)
{
    const Result<JsonDocument> document = JsonDocument::parse(text.toUtf8(), MaxDepth);
    if (!document)
        return bounded(text, limit).simplified();
    QStringList values;
    qsizetype room = limit;
    collect(document->root(), values, room);
    return bounded(values.join(QStringLiteral(" · ")), limit).simplified();
}

} // namespace anrufwarte
