// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

namespace anrufwarte {

/// The one JSON rule of the program: strict RFC 8259 (UTF-8, no BOM, whole document, depth at most
/// MaxJsonDepth), the last of duplicate members wins, a number that fits nothing costs its field, not the
/// document (only an exponent beyond 32 bits does cost it), and half a character is none (jsonescape.h).
/// Boost.JSON reads; this face keeps its headers out of everybody else's way.
inline constexpr int MaxJsonDepth = 512;

/// UTF-8 text as a JSON string, with its quotes and escapes.
[[nodiscard]] QByteArray quotedJson(QByteArrayView utf8);

/// The whole number that a double stands for, if it is one and fits 64 bits.
[[nodiscard]] std::optional<qint64> wholeNumber(double number);

/// A view into a JsonDocument (must not outlive it), or into nothing ("absent"): every question is allowed on
/// every kind, and the answer for a wrong kind is empty.
class JsonValue
{
public:
    JsonValue() = default;

    [[nodiscard]] bool isAbsent() const { return m_value == nullptr; }
    [[nodiscard]] bool isNull() const;
    [[nodiscard]] bool isObject() const;
    [[nodiscard]] bool isArray() const;
    [[nodiscard]] bool isString() const;
    [[nodiscard]] bool isNumber() const;
    [[nodiscard]] bool isBool() const;

    /// Text; U+0000 becomes U+FFFD, because C interfaces (SQLite's too) would cut there.
    [[nodiscard]] std::optional<QString> text() const;
    /// A whole number that fits 64 bits (1.0 and 1e3 count as whole); empty for others.
    [[nodiscard]] std::optional<qint64> integer() const;
    /// A finite number.
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] std::optional<bool> flag() const;

    /// Member of an object; absent if there is none or this is no object.
    [[nodiscard]] JsonValue member(QByteArrayView name) const;
    [[nodiscard]] qsizetype size() const; ///< members or elements; 0 for others
    [[nodiscard]] JsonValue at(qsizetype index) const;

    /// Visits the members in the order of the text (a duplicate once, with its last value).
    void forEachMember(const std::function<void(QByteArrayView name, JsonValue value)> &visit) const;

    /// The value as compact JSON text. Numbers keep their shortest exact form ("9.785"); 64-bit integers are
    /// exact.
    [[nodiscard]] QByteArray toJson() const;

private:
    friend class JsonDocument;
    explicit JsonValue(const void *value) : m_value(value) {}
    const void *m_value = nullptr;
};

class JsonDocument
{
public:
    /// Error code BadJson; its detail says what and at which byte. Never throws, safe on any bytes, any
    /// thread.
    [[nodiscard]] static Result<JsonDocument> parse(QByteArrayView bytes, int maxDepth = MaxJsonDepth);

    JsonDocument(JsonDocument &&) noexcept;
    JsonDocument &operator=(JsonDocument &&) noexcept;
    ~JsonDocument();

    [[nodiscard]] JsonValue root() const;

private:
    struct Data;
    [[nodiscard]] static Result<JsonDocument> parseStrictly(QByteArrayView bytes, int maxDepth);
    explicit JsonDocument(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace anrufwarte
