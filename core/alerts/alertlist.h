// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertmemory.h"
#include "core/alerts/alertrules.h"

namespace anrufwarte {

/// The alerts that stand, each cause once, and those that ended; and what people decided about them. Bounded
/// by the number of kinds and by HistoryLimit.
class AlertList
{
public:
    static constexpr qsizetype HistoryLimit = 200;

    AlertList() = default;
    /// With the decisions of an earlier run: one that was acknowledged then and is raised again soon is the
    /// same one.
    AlertList(AlertMemory memory, qint64 nowMs);

    /// Takes over what stands now. True if anything is different.
    bool apply(const QList<AlertFinding> &findings, qint64 nowMs);

    void acknowledge(AlertKind kind);
    void mute(AlertKind kind, qint64 untilMs); ///< a time gone by takes it back
    /// Declared done: it ends, and comes back only with something new.
    void dismiss(AlertKind kind, qint64 nowMs);

    [[nodiscard]] const QList<Alert> &standing() const { return m_standing; } ///< the most severe first
    [[nodiscard]] const QList<Alert> &ended() const { return m_ended; }       ///< the newest first
    [[nodiscard]] const Alert *find(AlertKind kind) const;
    [[nodiscard]] bool isMuted(AlertKind kind, qint64 nowMs) const;
    [[nodiscard]] qint64 mutedUntilMs(AlertKind kind) const;

    /// The most severe that is meant for a banner and that nobody has acknowledged or muted.
    [[nodiscard]] std::optional<Alert> banner(qint64 nowMs) const;
    /// How many a person has not acknowledged or muted.
    [[nodiscard]] int unseenCount(qint64 nowMs) const;

    [[nodiscard]] AlertMemory memory() const;

private:
    bool take(const AlertFinding &finding, qint64 nowMs);
    void raise(const AlertFinding &finding, qint64 nowMs);
    void end(AlertKind kind, qint64 nowMs);
    bool endMissing(const QList<AlertFinding> &findings, qint64 nowMs);
    [[nodiscard]] bool isDone(const AlertFinding &finding);
    [[nodiscard]] bool isUnseen(const Alert &alert, qint64 nowMs) const;
    void sort();

    QList<Alert> m_standing;
    QList<Alert> m_ended;
    AlertMemory m_memory;
    std::optional<qint64> m_restoredMs;
    quint64 m_lastId = 0;
};

} // namespace anrufwarte
