// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace anrufwarte::simulator {

/// One entry of a planned conversation; times in ms from the start of the call.
struct PlannedTurn
{
    enum class Kind
    {
        Agent,
        Caller,
        ToolCall,
        ToolResult,
        Node
    };
    Kind kind = Kind::Agent;
    qint64 atMs = 0;
    qint64 endMs = 0;
    QString text; ///< words; tool: arguments or result as JSON text; node: new node
    QString name; ///< tool name; node: former node
    QString toolCallId;
    bool succeeded = true;
};

inline constexpr QLatin1String BasicStorage("basic_attributes_only");
inline constexpr QLatin1String ScrubbedStorage("everything_except_pii");

/// A whole call, decided before it rings; what Retell would say of it at any moment follows from the time
/// alone. All times are UTC ms.
struct PlannedCall
{
    QString id;
    QString agentId;
    QString agentName;
    bool inbound = true;
    bool connects = true;
    QString fromNumber;
    QString toNumber;
    qint64 registeredMs = 0;
    qint64 startMs = 0;    ///< connected
    qint64 durationMs = 0; ///< 0 if it never connects
    qint64 analysedMs = 0;
    QString disconnectionReason;
    QString sentiment;
    QString summary;
    bool successful = true;
    bool voicemail = false;
    QString storage = QStringLiteral("everything"); ///< Retell's data storage setting
    bool isSummarised = true;
    QList<PlannedTurn> turns;
    QList<double> e2e, llm, tts, asr; ///< single measurements, ms

    [[nodiscard]] qint64 endMs() const { return startMs + durationMs; }
};

/// Retell's words for where the call stands at that moment.
[[nodiscard]] QString statusAt(const PlannedCall &call, qint64 nowMs);

/// The call object as get-call answers it at that moment: zeros and an empty latency while running,
/// everything but the analysis after the end, the analysis a little later (api.md §2, §4). Stored with basic
/// attributes only: no transcript, recording, log, summary.
[[nodiscard]] QJsonObject bodyAt(const PlannedCall &call, qint64 nowMs);

/// What remains of the call when everything is told.
[[nodiscard]] QJsonObject finalBody(const PlannedCall &call);

/// The same as a row of list-calls v3: without the transcript.
[[nodiscard]] QJsonObject listRowAt(const PlannedCall &call, qint64 nowMs);

/// Of that row what is short: ids, status, numbers, times.
[[nodiscard]] QJsonObject headAt(const PlannedCall &call, qint64 nowMs);

} // namespace anrufwarte::simulator
