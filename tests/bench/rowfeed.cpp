// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rowfeed.h"

#include "core/base/clock.h"

#include <QRandomGenerator>
#include <chrono>
#include <thread>

namespace anrufwarte::bench {

namespace {
using namespace std::chrono;
using namespace std::chrono_literals;
constexpr auto Slice = 5ms; ///< about as often as the writer commits under load
} // namespace

RowFeed::RowFeed(QList<CallRow> rows, Change change, QObject *context, Target target)
    : m_rows(std::move(rows)), m_change(std::move(change)), m_context(context), m_target(std::move(target))
{
}

RowFeed::~RowFeed()
{
    m_ends = true;
    wait();
}

void RowFeed::setRate(int perSecond)
{
    m_perSecond = perSecond;
}

void RowFeed::run()
{
    const SystemClock clock;
    QRandomGenerator random(559);
    double due = 0.0;
    int number = 0;
    auto next = steady_clock::now();
    while (!m_ends) {
        next += Slice;
        std::this_thread::sleep_until(next);
        due += m_perSecond * duration<double>(Slice).count();
        CallUpdates updates{++number, clock.nowMs(), {}};
        for (; due >= 1.0; due -= 1.0) {
            CallRow &row =
                m_rows[static_cast<qsizetype>(random.bounded(static_cast<quint32>(m_rows.size())))];
            ++row.revision;
            m_change(row, ++number);
            updates.rows.append(row);
        }
        if (!updates.rows.isEmpty())
            QMetaObject::invokeMethod(
                m_context, [target = m_target, updates = std::move(updates)] { target(updates); },
                Qt::QueuedConnection);
    }
}

} // namespace anrufwarte::bench
