// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sightings.h"

#include "tests/bench/signedrequests.h"

#include <chrono>

namespace anrufwarte::bench {

namespace {

constexpr std::array BothGroups{BoardGroup::Running, BoardGroup::Ended};

qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

const CallTableModel &modelOf(const CallTable &table, BoardGroup group)
{
    return *qobject_cast<const CallTableModel *>(table.view(group)->model());
}

} // namespace

void Sightings::Log::note(const CallRow &row, qint64 ns)
{
    const Origin origin = originOf(row.callId.value(), row.agentName);
    if (origin.number < 0)
        return;
    if (origin.running < 0) {
        if (!m_single.contains(origin.number))
            m_single.insert(origin.number, ns);
        return;
    }
    std::vector<Seen> &news = m_news[origin.running];
    if (news.empty() || news.back().number < origin.number)
        news.push_back({origin.number, ns});
}

std::optional<qint64> Sightings::Log::firstWith(int number) const
{
    const int running = newsOf(number, m_running);
    if (running < 0) {
        const auto found = m_single.constFind(number);
        return found == m_single.cend() ? std::nullopt : std::optional(*found);
    }
    const auto news = m_news.constFind(running);
    if (news == m_news.cend())
        return std::nullopt;
    const auto seen = std::ranges::lower_bound(*news, number, {}, &Seen::number);
    return seen == news->end() ? std::nullopt : std::optional(seen->ns);
}

Sightings::Sightings(MeasuredApplication &application, const CallTable &table, int running)
    : m_application(application), m_table(table), m_model(running), m_pixels(running)
{
    QSet<QObject *> viewports;
    for (const BoardGroup group : BothGroups) {
        const CallTableModel &model = modelOf(table, group);
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this, &model](const QModelIndex &, int first, int last) { noteRows(model, first, last); });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this, &model](const QModelIndex &topLeft, const QModelIndex &bottomRight) {
                    noteRows(model, topLeft.row(), bottomRight.row());
                });
        viewports.insert(table.view(group)->viewport());
    }
    application.watch(viewports, [this](const auto &painted) { notePainted(painted); });
}

Sightings::~Sightings()
{
    m_application.watchNothing();
}

void Sightings::noteRows(const CallTableModel &model, int first, int last)
{
    const qint64 now = nowNs();
    for (int row = first; row <= last; ++row)
        m_model.note(model.row(row)->call, now);
}

void Sightings::notePainted(const MeasuredApplication::Painted &painted)
{
    const qint64 now = nowNs();
    for (const BoardGroup group : BothGroups) {
        const CallGroupView *view = m_table.view(group);
        const QRegion region = painted.value(view->viewport());
        if (region.isEmpty())
            continue;
        const CallTableModel &model = modelOf(m_table, group);
        const int agent = static_cast<int>(BoardColumn::Agent);
        const int first = region.boundingRect().top() / metric::RowHeight;
        const int last = std::min(region.boundingRect().bottom() / metric::RowHeight, model.rowCount() - 1);
        for (int row = first; row <= last; ++row) {
            QRect cell = view->rowRect(row);
            cell.setLeft(view->columnViewportPosition(agent));
            cell.setWidth(view->columnWidth(agent));
            if (region.contains(cell))
                m_pixels.note(model.row(row)->call, now);
        }
    }
}

} // namespace anrufwarte::bench
