// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resync/progresscard.h"

#include "ui/look/style.h"
#include "ui/look/textlabel.h"
#include "ui/resync/resyncwords.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPushButton>

namespace anrufwarte {

namespace {
constexpr int BarHeight = 8, Permille = 1'000, NarrowCard = 780;

enum
{
    Updated,
    Unchanged,
    Failed,
    Waiting
};
} // namespace

ThinBar::ThinBar(const Look &look, QWidget *parent) : QProgressBar(parent), m_look(look)
{
    setRange(0, Permille);
    setTextVisible(false);
    setFixedHeight(BarHeight);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void ThinBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal radius = height() / 2.0;
    painter.setBrush(m_look.tokens().line);
    painter.drawRoundedRect(rect(), radius, radius);
    if (value() <= 0)
        return;
    painter.setBrush(m_look.tokens().accent);
    const qreal filled = qMax<qreal>(height(), qreal(width()) * value() / Permille);
    painter.drawRoundedRect(QRectF(0, 0, filled, height()), radius, radius);
}

ProgressCard::ProgressCard(const Look &look, const ResyncView &view, QWidget *parent)
    : Card(look, parent),
      m_look(look),
      m_view(view),
      m_title(new TextLabel(look, TextStyle::CallTitle)),
      m_percent(new TextLabel(look, TextStyle::Section)),
      m_bar(new ThinBar(look)),
      m_current(new TextLabel(look, TextStyle::Body, &Tokens::text2)),
      m_pace(new TextLabel(look, TextStyle::Body, &Tokens::text2)),
      m_countersRow(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_footer(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_pause(new QPushButton),
      m_cancel(new QPushButton)
{
    setButtonKind(m_cancel, ButtonKind::Danger);
    arrange();
    connect(m_pause, &QPushButton::clicked, this, [this] {
        const bool isPaused = m_progress.phase == ResyncPhase::Paused;
        Q_EMIT(isPaused ? continueRequested() : pauseRequested());
    });
    connect(m_cancel, &QPushButton::clicked, this, &ProgressCard::cancelRequested);
    connect(&look, &Look::changed, this, &ProgressCard::recolour);
    recolour();
    refresh();
}

void ProgressCard::arrange()
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_percent);
    auto *state = new QHBoxLayout;
    m_current->setMinimumWidth(1); // what it waits for is never cut for it
    state->addWidget(m_current, 1);
    state->addWidget(m_pace);
    m_countersRow->setSpacing(6);
    makeCounters(m_countersRow);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addStretch(1);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_cancel);
    m_footer->addLayout(m_countersRow);
    m_footer->addLayout(buttons, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addLayout(state);
    column->addLayout(m_footer);
}

void ProgressCard::makeCounters(QBoxLayout *row)
{
    for (Counter &counter : m_counters) {
        counter = {new QLabel, new TextLabel(m_look, TextStyle::BodyBold),
                   new TextLabel(m_look, TextStyle::Body, &Tokens::text2)};
        row->addWidget(counter.icon);
        row->addWidget(counter.number);
        row->addWidget(counter.word);
        row->addSpacing(10);
    }
    row->addStretch(1);
}

void ProgressCard::setProgress(const ResyncProgress &progress)
{
    m_progress = progress;
    refresh();
}

void ProgressCard::passTime()
{
    m_pace->setText(paceText());
}

QString ProgressCard::title() const
{
    return m_title->text();
}

QString ProgressCard::pace() const
{
    return m_pace->text();
}

QString ProgressCard::titleText() const
{
    const ResyncRun &run = m_progress.run;
    const Formats &formats = m_view.formats;
    if (m_progress.phase == ResyncPhase::Listing)
        return run.total > 0 ? tr("Looking for calls … %1 so far").arg(formats.number(run.total))
                             : tr("Looking for calls …");
    const QString calls = tr("%1 of %2 calls").arg(formats.number(run.done()), formats.number(run.total));
    return run.request.isDryRun ? tr("Dry run: %1").arg(calls) : calls;
}

QString ProgressCard::currentText() const
{
    if (!m_progress.current)
        return {};
    return tr("Current: %1 · %2")
        .arg(resyncwords::caller(*m_progress.current, m_view),
             resyncwords::begin(m_progress.current->startMs, m_view));
}

QString ProgressCard::paceText() const
{
    switch (m_progress.phase) {
    case ResyncPhase::Paused:
        return tr("Paused");
    case ResyncPhase::Finishing:
        return tr("What is on its way still comes …");
    case ResyncPhase::Waiting:
        if (m_progress.waitsFor)
            return resyncterms::waitText(*m_progress.waitsFor,
                                         m_progress.waitUntilMs.value_or(m_view.nowMs) - m_view.nowMs);
        break;
    default:
        break;
    }
    if (m_progress.phase == ResyncPhase::Asking && m_progress.perSecond <= 0.0)
        return tr("Polling goes first …");
    QStringList parts;
    if (m_progress.remainingMs)
        parts.append(m_view.formats.remaining(*m_progress.remainingMs));
    if (m_progress.perSecond > 0.0)
        parts.append(tr("%1 requests/s").arg(m_view.formats.decimal(m_progress.perSecond, 1)));
    return parts.join(QStringLiteral(" · "));
}

void ProgressCard::refresh()
{
    const ResyncRun &run = m_progress.run;
    const Formats &formats = m_view.formats;
    const bool isListing = m_progress.phase == ResyncPhase::Listing;
    const double share =
        run.total > 0 && !isListing ? double(run.done()) / static_cast<double>(run.total) : 0.0;
    m_title->setText(titleText());
    m_percent->setText(isListing ? QString() : formats.percent(share, 0));
    m_bar->setValue(static_cast<int>(share * Permille));
    m_bar->setAccessibleName(tr("Progress of the resync"));
    m_bar->setAccessibleDescription(m_title->text());
    m_current->setText(currentText());
    m_pace->setText(paceText());
    m_pace->setColour(m_progress.phase == ResyncPhase::Waiting ? &Tokens::warn : &Tokens::text2);
    const std::array<qint64, 4> numbers{run.updated, run.unchanged, run.failed,
                                        qMax<qint64>(0, run.total - run.done())};
    const std::array<QString, 4> words{tr("updated"), tr("unchanged"), tr("failed"), tr("pending")};
    for (size_t i = 0; i < m_counters.size(); ++i) {
        m_counters[i].number->setText(formats.number(numbers[i]));
        m_counters[i].word->setText(words[i]);
    }
    const bool isPaused = m_progress.phase == ResyncPhase::Paused;
    const bool isEnding = m_progress.phase == ResyncPhase::Finishing;
    m_pause->setText(isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(m_look.icon(isPaused ? QStringLiteral("play") : QStringLiteral("pause"),
                                 isEnding ? m_look.tokens().disabled : m_look.tokens().text));
    m_cancel->setText(tr("Cancel"));
    m_pause->setEnabled(!isEnding);
    m_cancel->setEnabled(!isEnding);
    setAccessibleName(m_title->text());
}

void ProgressCard::recolour()
{
    const Tokens &t = m_look.tokens();
    const auto paint = [this](size_t counter, const QString &icon, const QColor &colour) {
        m_counters[counter].icon->setPixmap(m_look.pixmap(icon, colour, 16, devicePixelRatioF()));
    };
    paint(Updated, QStringLiteral("circle-check"), t.ok);
    paint(Unchanged, QStringLiteral("minus"), t.text2);
    paint(Failed, QStringLiteral("circle-x"), t.danger);
    paint(Waiting, QStringLiteral("circle-dashed"), t.text2);
    m_cancel->setIcon(m_look.icon(QStringLiteral("x"), t.danger));
    refresh();
}

/// With the buttons below the counters, however wide it is just now.
QSize ProgressCard::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    return {m_countersRow->minimumSize().width() + margins.left() + margins.right(),
            Card::minimumSizeHint().height()};
}

void ProgressCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void ProgressCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    m_footer->setDirection(width() < NarrowCard ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace anrufwarte
