// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include "core/base/jsonescape.h"
#include "core/base/jsonspelling.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace anrufwarte {

namespace {

constexpr qsizetype ManyMembers = 100;

bool isWhole(QByteArrayView number)
{
    return std::none_of(number.begin(), number.end(),
                        [](char c) { return c == '.' || c == 'e' || c == 'E'; });
}

/// Exactly; false for what does not fit.
template <typename Number>
bool read(QByteArrayView text, Number &number)
{
    return std::from_chars(text.begin(), text.end(), number).ec == std::errc();
}

/// The name in its quotes. Names have no escapes as a rule, and are not copied then.
QByteArray nameIn(QByteArrayView quoted)
{
    const QByteArrayView content = quoted.sliced(1, quoted.size() - 2);
    return content.contains('\\') ? jsonescape::unescaped(content)
                                  : QByteArray::fromRawData(content.data(), content.size());
}

} // namespace

bool JsonText::isNumber() const
{
    return !m_text.isEmpty() && (m_text.front() == '-' || (m_text.front() >= '0' && m_text.front() <= '9'));
}

bool JsonText::isEmpty() const
{
    return m_text.size() == 2 && !isNumber();
}

std::optional<QString> JsonText::text() const
{
    if (!isString())
        return std::nullopt;
    const QByteArrayView content = m_text.sliced(1, m_text.size() - 2);
    if (!content.contains('\\'))
        return textFromUtf8(content);
    QString text = textFromUtf8(jsonescape::unescaped(content));
    if (text.contains(QChar(u'\0')))
        text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter)); // as JsonValue::text()
    return text;
}

std::optional<qint64> JsonText::integer() const
{
    qint64 whole = 0;
    if (isNumber() && isWhole(m_text))
        return read(m_text, whole) ? std::optional(whole) : std::nullopt;
    const std::optional<double> number = this->number();
    return number ? wholeNumber(*number) : std::nullopt;
}

std::optional<double> JsonText::number() const
{
    double number = 0;
    if (!isNumber())
        return std::nullopt;
    if (read(m_text, number))
        return number;
    const Result<JsonDocument> document = JsonDocument::parse(m_text); // too large, or next to nothing
    return document ? document->root().number() : std::nullopt;
}

std::optional<bool> JsonText::flag() const
{
    return isBool() ? std::optional(m_text.startsWith('t')) : std::nullopt;
}

std::optional<QByteArray> JsonText::rewritten() const
{
    if (isSpelledAsWritten(m_text))
        return json();
    const Result<JsonDocument> document = JsonDocument::parse(m_text);
    return document ? std::optional(document->root().toJson()) : std::nullopt;
}

JsonMembers::JsonMembers(const JsonText &object)
{
    if (!object.isObject() || object.isEmpty())
        return;
    const char *at = object.m_text.begin() + 1;
    const char *const end = object.m_text.end() - 1; // the bracket
    while (at < end) {
        const char *const nameEnd = jsonscan::behindString(at, end);
        const char *const value = nameEnd + 1; // behind the colon
        const char *const valueEnd = jsonscan::behindValue(value, end, object.m_longValues);
        put(nameIn({at, nameEnd}), JsonText({value, valueEnd}, object.m_longValues));
        at = valueEnd + 1; // behind the comma
    }
}

void JsonMembers::put(QByteArray name, const JsonText &value)
{
    const qsizetype place = placeOf(name);
    if (place >= 0) {
        m_members[place].value = value;
        return;
    }
    m_members.append({std::move(name), value});
    if (m_members.size() < ManyMembers)
        return;
    for (qsizetype known = m_places.size(); known < m_members.size(); ++known)
        m_places.insert(m_members.at(known).name, known);
}

/// -1: there is none.
qsizetype JsonMembers::placeOf(QByteArrayView name) const
{
    if (!m_places.isEmpty())
        return m_places.value(name.toByteArray(), -1);
    for (qsizetype place = 0; place < m_members.size(); ++place) {
        if (m_members.at(place).name == name)
            return place;
    }
    return -1;
}

JsonText JsonMembers::operator[](QByteArrayView name) const
{
    const qsizetype place = placeOf(name);
    return place < 0 ? JsonText() : m_members.at(place).value;
}

QList<JsonText> elementsOf(const JsonText &array)
{
    QList<JsonText> elements;
    if (!array.isArray() || array.isEmpty())
        return elements;
    const char *at = array.m_text.begin() + 1;
    const char *const end = array.m_text.end() - 1; // the bracket
    while (at < end) {
        const char *const valueEnd = jsonscan::behindValue(at, end, array.m_longValues);
        elements.append(JsonText({at, valueEnd}, array.m_longValues));
        at = valueEnd + 1; // behind the comma
    }
    return elements;
}

} // namespace anrufwarte
