// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/incompletecall.h"
#include "ui/resync/resultlist.h"
#include "ui/resync/resyncview.h"

namespace anrufwarte {

/// How a call and a run are named on the resync page. Pure functions in the current language.
namespace resyncwords {
/// The number outside; "Web-Anruf" where there is none.
[[nodiscard]] QString caller(const ResyncResult &result, const ResyncView &view);
[[nodiscard]] QString caller(const CallRow &row, const ResyncView &view);
[[nodiscard]] QString directionIcon(Direction direction, const QString &callType);
/// "04.10., 17:50"; with its year when that is not this one.
[[nodiscard]] QString moment(qint64 ms, const ResyncView &view);
[[nodiscard]] QString begin(std::optional<qint64> startMs, const ResyncView &view);

/// "Status, Kosten, Latenz", why it failed, or that nothing is new.
[[nodiscard]] QString outcome(const ResyncResult &result);
/// The whole row for a screen reader.
[[nodiscard]] QString sentence(const ResyncResult &result, const ResyncView &view);

[[nodiscard]] QString missingParts(const CallRow &row); ///< "Kosten, Latenz"
/// "in 4 min · Versuch 3", "keine: bei Retell nicht gespeichert"
[[nodiscard]] QString nextTry(const IncompleteCall &call, const ResyncView &view);

[[nodiscard]] QString runScope(const ResyncRun &run);  ///< "30 Tage · automatisch"
[[nodiscard]] QString runChange(const ResyncRun &run); ///< "12 geändert", "5 Felder"
struct Notice
{
    bool isGood = true; ///< nothing failed
    QString title;
    QString text;
};
/// What became of a run, in one line for those who look at something else.
[[nodiscard]] Notice notice(const ResyncRun &run, const QList<ResultPtr> &results, const ResyncView &view);
/// What tr() can count with.
[[nodiscard]] int plural(qint64 count);
/// "1:40 min", "4 s"
[[nodiscard]] QString took(qint64 ms, const Formats &formats);
} // namespace resyncwords

} // namespace anrufwarte
