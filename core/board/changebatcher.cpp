// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/changebatcher.h"

namespace anrufwarte {

void ChangeBatcher::add(const QList<CallRow> &rows)
{
    for (const CallRow &row : rows) {
        const auto known = m_newest.constFind(row.callId);
        if (known != m_newest.cend()) {
            if (m_rows.at(*known).revision < row.revision)
                m_rows[*known] = row;
        } else if (m_rows.size() < MaxWaiting) {
            m_newest.insert(row.callId, m_rows.size());
            m_rows.append(row);
        } else {
            m_lost = true;
        }
    }
}

QList<CallRow> ChangeBatcher::take()
{
    m_newest.clear();
    return std::exchange(m_rows, {});
}

bool ChangeBatcher::takeLost()
{
    return std::exchange(m_lost, false);
}

} // namespace anrufwarte
