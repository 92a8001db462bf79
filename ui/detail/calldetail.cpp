// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/calldetail.h"

#include "core/store/asyncreader.h"
#include "core/text/errortext.h"
#include "ui/detail/callheader.h"
#include "ui/detail/callpane.h"
#include "ui/detail/callsaver.h"

#include <QVBoxLayout>
#include <algorithm>
#include <chrono>

namespace anrufwarte {

CallDetail::CallDetail(Look &look, AsyncReader &reader, const Clock &clock, const Settings &settings,
                       QWidget *parent)
    : QWidget(parent),
      m_reader(reader),
      m_clock(clock),
      m_pane(new CallPane(look, settings, this)),
      m_saver(new CallSaver(reader, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pane);
    connect(m_pane, &CallPane::closeRequested, this, &CallDetail::closeRequested);
    connect(m_pane, &CallPane::resyncRequested, this, [this] {
        Q_EMIT
        resyncRequested(m_callId);
    });
    connect(m_pane, &CallPane::saveRequested, this, &CallDetail::saveCall);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_pane->tick(m_clock.nowMs());
        adjustTicking();
    });
}

void CallDetail::showCall(const CallId &id)
{
    if (id == m_callId)
        return;
    m_callId = id;
    read();
}

void CallDetail::refresh(const CallUpdates &updates)
{
    const auto isOurs = [this](const CallRow &row) { return row.callId == m_callId; };
    if (!std::any_of(updates.rows.begin(), updates.rows.end(), isOurs))
        return;
    if (m_isReading)
        m_readAgain = true;
    else
        read();
}

void CallDetail::setSettings(const Settings &settings)
{
    m_pane->setSettings(settings);
}

void CallDetail::setDayFigures(const DayFigures &figures)
{
    m_pane->setMicrosPerMinute(figures.microsPerMinute);
}

bool CallDetail::focusSearch()
{
    return m_pane->focusSearch();
}

void CallDetail::saveCall()
{
    if (const std::optional<CallContent> &content = m_pane->content())
        m_saver->askAndSave(content->call.row);
}

void CallDetail::setResyncEnabled(bool enabled)
{
    m_pane->header().setResyncEnabled(enabled);
}

void CallDetail::clear()
{
    m_callId = CallId();
    m_pane->clear();
    adjustTicking();
}

void CallDetail::read()
{
    m_isReading = true;
    m_readAgain = false;
    const CallId asked = m_callId;
    m_reader.read<Result<CallContent>>(
        this,
        [asked](CallReader &reader) -> Result<CallContent> {
            Result<Call> call = reader.call(asked.value());
            if (!call)
                return call.error();
            CallContent content = contentOf(*std::move(call)); // parses what may be megabytes, hence here
            if (content.call.row.corrected) {
                const Result<QList<HistoryEntry>> history = reader.history(content.call.row.id);
                content.closing = history ? closingOf(*history) : std::nullopt;
            }
            return content;
        },
        [this, asked](const Result<CallContent> &answer) { take(asked, answer); });
}

void CallDetail::take(const CallId &asked, const Result<CallContent> &answer)
{
    if (asked != m_callId)
        return; // late: another call was chosen meanwhile, and its own answer is on the way
    m_isReading = false;
    if (answer)
        m_pane->showContent(*answer, m_clock.nowMs());
    else
        m_pane->showProblem(sentence(answer.error()));
    adjustTicking();
    if (m_readAgain)
        read();
}

void CallDetail::adjustTicking()
{
    using namespace std::chrono_literals;
    if (!m_pane->needsTicking())
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start(1s);
}

} // namespace anrufwarte
