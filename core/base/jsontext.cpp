// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include "core/base/simdjson.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace anrufwarte {

namespace {

namespace od = simdjson::ondemand;

constexpr qsizetype Padding = simdjson::SIMDJSON_PADDING;

/// simdjson needs twelve times a text's size for the moment; a bigger one is left to JsonDocument alone.
constexpr qsizetype QuickBytes = qsizetype(1024) * 1024;
/// Only what is flat enough to be far from any bound is judged quickly.
constexpr size_t QuickDepth = 32;

constexpr qsizetype ManyMembers = 100;

/// What the two parsers of a thread keep between texts, at most twelve times that.
constexpr size_t KeptBytes = 64UL * 1024;

size_t sizeOf(qsizetype size)
{
    return static_cast<size_t>(size);
}

QByteArrayView toQt(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// A parser of this thread, for one text: setting up its memory costs more than reading a small one. What a
/// big one needed is given back.
template <typename Parser>
class Borrowed
{
public:
    Borrowed() = default;
    Borrowed(const Borrowed &) = delete;
    Borrowed &operator=(const Borrowed &) = delete;
    ~Borrowed()
    {
        if (kept().capacity() > KeptBytes)
            kept() = Parser();
    }
    Parser *operator->() const { return &kept(); }

private:
    static Parser &kept()
    {
        thread_local Parser parser;
        return parser;
    }
};

/// `bytes` with room behind them.
QByteArray padded(QByteArrayView bytes)
{
    QByteArray out(bytes.size() + Padding, '\0');
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}

/// True only for what JsonDocument takes, too; false says nothing.
bool isQuicklyGood(const QByteArray &text, qsizetype size, int maxDepth)
{
    if (size > QuickBytes || sizeOf(maxDepth) <= QuickDepth)
        return false;
    const Borrowed<simdjson::dom::parser> parser;
    if ((parser->capacity() < sizeOf(size) || parser->max_depth() != QuickDepth) &&
        parser->allocate(std::max(sizeOf(size), KeptBytes), QuickDepth) != simdjson::SUCCESS)
        return false;
    return parser->parse(text.constData(), sizeOf(size), false).error() == simdjson::SUCCESS;
}

/// The text of a value inside another one; moves its iterator behind it. Empty if that fails.
QByteArrayView textOf(od::value value)
{
    std::string_view text;
    od::object object;
    od::array array;
    switch (value.type().value_unsafe()) {
    case od::json_type::object:
        (void)(value.get_object().get(object) || object.raw_json().get(text));
        break;
    case od::json_type::array:
        (void)(value.get_array().get(array) || array.raw_json().get(text));
        break;
    default:
        text = value.raw_json_token();
    }
    return toQt(text);
}

/// Starts reading a checked text, behind which there is room.
bool begin(const Borrowed<od::parser> &parser, od::document &document, QByteArrayView text)
{
    return parser->iterate(text.data(), sizeOf(text.size()), sizeOf(text.size() + Padding)).get(document) ==
           simdjson::SUCCESS;
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
    if (std::memchr(content.data(), '\\', sizeOf(content.size())) == nullptr)
        return textFromUtf8(content);
    const Result<JsonDocument> document = JsonDocument::parse(m_text);
    return document ? document->root().text() : std::nullopt;
}

std::optional<qint64> JsonText::integer() const
{
    const Result<JsonDocument> document = JsonDocument::parse(isNumber() ? m_text : "null");
    return document ? document->root().integer() : std::nullopt;
}

std::optional<double> JsonText::number() const
{
    const Result<JsonDocument> document = JsonDocument::parse(isNumber() ? m_text : "null");
    return document ? document->root().number() : std::nullopt;
}

std::optional<bool> JsonText::flag() const
{
    return isBool() ? std::optional(m_text.startsWith('t')) : std::nullopt;
}

JsonMembers::JsonMembers(const JsonText &object)
{
    const Borrowed<od::parser> parser;
    od::document document;
    od::object members;
    if (!object.isObject() || object.isEmpty() || !begin(parser, document, object.view()) ||
        document.get_object().get(members) != simdjson::SUCCESS)
        return;
    for (simdjson::simdjson_result<od::field> found : members) {
        od::field field;
        std::string_view name;
        if (std::move(found).get(field) || field.unescaped_key().get(name))
            return;
        put(toQt(name).toByteArray(), textOf(field.value()));
    }
}

void JsonMembers::put(const QByteArray &name, QByteArrayView text)
{
    const qsizetype place = placeOf(name);
    if (place >= 0) {
        m_members[place].value = JsonText(text);
        return;
    }
    m_members.append({name, JsonText(text)});
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
    const Borrowed<od::parser> parser;
    od::document document;
    od::array entries;
    if (!array.isArray() || array.isEmpty() || !begin(parser, document, array.view()) ||
        document.get_array().get(entries) != simdjson::SUCCESS)
        return elements;
    for (simdjson::simdjson_result<od::value> found : entries) {
        od::value value;
        if (std::move(found).get(value)) // NOLINT(performance-move-const-arg): it wants an rvalue
            break;
        elements.append(JsonText(textOf(value)));
    }
    return elements;
}

Result<JsonBody> JsonBody::parse(QByteArrayView bytes, int maxDepth)
{
    const QByteArray text = padded(bytes);
    if (!isQuicklyGood(text, bytes.size(), maxDepth)) {
        const Result<JsonDocument> verdict = JsonDocument::parse(bytes, maxDepth);
        if (!verdict)
            return verdict.error();
    }
    QByteArray compact(text.size() + Padding, '\0');
    size_t size = 0;
    if (simdjson::minify(text.constData(), sizeOf(bytes.size()), compact.data(), size) != simdjson::SUCCESS)
        return Error{ErrorCode::BadJson, QStringLiteral("unterminated text"), {}};
    return JsonBody(std::move(compact), static_cast<qsizetype>(size));
}

JsonText JsonBody::root() const
{
    return JsonText(QByteArrayView(m_compact).first(m_size));
}

} // namespace anrufwarte
