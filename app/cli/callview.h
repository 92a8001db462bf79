// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/texttable.h"
#include "core/calls/call.h"
#include "core/calls/historyentry.h"
#include "core/text/formats.h"

namespace anrufwarte {

/// Calls as a terminal shows them, in the current language.
class CallView
{
public:
    CallView(bool masksNumbers, qint64 nowMs) : m_masksNumbers(masksNumbers), m_nowMs(nowMs) {}

    [[nodiscard]] TextTable table(const QList<CallRow> &rows) const;
    /// Everything known about one.
    [[nodiscard]] QStringList lines(const Call &call, const QList<HistoryEntry> &history) const;

private:
    [[nodiscard]] QString phone(const QString &number) const;
    [[nodiscard]] QString when(const std::optional<qint64> &ms) const;
    [[nodiscard]] QString dataSummary(const CallRow &row) const;
    [[nodiscard]] QStringList facts(const Call &call) const;
    [[nodiscard]] QStringList dataLines(const CallRow &row) const;
    [[nodiscard]] QStringList costLines(const Call &call) const;
    [[nodiscard]] QStringList latencyLines(const Call &call) const;
    [[nodiscard]] QStringList transcriptLines(const Call &call) const;
    [[nodiscard]] QStringList historyLines(const QList<HistoryEntry> &history) const;

    bool m_masksNumbers;
    qint64 m_nowMs;
    Formats m_formats;
};

} // namespace anrufwarte
