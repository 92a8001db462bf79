// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/turnmeter.h"
#include "ui/calls/calltable.h"

#include <QHash>

namespace anrufwarte::bench {

/// When webhooks (signedrequests.h) became rows of the live table's models, and when they were
/// painted; ns of the steady clock.
class Sightings : public QObject
{
public:
    Sightings(MeasuredApplication &application, const CallTable &table, int running);
    ~Sightings() override;

    /// Empty when it never was, or not before newer news of the same call.
    [[nodiscard]] std::optional<qint64> inModel(int number) const { return m_model.firstWith(number); }
    [[nodiscard]] std::optional<qint64> painted(int number) const { return m_pixels.firstWith(number); }

private:
    /// News of a running call count as seen once they or newer ones are.
    class Log
    {
    public:
        explicit Log(int running) : m_running(running) {}
        void note(const CallRow &row, qint64 ns);
        [[nodiscard]] std::optional<qint64> firstWith(int number) const;

    private:
        struct Seen
        {
            int number = -1;
            qint64 ns = 0;
        };
        const int m_running;
        QHash<int, qint64> m_single;          ///< by number
        QHash<int, std::vector<Seen>> m_news; ///< by running call, both ascending
    };

    void noteRows(const CallTableModel &model, int first, int last);
    void notePainted(const MeasuredApplication::Painted &painted);

    MeasuredApplication &m_application;
    const CallTable &m_table;
    Log m_model;
    Log m_pixels;
};

} // namespace anrufwarte::bench
