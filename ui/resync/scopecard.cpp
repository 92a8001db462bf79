// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/scopecard.h"

#include "ui/look/style.h"
#include "ui/look/textlabel.h"
#include "ui/resync/resyncwords.h"
#include "ui/resync/runlist.h"

#include <QCheckBox>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

namespace anrufwarte {

namespace {

constexpr int Width = 312, NarrowWidth = 264;
constexpr int MostDays = 365, DefaultDays = 7;
constexpr int SpinRoom = 50; ///< arrows and padding of a spin box
constexpr int MsPerSecond = 1'000;

TextLabel *note(const Look &look)
{
    auto *label = new TextLabel(look, TextStyle::Small, &Tokens::text2);
    label->setWordWrap(true);
    label->setContentsMargins(ScopeCard::NoteIndent, 0, 0, 0);
    return label;
}

} // namespace

ScopeCard::ScopeCard(const Look &look, const ResyncView &view, QWidget *parent)
    : Card(look, parent),
      m_look(look),
      m_view(view),
      m_scopeTitle(new TextLabel(look, TextStyle::Section)),
      m_thisCall(new QRadioButton),
      m_thisCallNote(note(look)),
      m_allIncomplete(new QRadioButton),
      m_incompleteNote(note(look)),
      m_recent(new QRadioButton),
      m_last(new TextLabel(look, TextStyle::Body)),
      m_days(new QSpinBox),
      m_daysWord(new TextLabel(look, TextStyle::Body)),
      m_optionsTitle(new TextLabel(look, TextStyle::Section)),
      m_dryRun(new QCheckBox),
      m_dryRunNote(note(look)),
      m_recheck(new QCheckBox),
      m_paceIcon(new QLabel),
      m_pace(new TextLabel(look, TextStyle::Small, &Tokens::text2)),
      m_runsTitle(new TextLabel(look, TextStyle::Section)),
      m_openCalls(new QPushButton),
      m_runs(new RunList(look, view)),
      m_noRuns(new TextLabel(look, TextStyle::Small, &Tokens::text2)),
      m_estimate(new TextLabel(look, TextStyle::Small, &Tokens::text2)),
      m_start(new QPushButton)
{
    m_days->setRange(1, MostDays);
    m_days->setValue(DefaultDays);
    m_days->setMinimumWidth(SpinRoom + 3 * QFontMetrics(Look::font(TextStyle::Body)).averageCharWidth());
    m_allIncomplete->setChecked(true);
    setButtonKind(m_openCalls, ButtonKind::Flat);
    setCompact(m_openCalls);
    setButtonKind(m_start, ButtonKind::Primary);
    setMinimumWidth(NarrowWidth);
    setMaximumWidth(Width);
    arrange();
    connectChoices();
    connect(&look, &Look::changed, this, &ScopeCard::recolour);
    recolour();
    retranslate();
}

void ScopeCard::connectChoices()
{
    for (const QRadioButton *button : {m_thisCall, m_allIncomplete, m_recent})
        connect(button, &QRadioButton::toggled, this, &ScopeCard::refreshEnabled);
    // Whoever enters a number of days wants those days.
    connect(m_days, &QSpinBox::valueChanged, m_recent, [this] { m_recent->setChecked(true); });
    connect(m_days, &QSpinBox::valueChanged, this, &ScopeCard::refresh);
    connect(m_start, &QPushButton::clicked, this, &ScopeCard::startPressed);
    connect(m_openCalls, &QPushButton::clicked, this, &ScopeCard::openCallsPressed);
}

void ScopeCard::setState(State state)
{
    m_state = state;
    retranslate();
}

void ScopeCard::setRequest(const ResyncRequest &request)
{
    m_dryRun->setChecked(request.isDryRun);
    switch (request.scope) {
    case ResyncScope::Calls:
        if (m_selected && request.calls == QList{m_selected->callId})
            m_thisCall->setChecked(true);
        return;
    case ResyncScope::Incomplete:
        return m_allIncomplete->setChecked(true);
    case ResyncScope::Recent:
        m_days->setValue(request.days);
        m_recent->setChecked(true);
        m_recheck->setChecked(request.recheckComplete);
    }
}

void ScopeCard::setSelectedCall(const std::optional<CallRow> &row)
{
    m_selected = row;
    if (!row && m_thisCall->isChecked())
        m_allIncomplete->setChecked(true);
    refresh();
}

void ScopeCard::setRuns(const QList<ResyncRun> &runs)
{
    m_runs->runs().setRuns(runs);
    refresh();
}

void ScopeCard::chooseSelectedCall()
{
    if (m_selected && m_state != State::Running)
        m_thisCall->setChecked(true);
}

void ScopeCard::chooseIncomplete()
{
    if (m_state != State::Running)
        m_allIncomplete->setChecked(true);
}

void ScopeCard::setIncompleteCount(qint64 count)
{
    m_incomplete = count;
    refresh();
}

void ScopeCard::setSettings(const Settings &settings)
{
    m_intervalMs = settings.syncRequestIntervalMs;
    refresh();
}

void ScopeCard::setOpenCallsOffered(bool offered)
{
    m_openCalls->setVisible(offered);
}

void ScopeCard::setNarrow(bool narrow)
{
    setMaximumWidth(narrow ? NarrowWidth : Width);
    updateGeometry();
}

QSize ScopeCard::sizeHint() const
{
    return {maximumWidth(), Card::sizeHint().height()};
}

ResyncRequest ScopeCard::request() const
{
    ResyncRequest request;
    request.isDryRun = m_dryRun->isChecked();
    if (m_thisCall->isChecked() && m_selected) {
        request.scope = ResyncScope::Calls;
        request.calls = {m_selected->callId};
    } else if (m_recent->isChecked()) {
        request.scope = ResyncScope::Recent;
        request.days = m_days->value();
        request.recheckComplete = m_recheck->isChecked();
    }
    return request;
}

std::optional<qint64> ScopeCard::expectedCalls() const
{
    if (m_recent->isChecked())
        return std::nullopt;
    return m_thisCall->isChecked() ? std::optional<qint64>(1) : m_incomplete;
}

QString ScopeCard::selectedText() const
{
    if (!m_selected)
        return tr("No call selected");
    return resyncwords::caller(*m_selected, m_view) + QStringLiteral(" · ") +
           resyncwords::begin(m_selected->startMs, m_view);
}

QString ScopeCard::incompleteText() const
{
    if (!m_incomplete)
        return tr("Calls with missing data");
    if (*m_incomplete == 0)
        return tr("All finished calls are complete");
    return tr("%n call(s) with missing data", nullptr, resyncwords::plural(*m_incomplete));
}

QString ScopeCard::paceText() const
{
    const double perSecond = double(MsPerSecond) / qMax(1, m_intervalMs);
    const bool isWhole = MsPerSecond % qMax(1, m_intervalMs) == 0;
    return tr("Pace: at most %1 requests/s (%2 ms pause). If Retell answers 429, Anrufwarte waits longer by "
              "itself.")
        .arg(m_view.formats.decimal(perSecond, isWhole ? 0 : 1), m_view.formats.number(m_intervalMs));
}

void ScopeCard::refresh()
{
    m_thisCallNote->setText(selectedText());
    m_incompleteNote->setText(incompleteText());
    m_daysWord->setText(tr("day(s)", nullptr, m_days->value()));
    m_pace->setText(paceText());
    m_runs->runs().retranslate();
    refreshEnabled();
}

void ScopeCard::refreshEnabled()
{
    const bool isFree = m_state != State::Running;
    m_thisCall->setEnabled(isFree && m_selected.has_value());
    m_allIncomplete->setEnabled(isFree);
    m_recent->setEnabled(isFree);
    m_days->setEnabled(isFree);
    m_dryRun->setEnabled(isFree);
    m_recheck->setEnabled(isFree && m_recent->isChecked());
    m_runs->setEnabled(isFree);
    const bool hasRuns = m_runs->runs().rowCount() > 0;
    m_runs->setVisible(hasRuns);
    m_noRuns->setVisible(!hasRuns);
    const std::optional<qint64> calls = expectedCalls();
    m_start->setEnabled(isFree && calls != 0);
    const bool isLong = isFree && calls && *calls > 1;
    m_estimate->setVisible(isLong);
    if (isLong)
        m_estimate->setText(tr("%n call(s), about %1", nullptr, resyncwords::plural(*calls))
                                .arg(resyncwords::took(*calls * m_intervalMs, m_view.formats)));
}

void ScopeCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

/// Enter starts from wherever the focus is in here; the list of runs has its own use for it.
void ScopeCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        m_start->click();
    else
        Card::keyPressEvent(event);
}

void ScopeCard::recolour()
{
    m_paceIcon->setPixmap(
        m_look.pixmap(QStringLiteral("clock"), m_look.tokens().text2, 16, devicePixelRatioF()));
    m_start->setIcon(m_look.icon(QStringLiteral("refresh-cw"), m_state == State::Running
                                                                   ? m_look.tokens().disabled
                                                                   : m_look.tokens().onAccent));
    for (QFrame *line : findChildren<QFrame *>()) {
        if (!line->property("hairline").toBool())
            continue;
        QPalette colours = line->palette();
        colours.setColor(QPalette::WindowText, m_look.tokens().line);
        line->setPalette(colours);
    }
}

void ScopeCard::retranslate()
{
    setAccessibleName(tr("Scope of the resync"));
    m_scopeTitle->setText(tr("Scope"));
    m_thisCall->setText(tr("Selected call only"));
    m_allIncomplete->setText(tr("All incomplete calls"));
    m_recent->setText(tr("Period"));
    m_last->setText(tr("last", "last 7 days"));
    m_days->setAccessibleName(tr("Number of days"));
    m_optionsTitle->setText(tr("Options"));
    m_dryRun->setText(tr("Dry run"));
    m_dryRunNote->setText(tr("Shows changes, writes nothing"));
    m_recheck->setText(tr("Check complete calls again, too"));
    m_recheck->setToolTip(tr("Only with a period"));
    m_runsTitle->setText(tr("Last runs"));
    m_runs->setAccessibleName(tr("Last runs"));
    m_openCalls->setText(tr("Open calls"));
    m_noRuns->setText(tr("No run yet"));
    m_start->setText(m_state == State::Running     ? tr("Running …")
                     : m_state == State::HasResult ? tr("Start new run")
                                                   : tr("Start"));
    recolour();
    refresh();
}

} // namespace anrufwarte
