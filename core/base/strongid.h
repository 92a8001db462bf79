// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <compare>
#include <utility>

namespace anrufwarte {

/// A value of type T that cannot be mixed up with another kind of T: `using CallId = StrongId<struct
/// CallIdTag, QString>`.
template <typename Tag, typename T>
class StrongId
{
public:
    StrongId() = default;
    explicit StrongId(T value) : m_value(std::move(value)) {}

    [[nodiscard]] const T &value() const { return m_value; }

    bool operator==(const StrongId &) const = default;
    bool operator<(const StrongId &other) const { return m_value < other.m_value; }
    friend size_t qHash(const StrongId &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    T m_value{};
};

} // namespace anrufwarte
