// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/resultlist.h"

namespace anrufwarte {

bool hasFailed(const ResyncResult &result)
{
    return result.verdict == ResyncVerdict::Failed || result.verdict == ResyncVerdict::GivenUp;
}

bool passes(const ResyncResult &result, ResultFilter filter)
{
    switch (filter) {
    case ResultFilter::All:
        return true;
    case ResultFilter::Failed:
        return hasFailed(result);
    case ResultFilter::ChangedAndFailed:
        break;
    }
    return result.verdict != ResyncVerdict::Unchanged;
}

QList<ResultPtr> shared(const QList<ResyncResult> &results)
{
    QList<ResultPtr> list;
    list.reserve(results.size());
    for (const ResyncResult &result : results) {
        auto kept = std::make_shared<ResyncResult>(result);
        if (kept->verdict == ResyncVerdict::Unchanged)
            kept->deltas.clear();
        list.append(std::move(kept));
    }
    return list;
}

} // namespace anrufwarte
