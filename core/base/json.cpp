// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/boostjson.h"
#include "core/base/jsonescape.h"
#include "core/base/jsonreader.h"
#include "core/base/jsonwriter.h"
#include "core/base/utf8.h"

#include <QStringBuilder>
#include <cmath>

namespace anrufwarte {

namespace bj = boost::json;

namespace {

const bj::value *as(const void *pointer)
{
    return static_cast<const bj::value *>(pointer);
}

std::string_view toStd(QByteArrayView view)
{
    return {view.data(), static_cast<size_t>(view.size())};
}

QByteArrayView toQt(const bj::string_view &view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

QByteArray toBytes(const std::string &text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

QByteArray quotedJson(QByteArrayView utf8)
{
    std::string out;
    jsonwriter::appendQuoted(out, toStd(utf8));
    return toBytes(out);
}

std::optional<qint64> wholeNumber(double number)
{
    constexpr double TwoTo63 = 9223372036854775808.0;
    // -2^63 itself is read as int64; as a double it may stand for a smaller number.
    if (!(number > -TwoTo63 && number < TwoTo63) || number != std::floor(number))
        return std::nullopt;
    return static_cast<qint64>(number);
}

struct JsonDocument::Data
{
    bj::monotonic_resource memory;
    std::optional<bj::value>
        root; ///< optional: a move construction keeps the storage, an assignment would copy
};

bool JsonValue::isNull() const
{
    return m_value && as(m_value)->is_null();
}
bool JsonValue::isObject() const
{
    return m_value && as(m_value)->is_object();
}
bool JsonValue::isArray() const
{
    return m_value && as(m_value)->is_array();
}
bool JsonValue::isString() const
{
    return m_value && as(m_value)->is_string();
}
bool JsonValue::isNumber() const
{
    return m_value && as(m_value)->is_number();
}
bool JsonValue::isBool() const
{
    return m_value && as(m_value)->is_bool();
}

std::optional<QString> JsonValue::text() const
{
    if (!isString())
        return std::nullopt;
    const bj::string &raw = as(m_value)->get_string();
    QString text = textFromUtf8(toQt(raw));
    if (text.contains(QChar(u'\0')))
        text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    return text;
}

std::optional<qint64> JsonValue::integer() const
{
    if (!isNumber())
        return std::nullopt;
    const bj::value &value = *as(m_value);
    if (value.is_int64())
        return value.get_int64();
    if (value.is_uint64())
        return std::nullopt; // Boost.JSON uses uint64 only above the int64 range
    return wholeNumber(value.get_double());
}

std::optional<double> JsonValue::number() const
{
    if (!isNumber())
        return std::nullopt;
    const double number = as(m_value)->to_number<double>();
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<bool> JsonValue::flag() const
{
    return isBool() ? std::optional(as(m_value)->get_bool()) : std::nullopt;
}

JsonValue JsonValue::member(QByteArrayView name) const
{
    return isObject() ? JsonValue(as(m_value)->get_object().if_contains(toStd(name))) : JsonValue();
}

qsizetype JsonValue::size() const
{
    if (isArray())
        return static_cast<qsizetype>(as(m_value)->get_array().size());
    return isObject() ? static_cast<qsizetype>(as(m_value)->get_object().size()) : 0;
}

JsonValue JsonValue::at(qsizetype index) const
{
    if (!isArray() || index < 0 || index >= size())
        return {};
    return JsonValue(&as(m_value)->get_array()[static_cast<size_t>(index)]);
}

void JsonValue::forEachMember(const std::function<void(QByteArrayView, JsonValue)> &visit) const
{
    if (!isObject())
        return;
    for (const auto &[key, value] : as(m_value)->get_object())
        visit(toQt(key), JsonValue(&value));
}

QByteArray JsonValue::toJson() const
{
    std::string out;
    if (m_value)
        jsonwriter::append(out, *as(m_value));
    return toBytes(out);
}

JsonDocument::JsonDocument(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
JsonDocument::JsonDocument(JsonDocument &&) noexcept = default;
JsonDocument &JsonDocument::operator=(JsonDocument &&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Result<JsonDocument> JsonDocument::parse(QByteArrayView bytes, int maxDepth)
{
    Result<JsonDocument> document = parseStrictly(bytes, maxDepth);
    if (document)
        return document;
    const QByteArray mended = jsonescape::withoutLoneHalves(bytes);
    return mended.isNull() ? std::move(document) : parseStrictly(mended, maxDepth);
}

/// As Boost.JSON does, which refuses lone halves.
Result<JsonDocument> JsonDocument::parseStrictly(QByteArrayView bytes, int maxDepth)
{
    bj::parse_options options;
    options.max_depth = static_cast<size_t>(maxDepth);
    auto data = std::make_unique<Data>();
    bj::error_code error;
    bj::basic_parser<jsonreader::Handler> parser(options);
    bj::value_stack &values = parser.handler().values;
    values.reset(&data->memory);
    const size_t used = parser.write_some(false, bytes.data(), static_cast<size_t>(bytes.size()), error);
    if (!error && used < static_cast<size_t>(bytes.size()))
        error = bj::error::extra_data;
    if (error) {
        return Error{ErrorCode::BadJson,
                     QString::fromStdString(error.message()) % QStringLiteral(" at byte ") %
                         QString::number(used),
                     {}};
    }
    data->root.emplace(values.release());
    return JsonDocument(std::move(data));
}

JsonValue JsonDocument::root() const
{
    const auto &root = m_data->root; // there, or parse() would have made no document
    return root ? JsonValue(&*root) : JsonValue();
}

} // namespace anrufwarte
