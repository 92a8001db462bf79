// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"

#include <QHash>
#include <vector>

namespace anrufwarte {

/// What arrived since the last frame, per call the newest revision: a burst of updates costs the board one
/// row per call and the screen one repaint. Whoever owns it takes the rows once per frame, and needs a timer
/// only while it is not empty.
class ChangeBatcher
{
public:
    static constexpr qsizetype MaxWaiting = 50'000;

    void add(const QList<CallRow> &rows);

    [[nodiscard]] bool isEmpty() const { return m_newest.empty(); }
    [[nodiscard]] QList<CallRow> take();

    /// True when more than MaxWaiting calls waited: some were let go, and only a snapshot of the store brings
    /// them. Taking the answer clears it.
    [[nodiscard]] bool takeLost();

private:
    QList<QList<CallRow>> m_batches; ///< shared with whoever sent them: of most rows nothing else is wanted
    std::vector<const CallRow *> m_newest; ///< in them, in order of first arrival
    QHash<CallId, qsizetype> m_places;     ///< in m_newest
    qsizetype m_kept = 0;                  ///< rows in m_batches
    bool m_lost = false;
};

} // namespace anrufwarte
