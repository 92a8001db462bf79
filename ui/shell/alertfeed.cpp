// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alertfeed.h"

#include "core/base/clock.h"
#include "core/calls/closing.h"
#include "core/store/asyncreader.h"
#include "ui/shell/alertboard.h"

#include <algorithm>
#include <chrono>

namespace anrufwarte {

using namespace std::chrono_literals;

namespace {

constexpr qint64 MinuteMs = 60'000, HourMs = 60 * MinuteMs, DayMs = 24 * HourMs;
constexpr qint64 HealedMatterMs = 10 * MinuteMs;
constexpr qint64 RoundsPerCosts = 10; ///< a whole day is a lot to read
constexpr qsizetype NewestRejections = 100;
constexpr qsizetype MostRemembered = 10'000;

/// One round of questions.
struct Question
{
    qint64 nowMs = 0;
    qint64 webhookAwaitedSinceMs = 0;
    double costTolerance = 0.0;
    bool withCosts = false;
};

/// What the rules ask of the store, each over its own span.
Result<AlertFigures> figuresOf(CallReader &reader, const Question &question)
{
    const auto sinceWebhook = reader.qualityFigures(question.webhookAwaitedSinceMs, question.costTolerance);
    if (!sinceWebhook)
        return sinceWebhook.error();
    const auto lastHour = reader.qualityFigures(question.nowMs - HourMs, question.costTolerance);
    if (!lastHour)
        return lastHour.error();
    AlertFigures figures;
    figures.webhookAwaitedSinceMs = question.webhookAwaitedSinceMs;
    figures.newFromPoll = sinceWebhook->newFromPoll;
    figures.latencyP95Ms = lastHour->latencyP95Ms;
    figures.latencySamples = lastHour->latencySamples;
    if (!question.withCosts)
        return figures;
    const auto lastDay = reader.qualityFigures(question.nowMs - DayMs, question.costTolerance);
    if (!lastDay)
        return lastDay.error();
    figures.costMismatches = lastDay->costMismatches;
    figures.implausibleCosts = lastDay->implausibleCosts;
    return figures;
}

HealedCall healedCall(const CallRow &row)
{
    return {row.callId, row.id, row.finishedSeenMs, false, false};
}

} // namespace

AlertFeed::AlertFeed(AsyncReader &reader, const Clock &clock, AlertBoard &board, double costTolerance,
                     QObject *parent)
    : QObject(parent), m_reader(reader), m_clock(clock), m_board(board), m_costTolerance(costTolerance)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    m_regular.setInterval(30s);
    connect(&m_soon, &QTimer::timeout, this, &AlertFeed::ask);
    connect(&m_regular, &QTimer::timeout, this, &AlertFeed::ask);
    m_regular.start();
    QTimer::singleShot(0, this, &AlertFeed::begin);
}

void AlertFeed::setCostTolerance(double tolerance)
{
    m_costTolerance = tolerance;
    m_round = 0;
    askSoon();
}

void AlertFeed::askSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

/// What happened shortly before the window was there.
void AlertFeed::begin()
{
    using Rows = Result<QList<CallRow>>;
    m_reader.read<Rows>(
        this,
        [sinceMs = m_clock.nowMs() - HealedMatterMs](CallReader &reader) { return reader.liveRows(sinceMs); },
        [this](const Rows &rows) {
            if (rows)
                noteHealed(*rows);
        });
    ask();
}

/// Again and again: which call a rejected body names is worked out after it was noted.
void AlertFeed::askRejections()
{
    using Records = Result<QList<DeliveryRecord>>;
    m_reader.read<Records>(
        this, [](CallReader &reader) { return reader.deliveries(true, NewestRejections); },
        [this](const Records &records) {
            if (!records)
                return;
            for (auto record = records->crbegin(); record != records->crend(); ++record) {
                if (m_clock.nowMs() - record->receivedMs <= RejectionTally::LatelyMs)
                    m_board.noteRejected(*record);
            }
        });
}

void AlertFeed::ask()
{
    if (m_isAsking)
        return askSoon();
    m_isAsking = true;
    askRejections();
    const Question question{m_clock.nowMs(), m_board.webhookAwaitedSinceMs(), m_costTolerance,
                            m_round++ % RoundsPerCosts == 0};
    using Answer = Result<AlertFigures>;
    m_reader.read<Answer>(
        this, [question](CallReader &reader) { return figuresOf(reader, question); },
        [this](const Answer &answer) {
            m_isAsking = false;
            if (answer) // else the alerts stay as they are; the store's own one tells about it
                m_board.setFigures(*answer);
        });
}

void AlertFeed::noteUpdates(const CallUpdates &updates)
{
    m_board.noteFetched(updates.rows);
    noteHealed(updates.rows);
}

/// Each at once with what its row says; of the newest, whose evidence is shown, the history is read first.
void AlertFeed::noteHealed(const QList<CallRow> &rows)
{
    QList<CallRow> healed;
    for (const CallRow &row : rows) {
        const bool isYoung = m_clock.nowMs() - row.finishedSeenMs <= HealedMatterMs;
        if (row.corrected && isYoung && !m_healed.contains(row.callId))
            healed.append(row);
    }
    if (healed.isEmpty())
        return;
    std::sort(healed.begin(), healed.end(),
              [](const CallRow &a, const CallRow &b) { return a.finishedSeenMs < b.finishedSeenMs; });
    if (m_healed.size() > MostRemembered)
        m_healed.clear();
    for (const CallRow &row : std::as_const(healed))
        m_healed.insert(row.callId);
    const CallRow newest = healed.takeLast();
    for (const CallRow &row : std::as_const(healed))
        m_board.noteHealed(healedCall(row));

    using History = Result<QList<HistoryEntry>>;
    m_reader.read<History>(
        this, [id = newest.id](CallReader &reader) { return reader.history(id); },
        [this, newest](const History &history) {
            HealedCall call = healedCall(newest);
            if (const auto closing = history ? closingOf(*history) : std::nullopt) {
                call.isAfterRejection = closing->isAfterRejection;
                call.isByResync = closing->by == Source::Resync;
            }
            m_board.noteHealed(call);
        });
    askSoon();
}

} // namespace anrufwarte
