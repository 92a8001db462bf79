// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/resyncdata.h"

#include "core/store/asyncreader.h"

#include <chrono>

namespace anrufwarte {

namespace {
using namespace std::chrono_literals;
constexpr qsizetype MostOpenCalls = 500, MostRuns = 20;

template <typename T>
std::optional<T> valueOf(Result<T> result)
{
    return result ? std::optional<T>(*std::move(result)) : std::nullopt;
}
} // namespace

ResyncData::ResyncData(AsyncReader &reader, QObject *parent) : QObject(parent), m_reader(reader)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &ResyncData::load);
    connect(&m_minute, &QTimer::timeout, this, &ResyncData::load);
    m_minute.start(1min);
}

void ResyncData::loadSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void ResyncData::load()
{
    m_soon.stop();
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    m_readAgain = false;
    m_reader.read<Answer>(
        this,
        [](CallReader &reader) {
            return Answer{valueOf(reader.incompleteOverview(MostOpenCalls)),
                          valueOf(reader.resyncRuns(MostRuns))};
        },
        [this](const Answer &answer) { take(answer); });
}

/// What could not be read stays as it was; the status bar says that the store has a problem.
void ResyncData::take(const Answer &answer)
{
    m_isReading = false;
    if (answer.overview)
        Q_EMIT
    incompleteRead(*answer.overview);
    if (answer.runs)
        Q_EMIT
    runsRead(*answer.runs);
    if (m_readAgain)
        loadSoon();
}

void ResyncData::loadResults(const ResyncRun &run)
{
    m_wantedRun = run.startedMs;
    m_reader.read<Result<QList<ResyncResult>>>(
        this, [started = run.startedMs](CallReader &reader) { return reader.resyncResults(started); },
        [this, run](Result<QList<ResyncResult>> results) {
            if (run.startedMs == m_wantedRun) // else another one was chosen meanwhile
                Q_EMIT
            resultsRead(run, results ? *std::move(results) : QList<ResyncResult>());
        });
}

} // namespace anrufwarte
