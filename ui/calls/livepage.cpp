// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/livepage.h"

#include "ui/calls/detailsplitter.h"
#include "ui/calls/loadingsigns.h"
#include "ui/calls/warnchip.h"

#include <QAction>
#include <QEvent>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
constexpr qint64 MinuteMs = 60'000;
constexpr int EstimateSeconds = 10; ///< estimates are repainted only so often: they change by a cent at most
const QString SortColumnKey = QStringLiteral("liveCalls/sortColumn");
const QString SortDescendingKey = QStringLiteral("liveCalls/sortDescending");
} // namespace

LivePage::LivePage(Look &look, AsyncReader &reader, const Clock &clock, const Settings &settings,
                   QSettings &state, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_clock(clock),
      m_state(state),
      m_data(reader, clock),
      m_table(new CallTable(look, m_context, m_data.board(), clock)),
      m_splitter(new DetailSplitter(look, m_table, state)),
      m_loading(new LoadingBar(look)),
      m_skeleton(new SkeletonRows(look)),
      m_empty(new LiveEmpty(look)),
      m_detailAction(new QAction(this))
{
    m_context.nowMs = clock.nowMs();
    arrange();
    connectData();
    connectTable();
    m_table->restoreColumns(state);
    restoreSort();
    setSettings(settings);
    retranslate();
    m_table->setKnown(false);
    m_data.load();
}

LivePage::~LivePage()
{
    // The table asks the board, which is a member: it must go first.
    delete m_splitter;
}

void LivePage::arrange()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_loading);
    column->addWidget(m_splitter, 1);
    m_table->addAlternative(m_skeleton);
    m_table->addAlternative(m_empty);

    m_detailAction->setCheckable(true);
    m_detailAction->setChecked(m_splitter->isDetailShown());
    m_detailAction->setShortcut(Qt::Key_F9);
    addAction(m_detailAction);
    connect(m_detailAction, &QAction::triggered, m_splitter, &DetailSplitter::setDetailShown);
    connect(m_splitter, &DetailSplitter::detailShownChanged, m_detailAction, &QAction::setChecked);
    connect(m_splitter, &DetailSplitter::backPressed, m_table, &CallTable::focusRows);

    connect(m_empty, &LiveEmpty::fetchRequested, this, &LivePage::fetchRequested);
    connect(m_empty, &LiveEmpty::checkRequested, this, &LivePage::checkRequested);
    connect(m_empty, &LiveEmpty::filterResetRequested, this, [this] {
        m_table->unconfirmedChip()->setChecked(false);
        setSearch({});
        Q_EMIT
        searchResetRequested();
    });
}

void LivePage::connectData()
{
    connect(&m_data, &LiveData::edited, this, [this](const BoardEdits &edits) {
        m_table->apply(edits);
        showCounts();
    });
    connect(&m_data, &LiveData::reordered, this,
            [this](const BoardEdits &edits) { m_table->apply(edits, CallTable::Hold::Position); });
    connect(&m_data, &LiveData::callsUpdated, this, [this](const QSet<CallId> &calls) {
        if (calls.contains(m_table->selected()))
            Q_EMIT
        callSelected(m_table->selected());
    });
    connect(&m_data, &LiveData::secondPassed, this, &LivePage::passSecond);
    connect(&m_data, &LiveData::loadStarted, m_loading, &LoadingBar::start);
    connect(m_loading, &LoadingBar::appeared, this, [this] {
        m_skeletonShown = !m_data.hasLoaded();
        updateBody();
    });
    connect(&m_data, &LiveData::loaded, this, [this] {
        m_table->setKnown(true);
        const BoardCounts counts = m_data.board().counts(); // also when there are none: that is known now
        Q_EMIT
        runningCountChanged(counts.ongoing, counts.registered, counts.unconfirmed);
        m_loading->stop();
        updateBody();
        Q_EMIT
        readingEnded({});
    });
    connect(&m_data, &LiveData::loadFailed, this, [this](const Error &error) {
        m_loading->stop();
        updateBody();
        Q_EMIT
        readingEnded(error);
    });
}

void LivePage::connectTable()
{
    connect(m_table, &CallTable::callPicked, this, &LivePage::callSelected);
    connect(m_table, &CallTable::callOpened, m_splitter, &DetailSplitter::openDetail);
    connect(m_table, &CallTable::unconfirmedOnlyChosen, this, &LivePage::updateFilter);
    connect(m_table, &CallTable::columnsChosen, this, [this] { m_table->saveColumns(m_state); });
    connect(m_table, &CallTable::attentionChanged, this, [this] { m_data.hold(m_table->heldCalls()); });
    connect(m_table, &CallTable::sortChosen, this, [this](BoardSort sort) {
        m_state.setValue(SortColumnKey, static_cast<int>(sort.column));
        m_state.setValue(SortDescendingKey, sort.descending);
        m_table->setSort(sort);
        m_data.setSort(sort);
    });
}

void LivePage::restoreSort()
{
    const BoardSort standard;
    const int column = m_state.value(SortColumnKey, static_cast<int>(standard.column)).toInt();
    if (column < 0 || column >= BoardColumnCount)
        return;
    const BoardSort sort{static_cast<BoardColumn>(column),
                         m_state.value(SortDescendingKey, standard.descending).toBool()};
    m_table->setSort(sort);
    m_data.setSort(sort);
}

void LivePage::passSecond()
{
    m_data.setReorderAllowed(!m_table->isBeingRead());
    m_data.hold(m_table->heldCalls());
    if (m_context.stale)
        return;
    m_context.nowMs = m_clock.nowMs();
    m_table->repaintDurations(++m_seconds % EstimateSeconds == 0);
    if (m_empty->isVisible())
        updateBody();
}

void LivePage::showCounts()
{
    const BoardCounts counts = m_data.board().counts();
    updateBody();
    if (counts == m_counts)
        return;
    const bool running = counts.ongoing != m_counts.ongoing || counts.registered != m_counts.registered ||
                         counts.unconfirmed != m_counts.unconfirmed;
    m_counts = counts;
    m_table->showCounts(counts);
    if (running)
        Q_EMIT
    runningCountChanged(counts.ongoing, counts.registered, counts.unconfirmed);
}

void LivePage::updateBody()
{
    const LiveBoard &board = m_data.board();
    const bool anyRow = m_table->view(BoardGroup::Running)->model()->rowCount() > 0 ||
                        m_table->view(BoardGroup::Ended)->model()->rowCount() > 0;
    if (anyRow) {
        m_table->showInstead(nullptr);
        return;
    }
    if (!board.filter().isEmpty() &&
        board.counts().ongoing + board.counts().registered + board.counts().ended > 0) {
        m_empty->showNoHits(m_search);
        m_table->showInstead(m_empty);
    } else if (m_sources.isDeaf()) {
        m_empty->showDeaf(m_sources);
        m_table->showInstead(m_empty);
    } else if (m_data.hasLoaded()) {
        m_empty->showQuiet(m_sources, m_context.formats, m_clock.nowMs());
        m_table->showInstead(m_empty);
    } else if (m_skeletonShown) {
        m_table->showInstead(m_skeleton);
    }
}

void LivePage::applyUpdates(const CallUpdates &updates)
{
    m_data.take(updates);
}

void LivePage::setSettings(const Settings &settings)
{
    m_context.maskNumbers = settings.privacyMaskNumbers;
    m_context.warnMs = settings.alertsCallMinutesWarn * MinuteMs;
    m_context.dangerMs = settings.alertsCallMinutesDanger * MinuteMs;
    m_context.latencyLimitMs = settings.alertsLatencyP95Ms;
    m_sources.pollSeconds = settings.pollIntervalSeconds;
    m_data.setUnconfirmedAfter(settings.pollUnconfirmedAfterSeconds * 1000LL);
    m_table->retranslate();
    updateStale();
    updateBody();
}

void LivePage::setListenerHealth(const ListenerHealth &health)
{
    m_sources.listener = health;
    updateStale();
    updateBody();
}

void LivePage::setApiHealth(const ApiHealth &health)
{
    m_sources.api = health;
    updateStale();
    updateBody();
}

void LivePage::setStoreHealth(const StoreHealth &health)
{
    m_sources.store = health;
    updateBody();
}

void LivePage::setKeyPresent(bool present)
{
    m_sources.hasKey = present;
    updateStale();
    updateBody();
}

void LivePage::setDayFigures(const DayFigures &figures)
{
    if (m_context.microsPerMinute == figures.microsPerMinute)
        return;
    m_context.microsPerMinute = figures.microsPerMinute;
    m_table->repaintDurations(true);
}

void LivePage::setStale(bool stale)
{
    if (m_sources.pollLate == stale)
        return;
    m_sources.pollLate = stale;
    updateStale();
    updateBody();
}

void LivePage::updateStale()
{
    const bool stale = m_sources.pollLate || m_sources.isDeaf();
    if (m_context.stale == stale)
        return;
    m_context.stale = stale;
    if (!stale)
        m_context.nowMs = m_clock.nowMs();
    m_table->repaintDurations(true);
}

void LivePage::setSearch(const QString &text)
{
    m_search = text.trimmed();
    m_table->noteKey();
    updateFilter();
}

void LivePage::updateFilter()
{
    m_data.setFilter({m_search, m_table->unconfirmedChip()->isChecked()});
    m_table->showCounts(m_data.board().counts());
}

void LivePage::setDetail(QWidget *detail)
{
    m_splitter->setDetail(detail);
}

void LivePage::selectCall(const CallId &call)
{
    m_table->select(call);
    Q_EMIT
    callSelected(call);
}

void LivePage::selectNextCall()
{
    m_table->selectNext(+1);
}

void LivePage::selectPreviousCall()
{
    m_table->selectNext(-1);
}

void LivePage::setDetailShown(bool shown)
{
    m_splitter->setDetailShown(shown);
}

void LivePage::copyRow()
{
    m_table->copyRow();
}

void LivePage::copyCallId()
{
    m_table->copyCallId();
}

void LivePage::load()
{
    m_data.load();
}

void LivePage::focusTable()
{
    m_table->focusRows();
}

void LivePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_table->header()->fitLanguage();
    }
    QWidget::changeEvent(event);
}

void LivePage::retranslate()
{
    m_context.formats = Formats();
    m_detailAction->setText(tr("Detail pane"));
    m_table->retranslate();
    updateBody();
}

} // namespace anrufwarte
