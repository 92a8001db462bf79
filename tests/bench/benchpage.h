// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/callstore.h"
#include "tests/core/board/boardrows.h"
#include "ui/calls/livepage.h"

#include <QSettings>
#include <QTemporaryDir>

namespace anrufwarte::bench {

/// The live page alone over an empty store of its own, with so many running calls in it.
class BenchPage
{
public:
    explicit BenchPage(Look &look) : m_look(look) {}

    /// False if it does not come to show its rows.
    [[nodiscard]] bool open(const QList<CallRow> &rows);

    [[nodiscard]] LivePage &page() { return *m_page; }

private:
    Look &m_look;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<CallStore> m_store;
    std::unique_ptr<AsyncReader> m_reader;
    std::unique_ptr<QSettings> m_state;
    std::unique_ptr<LivePage> m_page;
};

/// That began one after the other, the last one a minute ago.
[[nodiscard]] QList<CallRow> runningCalls(int count);

/// What a person sees of it changes: mood and completeness.
void changeVisibly(CallRow &row, int number);

} // namespace anrufwarte::bench
