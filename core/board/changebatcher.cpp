// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/changebatcher.h"

namespace anrufwarte {

void ChangeBatcher::add(const QList<CallRow> &rows)
{
    m_batches.append(rows);
    m_kept += rows.size();
    for (const CallRow &row : m_batches.constLast()) {
        const auto known = m_places.constFind(row.callId);
        if (known != m_places.cend()) {
            const CallRow *&newest = m_newest[static_cast<size_t>(*known)];
            if (newest->revision < row.revision)
                newest = &row;
        } else if (m_places.size() < MaxWaiting) {
            m_places.insert(row.callId, m_places.size());
            m_newest.push_back(&row);
        } else {
            m_lost = true;
        }
    }
    if (m_kept > 2 * MaxWaiting) // a frame that is long in coming: older revisions are let go
        add(take());
}

QList<CallRow> ChangeBatcher::take()
{
    QList<CallRow> rows;
    rows.reserve(static_cast<qsizetype>(m_newest.size()));
    for (const CallRow *row : m_newest)
        rows.append(*row);
    m_places.clear();
    m_newest.clear();
    m_batches.clear();
    m_kept = 0;
    return rows;
}

bool ChangeBatcher::takeLost()
{
    return std::exchange(m_lost, false);
}

} // namespace anrufwarte
