// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/board/liveboard.h"
#include "ui/calls/callgroupview.h"
#include "ui/calls/calltableheader.h"

#include <QSettings>
#include <QStackedWidget>
#include <QWidget>
#include <optional>

class QPushButton;
class QScrollArea;
class QScrollBar;

namespace anrufwarte {

class Card;
class GroupHeading;
class TextLabel;
class WarnChip;

/// Both groups of the live page in one scroll area under one header: same columns, same widths. Selection and
/// what is looked at are held by call id, whatever rows come and go.
class CallTable : public QWidget
{
    Q_OBJECT
public:
    enum class Hold
    {
        Rows,
        Position
    };

    /// All references must outlive the table. `board` is only asked where calls stand.
    CallTable(const Look &look, const CellContext &context, const LiveBoard &board, const Clock &clock,
              QWidget *parent = nullptr);

    ~CallTable() override;

    /// Hold::Rows: the row under the pointer, else those in view, stay where they are. Hold::Position: the
    /// user asked for another order.
    void apply(const BoardEdits &edits, Hold hold = Hold::Rows);
    void showCounts(const BoardCounts &counts);
    void repaintDurations(bool withEstimates); ///< of the rows in view
    void retranslate();

    void select(const CallId &call);
    void selectNext(int step); ///< +1 / -1, through both groups
    [[nodiscard]] const CallId &selected() const { return m_selected; }
    [[nodiscard]] QSet<CallId> heldCalls() const; ///< under the pointer or the focus
    [[nodiscard]] bool isBeingRead() const;       ///< pointer inside, or a key less than 3 s ago
    void noteKey();
    void notePointer();

    void copyRow() const;
    void copyCallId() const;

    void saveColumns(QSettings &state) const;
    void restoreColumns(QSettings &state);
    void setSort(BoardSort sort) { m_header->setSort(sort); }

    /// False until the calls could be read: that there are none is not said before.
    void setKnown(bool known);
    void addAlternative(QWidget *widget); ///< takes ownership; not shown yet
    /// Shows an alternative below the header instead of the rows; nullptr = the rows again.
    void showInstead(QWidget *widget);

    [[nodiscard]] CallGroupView *view(BoardGroup group) const { return groupOf(group).view; }
    [[nodiscard]] CallTableHeader *header() const { return m_header; }
    [[nodiscard]] WarnChip *unconfirmedChip() const { return m_chip; }
    /// Bounded: with many columns shown, rows scroll sideways instead of pushing others out.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    void focusRows(); ///< of the first group that has any; without rows the table itself waits for them

Q_SIGNALS:
    void callPicked(const anrufwarte::CallId &call);
    void callOpened(const anrufwarte::CallId &call);
    void sortChosen(anrufwarte::BoardSort sort);
    void columnsChosen();
    void attentionChanged();
    void unconfirmedOnlyChosen(bool only);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Group
    {
        CallTableModel *model = nullptr;
        CallDelegate *delegate = nullptr;
        CallGroupView *view = nullptr;
    };
    /// A row in view and where: what must not jump.
    struct Anchor
    {
        CallId call;
        BoardGroup group;
        int offset;
    };

    void makeGroup(const Look &look, BoardGroup group);
    void makeHeadings(const Look &look);
    void arrange(const Look &look);
    void overlayScrollBar();
    void placeScrollBar();
    void mirrorColumns();
    void fitColumns();
    void layoutGroups();
    void placeGroups();
    [[nodiscard]] bool holdsFocus() const;
    void pick(BoardGroup group, int row);
    void announceSelection(BoardGroup group);
    void showSelected();
    void showRow(BoardGroup group, int row);
    void fadeIn(const RowEdits &edits);
    [[nodiscard]] CallId callAt(BoardGroup group, int row) const;
    [[nodiscard]] QRect visibleIn(const CallGroupView *view) const;
    [[nodiscard]] std::vector<Anchor> anchors() const;
    void restore(const std::vector<Anchor> &anchors);
    [[nodiscard]] const Group &groupOf(BoardGroup group) const
    {
        return m_groups[static_cast<size_t>(group)];
    }

    const CellContext &m_context;
    const LiveBoard &m_board;
    const Clock &m_clock;
    RowFade m_fade;
    std::array<Group, BoardGroupCount> m_groups;
    CallTableHeader *m_header;
    GroupHeading *m_runningHeading;
    GroupHeading *m_endedHeading;
    WarnChip *m_chip;
    QPushButton *m_columnsButton;
    TextLabel *m_noneRunning;
    bool m_isKnown = true;
    QScrollArea *m_scroll;
    QScrollBar *m_bar = nullptr; ///< over the rows' outer padding: no column changes its width when it comes
    QWidget *m_content;
    QStackedWidget *m_body;
    CallId m_selected;
    qint64 m_lastKeyMs = 0;     ///< steady
    qint64 m_lastPointerMs = 0; ///< steady
    bool m_restsAtTop = true;   ///< the user left the view at its top
    bool m_restoring = false;
    bool m_applying = false;
};

} // namespace anrufwarte
