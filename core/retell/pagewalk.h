// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/retell/apifailure.h"

#include <QSet>

namespace anrufwarte {

/// Watches a walk over pages, so that it ends whatever the other side does: a key seen before, or too many
/// pages, is a failure (faults.md 2.5).
class PageWalk
{
public:
    explicit PageWalk(int maxPages = 500) : m_maxPages(maxPages) {}

    /// To be asked before the page with that key is; empty: go on.
    [[nodiscard]] std::optional<ApiFailure> goOn(const QString &nextKey)
    {
        if (m_seen.contains(nextKey))
            return ApiFailure{ApiFault::Unreadable, 200, {}, QStringLiteral("the same page again")};
        m_seen.insert(nextKey);
        if (m_seen.size() >= m_maxPages)
            return ApiFailure{ApiFault::Unreadable, 200, {}, QStringLiteral("pages without end")};
        return std::nullopt;
    }

private:
    int m_maxPages;
    QSet<QString> m_seen;
};

} // namespace anrufwarte
