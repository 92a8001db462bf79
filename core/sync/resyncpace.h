// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQueue>
#include <optional>

namespace anrufwarte {

/// How fast answers come, and how long the rest will take. Times are steady ms.
class ResyncPace
{
public:
    /// Also after a pause: what was before says nothing about what comes.
    void begin(qint64 nowMs);
    void note(qint64 nowMs);

    [[nodiscard]] double perSecond(qint64 nowMs) const; ///< over the last ten seconds
    /// Empty before the fifth second, and while nothing comes.
    [[nodiscard]] std::optional<qint64> remainingMs(qint64 left, qint64 nowMs) const;

private:
    qint64 m_begunMs = 0;
    QQueue<qint64> m_answersMs;
};

} // namespace anrufwarte
