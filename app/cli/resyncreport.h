// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "core/calls/resyncrun.h"
#include "core/text/resyncterms.h"

#include <QStringList>

namespace anrufwarte {

/// Before and after of each call on standard output, as it comes: thousands of calls need no memory.
class ResyncReport
{
public:
    enum class Format : quint8
    {
        Text,
        Json ///< one top-level array, a row per line
    };

    ResyncReport(const Output &output, Format format, bool masksNumbers);

    void add(const QList<ResyncResult> &results);
    /// Once, whatever came before.
    void end();

private:
    const Output &m_output;
    const Format m_format;
    FigureStyle m_style;
    bool m_hasRows = false;
};

/// One call for people: the eight figures before and after, what else changed, and what became of it.
[[nodiscard]] QStringList reportLines(const ResyncResult &result, const FigureStyle &style);
/// The same for machines; see `resync --help`.
[[nodiscard]] QByteArray reportJson(const ResyncResult &result);
/// What came of the whole run, for people.
[[nodiscard]] QStringList summaryLines(const ResyncRun &run, const Formats &formats);

} // namespace anrufwarte
