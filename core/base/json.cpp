// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/boostjson.h"

#include <QStringBuilder>
#include <QStringConverter>
#include <charconv>
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

void appendText(QByteArray &out, const bj::string_view &text)
{
    const std::string quoted = bj::serialize(text);
    out.append(quoted.data(), static_cast<qsizetype>(quoted.size()));
}

/// Shortest text that reads back as the same double; Boost.JSON itself writes 9.785E0.
void appendNumber(QByteArray &out, double number)
{
    if (!std::isfinite(number)) {
        out.append("null"); // 1e400 in the text: no JSON number can say it
        return;
    }
    char buffer[32];
    const auto end = std::to_chars(std::begin(buffer), std::end(buffer), number).ptr;
    out.append(buffer, end - buffer);
}

/// Not inlined: its locals would be in every stack frame of the recursion below.
[[gnu::noinline]] void appendScalar(QByteArray &out, const bj::value &value)
{
    switch (value.kind()) {
    case bj::kind::bool_:
        out.append(value.get_bool() ? "true" : "false");
        return;
    case bj::kind::int64:
        out.append(QByteArray::number(static_cast<qlonglong>(value.get_int64())));
        return;
    case bj::kind::uint64:
        out.append(QByteArray::number(static_cast<qulonglong>(value.get_uint64())));
        return;
    case bj::kind::double_:
        appendNumber(out, value.get_double());
        return;
    case bj::kind::string:
        appendText(out, value.get_string());
        return;
    default:
        out.append("null");
        return;
    }
}

void append(QByteArray &out, const bj::value &value);

void appendArray(QByteArray &out, const bj::array &array)
{
    out.append('[');
    for (size_t i = 0; i < array.size(); ++i) {
        if (i > 0)
            out.append(',');
        append(out, array[i]);
    }
    out.append(']');
}

void appendObject(QByteArray &out, const bj::object &object)
{
    out.append('{');
    for (const bj::key_value_pair &member : object) {
        if (&member != object.begin())
            out.append(',');
        appendText(out, member.key());
        out.append(':');
        append(out, member.value());
    }
    out.append('}');
}

/// Depth is bounded by MaxJsonDepth when parsing.
void append(QByteArray &out, const bj::value &value)
{
    if (value.is_array())
        appendArray(out, value.get_array());
    else if (value.is_object())
        appendObject(out, value.get_object());
    else
        appendScalar(out, value);
}

} // namespace

QByteArray quotedJson(QByteArrayView utf8)
{
    QByteArray out;
    appendText(out, toStd(utf8));
    return out;
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
    // QString::fromUtf8 would drop a U+FEFF at the beginning.
    QStringDecoder decode(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    QString text = decode(QByteArrayView(raw.data(), static_cast<qsizetype>(raw.size())));
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
    const double number = value.get_double();
    constexpr double TwoTo63 = 9223372036854775808.0;
    // -2^63 itself is read as int64; as a double it may stand for a smaller number.
    if (!(number > -TwoTo63 && number < TwoTo63) || number != std::floor(number))
        return std::nullopt;
    return static_cast<qint64>(number);
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
    QByteArray out;
    if (m_value)
        append(out, *as(m_value));
    return out;
}

JsonDocument::JsonDocument(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
JsonDocument::JsonDocument(JsonDocument &&) noexcept = default;
JsonDocument &JsonDocument::operator=(JsonDocument &&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Result<JsonDocument> JsonDocument::parse(QByteArrayView bytes, int maxDepth)
{
    bj::parse_options options;
    options.max_depth = static_cast<size_t>(maxDepth);
    auto data = std::make_unique<Data>();
    bj::error_code error;
    bj::parser parser({}, options);
    parser.reset(&data->memory);
    const size_t used = parser.write_some(toStd(bytes), error);
    if (!error && used < static_cast<size_t>(bytes.size()))
        error = bj::error::extra_data;
    if (error) {
        return Error{ErrorCode::BadJson,
                     QString::fromStdString(error.message()) % QStringLiteral(" at byte ") %
                         QString::number(used),
                     {}};
    }
    data->root.emplace(parser.release());
    return JsonDocument(std::move(data));
}

JsonValue JsonDocument::root() const
{
    return JsonValue(&*m_data->root);
}

} // namespace anrufwarte
