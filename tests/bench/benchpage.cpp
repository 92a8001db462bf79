// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchpage.h"

#include "tests/bench/benchwindow.h"

namespace anrufwarte::bench {

namespace {
constexpr QSize ThirtyRows(1280, 1220);
constexpr qint64 MinuteMs = 60'000;
} // namespace

bool BenchPage::open(const QList<CallRow> &rows)
{
    StoreOptions options;
    options.file = m_folder.filePath(QStringLiteral("calls.sqlite"));
    auto store = CallStore::open(options, m_clock);
    if (!store)
        return false;
    m_store = *std::move(store);
    m_reader = std::make_unique<AsyncReader>(ReaderOptions{options.file, CostUnitChoice::Auto});
    m_state =
        std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("state.ini")), QSettings::IniFormat);
    m_page = std::make_unique<LivePage>(m_look, *m_reader, m_clock, Settings{}, *m_state);
    m_page->resize(ThirtyRows);
    m_page->show();
    m_page->applyUpdates({1, m_clock.nowMs(), rows});
    return turnUntil([this, &rows] {
        return m_page->table()->view(BoardGroup::Running)->model()->rowCount() == rows.size();
    });
}

QList<CallRow> runningCalls(int count)
{
    const qint64 last = SystemClock().nowMs() - MinuteMs;
    QList<CallRow> rows;
    for (int i = 0; i < count; ++i)
        rows.append(test::runningCall(i, last - count + i));
    return rows;
}

void changeVisibly(CallRow &row, int number)
{
    row.sentiment = number % 2 == 0 ? QStringLiteral("Neutral") : QStringLiteral("Positive");
    row.completeness.present = static_cast<quint8>(number % (Completeness::AllParts + 1));
}

} // namespace anrufwarte::bench
