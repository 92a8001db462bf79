// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/outcomepane.h"

#include "core/text/errortext.h"
#include "ui/resync/changestree.h"
#include "ui/resync/figurestrip.h"
#include "ui/resync/listcard.h"
#include "ui/resync/outcomebanner.h"
#include "ui/resync/resyncwords.h"

#include <QComboBox>
#include <QEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace anrufwarte {

namespace {

constexpr int AllFields = -1;
constexpr qsizetype MostRetried = 5'000; ///< a list of names; for more there is "all incomplete calls"

} // namespace

OutcomePane::OutcomePane(const Look &look, const ResyncView &view, QWidget *parent)
    : QWidget(parent),
      m_view(view),
      m_changes(view),
      m_banner(new OutcomeBanner(look)),
      m_real(m_banner->addAction(QStringLiteral("play"))),
      m_retry(m_banner->addAction(QStringLiteral("rotate-ccw"))),
      m_report(m_banner->addAction(QStringLiteral("download"))),
      m_strip(new FigureStrip(look, view)),
      m_tree(new ChangesTree(look, m_changes)),
      m_card(new ListCard(look, m_tree)),
      m_field(m_card->addFilter()),
      m_filter(m_card->addFilter())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addWidget(m_strip);
    column->addWidget(m_card, 1);
    connect(m_real, &QPushButton::clicked, this, [this] {
        Q_EMIT
        startRequested(realRequest());
    });
    connect(m_retry, &QPushButton::clicked, this, [this] {
        Q_EMIT
        startRequested(retryRequest());
    });
    connect(m_report, &QPushButton::clicked, this, &OutcomePane::reportRequested);
    connect(m_field, &QComboBox::currentIndexChanged, this, &OutcomePane::refreshList);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &OutcomePane::refreshList);
    retranslate();
}

void OutcomePane::display(const ResyncRun &run, const QList<ResultPtr> &results)
{
    m_run = run;
    m_results = results;
    m_note.clear();
    m_changes.setResults(results);
    refreshList();
    refresh();
}

void OutcomePane::setNote(const QString &note)
{
    m_note = note;
    refresh();
}

ResyncRequest OutcomePane::retryRequest() const
{
    ResyncRequest request;
    request.scope = ResyncScope::Calls;
    request.isDryRun = m_run.request.isDryRun;
    for (const ResultPtr &result : m_results) {
        if (hasFailed(*result) && request.calls.size() < MostRetried)
            request.calls.append(result->callId);
    }
    return request;
}

ResyncRequest OutcomePane::realRequest() const
{
    ResyncRequest request = m_run.request;
    request.isDryRun = false;
    return request;
}

OutcomePane::Verdict OutcomePane::verdict() const
{
    const Formats &formats = m_view.formats;
    const QString checked =
        tr("%n call(s) checked in %1.", nullptr, resyncwords::plural(m_run.done()))
            .arg(resyncwords::took(qMax<qint64>(0, m_run.finishedMs - m_run.startedMs), formats));
    const QString some = tr("%1 of %2 calls checked. What was written stays.")
                             .arg(formats.number(m_run.done()), formats.number(m_run.total));
    if (m_run.end == ResyncEnd::Refused)
        return {Tone::Danger, tr("The resync could not go on."),
                m_run.problem ? sentence(*m_run.problem) : some};
    if (m_run.request.isDryRun)
        return {Tone::Info, tr("Dry run – nothing written."), checked};
    if (m_run.end == ResyncEnd::Cancelled)
        return {Tone::Warn, tr("Resync cancelled."), some};
    if (m_run.end == ResyncEnd::Running)
        return {Tone::Warn, tr("This run was interrupted."), some};
    return {m_run.failed > 0 ? Tone::Warn : Tone::Ok, tr("Resync finished."), checked};
}

/// Why, when it is the same for all of them.
QString OutcomePane::failureNote() const
{
    QString reason;
    for (const ResultPtr &result : m_results) {
        if (!hasFailed(*result))
            continue;
        const bool isUnknown = result->setAside == SetAside::NotFound ||
                               (result->problem && result->problem->code == ErrorCode::ApiCallNotFound);
        const QString own = isUnknown ? tr("not found") : resyncterms::setAsideText(result->setAside);
        if (own.isEmpty() || (!reason.isEmpty() && own != reason))
            return {};
        reason = own;
    }
    return reason;
}

QString OutcomePane::unchangedNote() const
{
    if (m_run.unchanged == 0)
        return {};
    const bool allEmpty = std::none_of(m_results.begin(), m_results.end(), [](const ResultPtr &result) {
        return result->verdict == ResyncVerdict::Unchanged && result->isComplete;
    });
    return allEmpty && !m_results.isEmpty() ? tr("still empty at Retell") : tr("as at Retell");
}

QString OutcomePane::emptyText() const
{
    if (m_results.isEmpty() && m_run.done() > 0)
        return tr("Of this run only its figures are kept, not the single calls.");
    const bool isPlain = m_field->currentIndex() <= 0 && m_filter->currentIndex() <= 0;
    return isPlain ? tr("Nothing changed, nothing failed.") : tr("No call to show with this choice.");
}

void OutcomePane::fillFields()
{
    const QSignalBlocker quiet(m_field);
    const int chosen = qMax(0, m_field->currentIndex());
    m_field->clear();
    m_field->addItem(tr("Field: all fields"), AllFields);
    for (int i = 0; i < ResyncFieldCount; ++i)
        m_field->addItem(tr("Field: %1").arg(resyncterms::fieldName(static_cast<ResyncField>(i))), i);
    m_field->setCurrentIndex(chosen);
    m_field->setAccessibleName(tr("Which field is shown"));
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_field->setMinimumContentsLength(16);
}

void OutcomePane::refreshList()
{
    const int field = m_field->currentData().toInt();
    m_changes.setFilter(resultFilter(*m_filter));
    m_changes.setField(field == AllFields ? std::nullopt : std::optional(static_cast<ResyncField>(field)));
    m_tree->openFirst();
    const int calls = m_changes.rowCount();
    m_card->setTitle(tr("Changes by call"), m_view.formats.number(calls), {});
    m_card->setEmptyText(emptyText());
    m_card->showEmpty(calls == 0);
}

void OutcomePane::refresh()
{
    const Verdict verdict = this->verdict();
    m_banner->setContent(verdict.tone, verdict.title,
                         m_note.isEmpty() ? verdict.text : verdict.text + u' ' + m_note);
    const qsizetype failed = retryRequest().calls.size();
    m_retry->setVisible(failed > 0);
    m_retry->setText(tr("Repeat %n failed", nullptr, static_cast<int>(failed)));
    m_real->setVisible(m_run.request.isDryRun && m_run.end == ResyncEnd::Completed);
    m_report->setVisible(!m_results.isEmpty());
    m_strip->setRun(m_run, {unchangedNote(), failureNote()});
}

void OutcomePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OutcomePane::retranslate()
{
    m_tree->setAccessibleName(tr("Changes by call"));
    m_real->setText(tr("Run for real now"));
    m_report->setText(tr("Save report …"));
    fillFields();
    fillResultFilter(*m_filter);
    m_changes.retranslate();
    refreshList();
    refresh();
}

} // namespace anrufwarte
