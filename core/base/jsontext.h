// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/jsonscan.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QVarLengthArray>
#include <optional>
#include <vector>

namespace anrufwarte {

/// A JSON value as the text that says it, without insignificant white space: what is only kept is never taken
/// apart. A view into a JsonBody (must not outlive it), or into nothing ("absent"): every question is allowed
/// on every kind, and the answer for a wrong kind is empty. Scalars are read as JsonValue reads them.
class JsonText
{
public:
    JsonText() = default;

    [[nodiscard]] bool isAbsent() const { return m_text.isEmpty(); }
    [[nodiscard]] bool isNull() const { return m_text.startsWith('n'); }
    [[nodiscard]] bool isObject() const { return m_text.startsWith('{'); }
    [[nodiscard]] bool isArray() const { return m_text.startsWith('['); }
    [[nodiscard]] bool isString() const { return m_text.startsWith('"'); }
    [[nodiscard]] bool isBool() const { return m_text.startsWith('t') || m_text.startsWith('f'); }
    [[nodiscard]] bool isNumber() const;
    /// {}, [] or "".
    [[nodiscard]] bool isEmpty() const;

    [[nodiscard]] std::optional<QString> text() const;
    [[nodiscard]] std::optional<qint64> integer() const;
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] std::optional<bool> flag() const;

    /// Compact JSON, spelled as the sender spelled it. Empty when absent.
    [[nodiscard]] QByteArray json() const { return m_text.toByteArray(); }
    [[nodiscard]] QByteArrayView view() const { return m_text; }
    /// As JsonValue::toJson() writes it: each member once, with its last value. Empty when JsonDocument does
    /// not read it (absent, or a number that fits nothing).
    [[nodiscard]] std::optional<QByteArray> rewritten() const;

private:
    friend class JsonBody;
    friend class JsonMembers;
    friend QList<JsonText> elementsOf(const JsonText &array);
    JsonText(QByteArrayView text, jsonscan::LongValues longValues) : m_text(text), m_longValues(longValues) {}

    QByteArrayView m_text;
    jsonscan::LongValues m_longValues; ///< of the whole body
};

/// The members of an object, found in one pass; none for other kinds. Of duplicates the last counts. Like
/// JsonText it must not outlive the JsonBody.
class JsonMembers
{
public:
    struct Member
    {
        QByteArray name; ///< of the body itself, not copied, unless it has escapes
        JsonText value;
    };
    /// A call has some forty members, and most other objects have a few: those need no memory of their own.
    using Members = QVarLengthArray<Member, 16>;

    explicit JsonMembers(const JsonText &object);

    [[nodiscard]] JsonText operator[](QByteArrayView name) const;
    /// In the order of the text, a duplicate at its first place.
    [[nodiscard]] const Members &all() const { return m_members; }

private:
    void put(QByteArray name, const JsonText &value);
    [[nodiscard]] qsizetype placeOf(QByteArrayView name) const;

    Members m_members;
    QHash<QByteArray, qsizetype> m_places; ///< of many members; a call's few are found faster one by one
};

/// The elements of an array, in one pass; none for other kinds.
[[nodiscard]] QList<JsonText> elementsOf(const JsonText &array);

/// The quick check reads in blocks, up to so many bytes behind a text (and makes nothing of them).
inline constexpr qsizetype JsonSlackBytes = 64;

/// A whole JSON document that has been checked and is read as text. The same rule as JsonDocument (json.h):
/// it decides wherever the quick check of simdjson does not agree. Safe on any bytes, any thread.
///
/// Bytes with JsonSlackBytes of capacity behind them and no insignificant white space are shared, all others
/// copied.
class JsonBody
{
public:
    [[nodiscard]] static Result<JsonBody> parse(const QByteArray &bytes, int maxDepth = MaxJsonDepth);

    [[nodiscard]] JsonText root() const { return {m_text, m_longValues}; }

private:
    JsonBody(QByteArray text, std::vector<jsonscan::LongValue> longValues)
        : m_text(std::move(text)), m_longValues(std::move(longValues))
    {
    }

    QByteArray m_text; ///< without insignificant white space
    std::vector<jsonscan::LongValue> m_longValues;
};

} // namespace anrufwarte
