// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace anrufwarte {

/// Where time comes from; passed in by constructor so that tests own it. Safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Milliseconds since 1970-01-01 UTC. May jump (NTP, a person).
    [[nodiscard]] virtual qint64 nowMs() const = 0;

    /// Milliseconds since some fixed moment; never jumps. For deadlines and distances.
    [[nodiscard]] virtual qint64 steadyMs() const = 0;

    /// The same moment in microseconds, as far as the clock knows them: for what is paced.
    [[nodiscard]] virtual qint64 steadyUs() const { return steadyMs() * 1000; }
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override;
    [[nodiscard]] qint64 steadyMs() const override;
    [[nodiscard]] qint64 steadyUs() const override;
};

} // namespace anrufwarte
