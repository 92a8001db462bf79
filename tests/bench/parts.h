// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/turnmeter.h"

#include <time.h>

namespace anrufwarte::bench {

/// Processor time of this thread; the main thread's is what a frozen window costs.
[[nodiscard]] inline qint64 threadCpuNs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

// The parts of the load table that a window is needed for. Each prints what it saw and then its rows; false
// when a row is short of its floor or could not be measured. One per process.

/// Row 9: from a webhook to its row in the model and to the pixels, at 1,000 webhooks a second.
[[nodiscard]] bool acceptedToPixels(MeasuredApplication &application, int rounds);
/// Row 10: what 10,000 updates a second cost the main thread against 100, of the live page alone.
[[nodiscard]] bool updatesOfPage(MeasuredApplication &application, int rounds);
/// Row 10, of the whole program.
[[nodiscard]] bool updatesOfProgram(MeasuredApplication &application, int rounds);
/// Row 11: a table sorted by each column against a sorting proxy over the same model.
[[nodiscard]] bool sortedTable(MeasuredApplication &application, int rounds);
/// Row 6: answers to webhooks while the window paints, searches and resyncs, against a window at rest.
[[nodiscard]] bool acksBesideWork(MeasuredApplication &application, int rounds, int requestIntervalMs);

} // namespace anrufwarte::bench
