// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/callheader.h"

#include "core/text/closingtext.h"
#include "core/text/foreigntext.h"
#include "core/text/formats.h"
#include "core/text/terms.h"
#include "ui/detail/callcontent.h"
#include "ui/detail/callfacts.h"
#include "ui/look/chip.h"
#include "ui/look/iconbutton.h"
#include "ui/look/look.h"
#include "ui/look/textlabel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>

namespace anrufwarte {

namespace {

constexpr int NarrowPane = 480;
constexpr int FactCount = 6;

QString statusIcon(const CallRow &row)
{
    switch (row.state) {
    case CallState::Registered:
        return QStringLiteral("bell-ring");
    case CallState::Ongoing:
        return QStringLiteral("phone-call");
    case CallState::Completed:
        return row.corrected ? QStringLiteral("circle-check") : QStringLiteral("phone");
    case CallState::Failed:
        break;
    }
    return row.callStatus == statusword::NotConnected ? QStringLiteral("phone-missed")
                                                      : QStringLiteral("circle-x");
}

Tone statusTone(const CallRow &row)
{
    switch (row.state) {
    case CallState::Registered:
        return Tone::Info;
    case CallState::Ongoing:
        return Tone::Ok;
    case CallState::Completed:
        return row.corrected ? Tone::Ok : Tone::Neutral;
    case CallState::Failed:
        break;
    }
    return row.callStatus == statusword::NotConnected ? Tone::Neutral : Tone::Danger;
}

} // namespace

CallHeader::CallHeader(Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_number(new TextLabel(look, TextStyle::CallTitle, &Tokens::text, this)),
      m_chip(new Chip(look, this)),
      m_context(new TextLabel(look, TextStyle::Small, &Tokens::text2, this)),
      m_evidence(new TextLabel(look, TextStyle::Small, &Tokens::text2, this)),
      m_facts(new CallFacts(look, FactCount, this)),
      m_resync(new QPushButton(this)),
      m_resyncIcon(new IconButton(look, QStringLiteral("refresh-cw"), this)),
      m_more(new IconButton(look, QStringLiteral("ellipsis"), this)),
      m_close(new IconButton(look, QStringLiteral("x"), this)),
      m_menu(new QMenu(this))
{
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_context->setWordWrap(true);
    m_evidence->setWordWrap(true);
    connect(m_more, &QToolButton::clicked, this, &CallHeader::showMenu);
    connect(m_close, &QToolButton::clicked, this, &CallHeader::closeRequested);
    connect(m_resync, &QPushButton::clicked, this, &CallHeader::resyncRequested);
    connect(m_resyncIcon, &QToolButton::clicked, this, &CallHeader::resyncRequested);
    connect(&look, &Look::changed, this, &CallHeader::recolour);
    recolour();
    makeRows();
    arrange();
}

void CallHeader::showCall(const Call &call, const Settings &settings, qint64 nowMs)
{
    m_call = call;
    m_settings = settings;
    m_nowMs = nowMs;
    render();
}

void CallHeader::setResyncEnabled(bool enabled)
{
    m_resync->setEnabled(enabled);
    m_resyncIcon->setEnabled(enabled);
}

void CallHeader::recolour()
{
    m_resync->setIcon(m_look.icon(QStringLiteral("refresh-cw"), m_look.tokens().text));
}

void CallHeader::tick(qint64 nowMs)
{
    m_nowMs = nowMs;
    renderChip();
}

QString CallHeader::numberText() const
{
    return m_number->text();
}

QString CallHeader::chipText() const
{
    return m_chip->text();
}

QString CallHeader::evidenceText() const
{
    return m_evidence->isHidden() ? QString() : m_evidence->text();
}

QString CallHeader::contextText() const
{
    return m_context->text();
}

void CallHeader::render()
{
    m_number->setText(numberAsShown());
    m_context->setText(context());
    m_context->setToolTip(m_call.row.startMs ? Formats().dateTimeWithOffset(*m_call.row.startMs) : QString());
    m_resync->setText(tr("Resync"));
    m_resyncIcon->setLabel(tr("Resync"), Qt::CTRL | Qt::Key_R);
    m_more->setLabel(tr("More actions"));
    m_close->setLabel(tr("Close details"));
    setAccessibleName(tr("Call %1").arg(numberAsShown()));
    m_evidence->setText(m_closing ? closingText(*m_closing) : QString());
    m_evidence->setVisible(m_closing.has_value());
    renderChip();
    renderFacts();
}

bool CallHeader::isUnconfirmed() const
{
    const qint64 limitMs = qint64(m_settings.pollUnconfirmedAfterSeconds) * 1000;
    return m_call.row.state == CallState::Ongoing && m_nowMs - m_call.row.lastSeenMs > limitMs;
}

void CallHeader::renderChip()
{
    const CallRow &row = m_call.row;
    const bool unconfirmed = isUnconfirmed();
    QString text = unconfirmed ? terms::unconfirmed() : terms::status(row);
    if (row.state == CallState::Ongoing)
        text += QStringLiteral(" · ") + Formats().duration(runningMs(row, m_nowMs));
    m_chip->setContent(text, unconfirmed ? Tone::Warn : statusTone(row),
                       unconfirmed ? QStringLiteral("circle-question-mark") : statusIcon(row));
}

void CallHeader::renderFacts()
{
    const CallRow &row = m_call.row;
    const Formats formats;
    m_facts->setFacts({{tr("Duration"), formats.duration(row.durationMs)},
                       {tr("Cost"), formats.callCost(row.cost)},
                       {tr("Response time p95"), formats.latency(row.latencyP95Ms)},
                       {tr("Sentiment"), terms::sentiment(row.sentiment)},
                       {tr("Result"), result()},
                       {tr("Ended by"), row.disconnectionReason.isEmpty()
                                            ? Formats::unknown()
                                            : terms::disconnectionReason(row.disconnectionReason)}});
    m_facts->setVisible(isFinished(row.state)); // before the end nothing of it is known
}

QString CallHeader::result() const
{
    if (flagOf(m_call.record, Field::InVoicemail).value_or(false))
        return tr("voicemail");
    if (!m_call.row.successful)
        return Formats::unknown();
    return *m_call.row.successful ? tr("successful") : tr("not successful");
}

/// The one outside: who called, or who was called.
QString CallHeader::otherNumber() const
{
    return m_call.row.direction == Direction::Outbound ? m_call.row.toNumber : m_call.row.fromNumber;
}

QString CallHeader::numberAsShown() const
{
    const QString number = otherNumber();
    if (number.isEmpty() && m_call.row.callType == u"web_call")
        return terms::webCall();
    const Formats formats;
    return m_settings.privacyMaskNumbers ? formats.maskedPhone(number) : formats.phone(number);
}

QString CallHeader::context() const
{
    const CallRow &row = m_call.row;
    QStringList parts;
    if (row.direction != Direction::Unknown)
        parts.append(terms::direction(row.direction));
    if (!row.agentName.isEmpty() || !row.agentId.isEmpty()) {
        QString agent = isolated(row.agentName.isEmpty() ? row.agentId : row.agentName);
        if (const std::optional<qint64> version = integerOf(m_call.record, Field::AgentVersion))
            agent += QStringLiteral(" (v%1)").arg(*version);
        parts.append(agent);
    }
    if (const QString span = timeSpan(); !span.isEmpty())
        parts.append(span);
    return parts.join(QStringLiteral(" · "));
}

QString CallHeader::timeSpan() const
{
    const CallRow &row = m_call.row;
    const Formats formats;
    if (!row.startMs)
        return {};
    if (!isFinished(row.state))
        return tr("since %1").arg(formats.timeOrDate(*row.startMs, m_nowMs));
    QString span = formats.dateTime(*row.startMs);
    if (row.endMs)
        span += QStringLiteral(" – ") + formats.clock(*row.endMs);
    return span;
}

void CallHeader::showMenu()
{
    m_menu->clear();
    const auto copy = [this](const QString &title, const QString &text) {
        QAction *action = m_menu->addAction(title);
        action->setEnabled(!text.isEmpty());
        connect(action, &QAction::triggered, this, [text] { QGuiApplication::clipboard()->setText(text); });
    };
    copy(tr("Copy number"), otherNumber());
    copy(tr("Copy call ID"), m_call.row.callId.value());
    copy(tr("Copy transcript"), textOf(m_call.record, Field::Transcript));
    copy(tr("Copy analysis summary"), textOf(m_call.record, Field::Summary));
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Save as JSON …")), &QAction::triggered, this, &CallHeader::saveRequested);
    m_menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
}

void CallHeader::makeRows()
{
    m_titleRow = new QHBoxLayout;
    m_titleRow->setSpacing(8);
    m_titleRow->addWidget(m_number);
    m_titleRow->addStretch();
    m_titleRow->addWidget(m_resync);
    m_titleRow->addWidget(m_resyncIcon);
    m_titleRow->addWidget(m_more);
    m_titleRow->addWidget(m_close);
    m_contextRow = new QHBoxLayout;
    m_contextRow->setSpacing(8);
    m_contextRow->addWidget(m_context, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 10, 10, 8);
    rows->setSpacing(6);
    rows->addLayout(m_titleRow);
    rows->addLayout(m_contextRow);
    rows->addWidget(m_evidence);
    rows->addWidget(m_facts);
}

/// Wide: the state stands beside the number, six facts in a row. Narrow: before the context, two rows of
/// facts.
void CallHeader::arrange()
{
    const bool narrow = width() < NarrowPane;
    if (narrow == m_isNarrow)
        return;
    m_isNarrow = narrow;
    m_titleRow->removeWidget(m_chip);
    m_contextRow->removeWidget(m_chip);
    if (narrow)
        m_contextRow->insertWidget(0, m_chip, 0, Qt::AlignTop);
    else
        m_titleRow->insertWidget(1, m_chip);
    m_resync->setVisible(!narrow);
    m_resyncIcon->setVisible(narrow);
    m_facts->setColumns(narrow ? FactCount / 2 : FactCount);
}

void CallHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CallHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        render();
    QWidget::changeEvent(event);
}

} // namespace anrufwarte
