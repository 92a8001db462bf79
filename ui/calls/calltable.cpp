// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calltable.h"

#include "ui/calls/callcolumns.h"
#include "ui/calls/celltexts.h"
#include "ui/calls/groupheading.h"
#include "ui/calls/warnchip.h"
#include "ui/look/card.h"
#include "ui/look/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
constexpr qint64 ReadingMs = 3'000;
constexpr std::array BothGroups{BoardGroup::Running, BoardGroup::Ended};
const QString ColumnsKey = QStringLiteral("liveCalls/columns1");
} // namespace

CallTable::CallTable(const Look &look, const CellContext &context, const LiveBoard &board, const Clock &clock,
                     QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_board(board),
      m_clock(clock),
      m_header(new CallTableHeader(look)),
      m_scroll(new QScrollArea),
      m_content(new QWidget),
      m_body(new QStackedWidget)
{
    for (const BoardGroup group : BothGroups)
        makeGroup(look, group);
    m_header->setModel(groupOf(BoardGroup::Running).model);
    connect(m_header, &QHeaderView::sectionResized, this, &CallTable::mirrorColumns);
    connect(m_header, &CallTableHeader::layoutChosen, this, &CallTable::mirrorColumns);
    connect(m_header, &CallTableHeader::layoutChosen, this, &CallTable::columnsChosen);
    connect(m_header, &CallTableHeader::sortChosen, this, &CallTable::sortChosen);
    connect(m_header, &CallTableHeader::fitRequested, this, &CallTable::fitColumns);
    makeHeadings(look);
    arrange(look);
    connect(&m_fade, &RowFade::changed, this, [this] {
        for (const CallId &call : m_fade.rows()) {
            if (const std::optional<BoardPlace> place = m_board.placeOf(call))
                view(place->group)->updateRow(place->row);
        }
    });
    m_header->resetLayout();
    retranslate();
}

CallTable::~CallTable()
{
    // Views lose focus while they are torn down, and would tell a table that is no more.
    for (const Group &group : m_groups)
        group.view->disconnect(this);
}

void CallTable::makeGroup(const Look &look, BoardGroup group)
{
    Group &made = m_groups[static_cast<size_t>(group)];
    made.model = new CallTableModel(m_context, this);
    made.delegate = new CallDelegate(look, m_context, m_fade, this);
    made.view = new CallGroupView(look, made.model, made.delegate, m_content);
    connect(made.view, &CallGroupView::rowPicked, this, [this, group](int row) { pick(group, row); });
    connect(made.view, &CallGroupView::rowOpened, this, [this, group](int row) {
        Q_EMIT
        callOpened(callAt(group, row));
    });
    connect(made.view, &CallGroupView::rowWanted, this, [this, group](int row) { showRow(group, row); });
    connect(made.view, &CallGroupView::attentionChanged, this, &CallTable::attentionChanged);
    connect(made.view, &CallGroupView::keyPressed, this, &CallTable::noteKey);
    connect(made.view, &CallGroupView::pointerMoved, this, &CallTable::notePointer);
    connect(made.view, &CallGroupView::copyRequested, this, &CallTable::copyRow);
    connect(made.view, &CallGroupView::copyIdRequested, this, &CallTable::copyCallId);
}

void CallTable::makeHeadings(const Look &look)
{
    m_runningHeading = new GroupHeading(look);
    m_chip = new WarnChip(look);
    m_chip->hide();
    connect(m_chip, &WarnChip::toggled, this, &CallTable::unconfirmedOnlyChosen);
    m_columnsButton = new QPushButton;
    setButtonKind(m_columnsButton, ButtonKind::Flat);
    setCompact(m_columnsButton);
    const auto colourIcon = [this, &look] {
        m_columnsButton->setIcon(look.icon(QStringLiteral("columns-3"), look.tokens().text2));
    };
    colourIcon();
    connect(&look, &Look::changed, m_columnsButton, colourIcon);
    connect(m_columnsButton, &QPushButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_header->fillMenu(*menu);
        menu->popup(m_columnsButton->mapToGlobal(QPoint(0, m_columnsButton->height())));
    });
    m_runningHeading->addRight(m_chip);
    m_runningHeading->addRight(m_columnsButton);

    m_endedHeading = new GroupHeading(look, m_content);
    m_noneRunning = new TextLabel(look, TextStyle::Body, &Tokens::text2, m_content);
    m_noneRunning->setContentsMargins(12, 0, 12, 0);
}

void CallTable::arrange(const Look &look)
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(m_content);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    overlayScrollBar();
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    m_scroll->viewport()->installEventFilter(this);
    m_body->addWidget(m_scroll);
    m_body->installEventFilter(this);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_restoring)
            m_restsAtTop = value == 0;
    });
    connect(m_scroll->horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &QHeaderView::setOffset);

    auto *card = new Card(look);
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(1, 1, 1, metric::RadiusCard);
    rows->setSpacing(0);
    rows->addWidget(m_runningHeading);
    rows->addWidget(m_header);
    rows->addWidget(m_body, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    setTabOrder(m_chip, m_columnsButton);
    setTabOrder(m_columnsButton, view(BoardGroup::Running));
    setTabOrder(view(BoardGroup::Running), view(BoardGroup::Ended));
}

void CallTable::apply(const BoardEdits &edits, Hold hold)
{
    if (edits.isEmpty())
        return;
    if (!edits.moveRows()) {
        for (const BoardGroup group : BothGroups)
            groupOf(group).model->replay(edits.of(group));
        return;
    }
    const std::vector<Anchor> held = hold == Hold::Rows ? anchors() : std::vector<Anchor>{};
    {
        const QScopedValueRollback applying(m_applying, true);
        for (const BoardGroup group : BothGroups)
            groupOf(group).model->replay(edits.of(group));
        showSelected();
    }
    layoutGroups();
    for (const BoardGroup group : BothGroups)
        view(group)->settleRows(edits.of(group));
    restore(held);
    for (const BoardGroup group : BothGroups)
        view(group)->updateHover();
    fadeIn(edits.of(BoardGroup::Running));
}

void CallTable::fadeIn(const RowEdits &edits)
{
    QList<CallId> calls;
    for (const RowEdit &edit : edits) {
        if (edit.kind != RowEdit::Kind::Insert)
            continue;
        for (const BoardRowPtr &row : edit.rows)
            calls.append(row->call.callId);
    }
    m_fade.start(calls);
}

void CallTable::pick(BoardGroup group, int row)
{
    if (m_applying)
        return;
    m_selected = callAt(group, row);
    view(group == BoardGroup::Running ? BoardGroup::Ended : BoardGroup::Running)->selectRow(-1, 0);
    announceSelection(group);
}

/// The keys go on where the selection is.
void CallTable::announceSelection(BoardGroup group)
{
    if (holdsFocus())
        view(group)->setFocus(Qt::OtherFocusReason);
    Q_EMIT
    callPicked(m_selected);
}

void CallTable::select(const CallId &call)
{
    m_selected = call;
    showSelected();
    if (const std::optional<BoardPlace> place = m_board.placeOf(call))
        showRow(place->group, place->row);
}

void CallTable::selectNext(int step)
{
    const int running = groupOf(BoardGroup::Running).model->rowCount();
    const int all = running + groupOf(BoardGroup::Ended).model->rowCount();
    if (all == 0)
        return;
    const std::optional<BoardPlace> place = m_board.placeOf(m_selected);
    int next = step > 0 ? 0 : all - 1;
    if (place)
        next = qBound(0, place->row + (place->group == BoardGroup::Ended ? running : 0) + step, all - 1);
    const BoardGroup group = next < running ? BoardGroup::Running : BoardGroup::Ended;
    select(callAt(group, next < running ? next : next - running));
    announceSelection(group);
}

void CallTable::showSelected()
{
    const std::optional<BoardPlace> place = m_board.placeOf(m_selected);
    const int column = static_cast<int>(m_header->shownColumns().value(0));
    for (const BoardGroup group : BothGroups) {
        const bool here = place && place->group == group;
        // A table that is walked through by keyboard keeps its place even if nothing in it is selected.
        if (here || view(group)->selectedRow() >= 0)
            view(group)->selectRow(here ? place->row : -1, column);
    }
}

void CallTable::notePointer()
{
    m_lastPointerMs = m_clock.steadyMs();
}

QSet<CallId> CallTable::heldCalls() const
{
    QSet<CallId> held;
    for (const BoardGroup group : BothGroups) {
        const CallGroupView *table = view(group);
        if (table->hoverRow() >= 0)
            held.insert(callAt(group, table->hoverRow()));
        if (table->hasFocus() && table->currentIndex().isValid())
            held.insert(callAt(group, table->currentIndex().row()));
    }
    return held;
}

bool CallTable::isBeingRead() const
{
    return m_scroll->underMouse() || m_header->underMouse() || m_clock.steadyMs() - m_lastKeyMs < ReadingMs;
}

void CallTable::noteKey()
{
    m_lastKeyMs = m_clock.steadyMs();
}

CallId CallTable::callAt(BoardGroup group, int row) const
{
    const CallTableModel *model = groupOf(group).model;
    return row >= 0 && row < model->rowCount() ? model->row(row)->call.callId : CallId();
}

void CallTable::copyRow() const
{
    if (const BoardRowPtr row = m_board.find(m_selected))
        QGuiApplication::clipboard()->setText(copyText(*row, m_header->shownColumns(), m_context));
}

void CallTable::copyCallId() const
{
    if (!m_selected.value().isEmpty())
        QGuiApplication::clipboard()->setText(m_selected.value());
}

void CallTable::saveColumns(QSettings &state) const
{
    state.setValue(ColumnsKey, m_header->saveState());
}

void CallTable::restoreColumns(QSettings &state)
{
    if (m_header->restoreState(state.value(ColumnsKey).toByteArray()) &&
        !m_header->shownColumns().isEmpty()) {
        m_header->setSortIndicatorShown(false);
        mirrorColumns();
    }
}

void CallTable::showCounts(const BoardCounts &counts)
{
    const Formats &formats = m_context.formats;
    QStringList notes;
    if (counts.registered > 0)
        notes.append(tr("%n ringing", nullptr, counts.registered));
    if (counts.hiddenRunning > 0)
        notes.append(tr("%1 more not shown").arg(formats.number(counts.hiddenRunning)));
    const bool isKnown = m_isKnown || counts.ongoing > 0;
    m_runningHeading->setContent(tr("Ongoing"), isKnown ? formats.number(counts.ongoing) : Formats::unknown(),
                                 notes.join(QLatin1String("  ·  ")));
    QString span = tr("last 15 minutes");
    if (counts.hiddenEnded > 0)
        span += QLatin1String("  ·  ") + tr("%1 more in the history").arg(formats.number(counts.hiddenEnded));
    m_endedHeading->setContent(tr("Just ended"), formats.number(counts.ended), span);
    m_chip->setText(tr("%n unconfirmed", nullptr, counts.unconfirmed));
    m_chip->setVisible(counts.unconfirmed > 0 || m_chip->isChecked());
    m_chip->updateGeometry();
}

void CallTable::retranslate()
{
    setAccessibleName(tr("Ongoing calls"));
    view(BoardGroup::Running)->setAccessibleName(tr("Ongoing calls"));
    view(BoardGroup::Ended)->setAccessibleName(tr("Just ended"));
    m_columnsButton->setText(tr("Columns"));
    m_noneRunning->setText(tr("No ongoing calls just now"));
    m_chip->setToolTip(tr("Show only calls without a recent sign of life"));
    for (const Group &group : m_groups)
        group.model->retranslate();
    m_header->viewport()->update();
    showCounts(m_board.counts());
}

} // namespace anrufwarte
