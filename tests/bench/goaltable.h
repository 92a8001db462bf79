// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <algorithm>
#include <cstdio>

namespace anrufwarte::bench {

/// Of what is to be small: must stay under the floor, and is something to be proud of under the stretch.
struct Goal
{
    int row = 0; ///< in the table of goals
    QString what;
    double floor = 0.0;
    double stretch = 0.0;
};

/// One line of the load table; returns whether the floor is met.
inline bool printRow(const Goal &goal, double measured)
{
    const bool met = measured <= goal.floor;
    std::printf("| %d | %s | %.3g | %.3g | %.3g | %s |\n", goal.row, qPrintable(goal.what), measured,
                goal.floor, goal.stretch, met ? "met" : "SHORT");
    std::fflush(stdout);
    return met;
}

/// 0 when there is nothing.
template <typename T>
double quantile(QList<T> values, double share)
{
    if (values.isEmpty())
        return 0.0;
    std::sort(values.begin(), values.end());
    return static_cast<double>(
        values.at(static_cast<qsizetype>(static_cast<double>(values.size() - 1) * share)));
}

template <typename T>
double median(const QList<T> &values)
{
    return quantile(values, 0.5);
}

/// "0.98 to 1.31", so that nobody takes one figure for the truth.
inline QString spread(const QList<double> &values)
{
    return QStringLiteral("%1 to %2")
        .arg(quantile(values, 0.0), 0, 'g', 3)
        .arg(quantile(values, 1.0), 0, 'g', 3);
}

} // namespace anrufwarte::bench
