// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/reencode.h"

#include <array>

namespace anrufwarte {

namespace {

const std::array Styles{
    JsonStyle{QLatin1String("compact"), 0, false, false, false},
    JsonStyle{QLatin1String("compact, \\/"), 0, false, true, false},
    JsonStyle{QLatin1String("compact, \\u"), 0, false, false, true},
    JsonStyle{QLatin1String("compact, \\/ \\u"), 0, false, true, true},
    JsonStyle{QLatin1String("spaced"), 0, true, false, false},
    JsonStyle{QLatin1String("spaced, \\u"), 0, true, false, true},
    JsonStyle{QLatin1String("indent 2"), 2, false, false, false},
    JsonStyle{QLatin1String("indent 4"), 4, false, false, false},
    JsonStyle{QLatin1String("indent 4, \\/ \\u"), 4, false, true, true},
};

QByteArray unicodeEscaped(const QByteArray &utf8)
{
    QByteArray out;
    for (const QChar c : QString::fromUtf8(utf8)) {
        if (c.unicode() < 0x80)
            out += static_cast<char>(c.unicode());
        else
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return out;
}

class StyledWriter
{
public:
    explicit StyledWriter(const JsonStyle &style) : m_style(style) {}

    /// Depth is bounded by the parser.
    void write(const JsonValue &value, int level)
    {
        if (value.isObject())
            writeObject(value, level);
        else if (value.isArray())
            writeArray(value, level);
        else
            writeScalar(value.toJson(), value.isString());
    }

    [[nodiscard]] QByteArray take() { return std::move(m_out); }

private:
    void writeObject(const JsonValue &object, int level)
    {
        m_out += '{';
        bool first = true;
        object.forEachMember([&](QByteArrayView name, const JsonValue &member) {
            separate(std::exchange(first, false), level + 1);
            writeScalar(quotedJson(name), true);
            m_out += m_style.spaced || m_style.indent > 0 ? ": " : ":";
            write(member, level + 1);
        });
        close('}', first, level);
    }

    void writeArray(const JsonValue &array, int level)
    {
        m_out += '[';
        for (qsizetype i = 0; i < array.size(); ++i) {
            separate(i == 0, level + 1);
            write(array.at(i), level + 1);
        }
        close(']', array.size() == 0, level);
    }

    void separate(bool first, int level)
    {
        if (!first)
            m_out += m_style.spaced ? ", " : ",";
        breakLine(level);
    }

    void close(char bracket, bool empty, int level)
    {
        if (!empty)
            breakLine(level);
        m_out += bracket;
    }

    void breakLine(int level)
    {
        if (m_style.indent > 0)
            m_out += '\n' + QByteArray(qsizetype(m_style.indent) * level, ' ');
    }

    void writeScalar(QByteArray json, bool isText)
    {
        if (isText && m_style.escapedSlash)
            json.replace("/", "\\/");
        m_out += isText && m_style.escapedUnicode ? unicodeEscaped(json) : json;
    }

    JsonStyle m_style;
    QByteArray m_out;
};

} // namespace

QByteArray writeJson(const JsonValue &value, const JsonStyle &style)
{
    StyledWriter writer(style);
    writer.write(value, 0);
    return writer.take();
}

QList<BodyVariant> bodyVariants(const QByteArray &body)
{
    QList<BodyVariant> variants;
    if (body.size() > MaxReencodedBytes)
        return variants;
    const Result<JsonDocument> document = JsonDocument::parse(body, MaxReencodedDepth);
    if (!document)
        return variants;
    const auto add = [&](QLatin1String name, QByteArray variant) {
        if (variant != body)
            variants.append({name, std::move(variant)});
    };
    add(QLatin1String("without outer white space"), body.trimmed());
    add(QLatin1String("with line end"), body + '\n');
    add(QLatin1String("LF line ends"), QByteArray(body).replace("\r\n", "\n"));
    add(QLatin1String("CRLF line ends"), QByteArray(body).replace("\r\n", "\n").replace("\n", "\r\n"));
    for (const JsonStyle &style : Styles)
        add(style.name, writeJson(document->root(), style));
    return variants;
}

} // namespace anrufwarte
