// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/liveempty.h"

#include "core/text/errortext.h"
#include "ui/look/style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
constexpr int IconSize = 40, HealthIconSize = 16, TextWidth = 440, HealthWidth = 220;
}

LiveEmpty::LiveEmpty(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_icon(new QLabel),
      m_title(new TextLabel(look, TextStyle::CallTitle)),
      m_text(new TextLabel(look, TextStyle::Body, &Tokens::text2)),
      m_fetch(new QPushButton),
      m_check(new QPushButton),
      m_reset(new QPushButton),
      m_lines{makeHealthLine(), makeHealthLine(), makeHealthLine(), makeHealthLine()}
{
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setFixedWidth(TextWidth);
    m_icon->setAlignment(Qt::AlignCenter);
    setButtonKind(m_fetch, ButtonKind::Primary);
    connect(m_fetch, &QPushButton::clicked, this, &LiveEmpty::fetchRequested);
    connect(m_check, &QPushButton::clicked, this, &LiveEmpty::checkRequested);
    connect(m_reset, &QPushButton::clicked, this, &LiveEmpty::filterResetRequested);
    connect(&look, &Look::changed, this, &LiveEmpty::paintIcons);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    for (QPushButton *button : {m_fetch, m_check, m_reset})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *health = new QHBoxLayout;
    health->setSpacing(28);
    health->addStretch(1);
    for (const HealthLine &line : m_lines)
        health->addWidget(line.box, 0, Qt::AlignTop);
    health->addStretch(1);

    auto *text = new QHBoxLayout; // asks it for its height in its own width, which an alignment does not
    text->addStretch(1);
    text->addWidget(m_text);
    text->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(4);
    column->addWidget(m_icon);
    column->addSpacing(12);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addSpacing(10);
    column->addLayout(text);
    column->addSpacing(16);
    column->addLayout(buttons);
    column->addSpacing(24);
    column->addLayout(health);
    column->addStretch(5);
    setKind(Kind::Quiet);
}

LiveEmpty::HealthLine LiveEmpty::makeHealthLine()
{
    HealthLine line{new QWidget, new QLabel, new TextLabel(m_look, TextStyle::BodyMedium),
                    new TextLabel(m_look, TextStyle::Small, &Tokens::text2)};
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(line.title);
    texts->addWidget(line.detail);
    auto *row = new QHBoxLayout(line.box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(line.icon, 0, Qt::AlignTop);
    row->addLayout(texts);
    return line;
}

void LiveEmpty::showQuiet(const SourceHealth &sources, const Formats &formats, qint64 nowMs)
{
    m_title->setText(tr("No ongoing calls just now"));
    m_text->setText(tr("As soon as Retell reports a call it appears here by itself."));
    showListener(sources.listener, formats, nowMs);
    showPoller(sources, formats, nowMs);
    showApi(sources.api, formats);
    showStore(sources.store);
    setKind(Kind::Quiet);
}

void LiveEmpty::showListener(const ListenerHealth &listener, const Formats &formats, qint64 nowMs)
{
    const QString last = listener.lastWebhookMs
                             ? tr("last webhook %1").arg(formats.relative(*listener.lastWebhookMs, nowMs))
                             : tr("no webhook yet");
    const bool good = listener.listening && !listener.problem;
    setHealth(Listener, good ? State::Good : State::Bad,
              listener.listening ? tr("Listener ready") : tr("Listener stopped"),
              listener.problem ? sentence(*listener.problem)
                               : tr("Port %1, %2").arg(listener.port).arg(last));
}

void LiveEmpty::showPoller(const SourceHealth &sources, const Formats &formats, qint64 nowMs)
{
    const ApiState state = sources.api ? sources.api->state : ApiState::Waiting;
    if (state == ApiState::Off)
        return setHealth(Poller, State::Warn, tr("Poller switched off"), tr("Only webhooks tell of calls."));
    if (state == ApiState::NoKey)
        return setHealth(Poller, State::Warn, tr("Poller has no key"), tr("Enter it in the settings."));
    const QString last = sources.api && sources.api->lastPollMs
                             ? tr("last %1").arg(formats.timeOrDate(*sources.api->lastPollMs, nowMs))
                             : tr("no poll yet");
    const QString often = tr("every %1 s, %2").arg(formats.number(sources.pollSeconds), last);
    if (sources.pollerWorks())
        return setHealth(Poller, State::Good, tr("Poller running"), often);
    if (state == ApiState::Waiting && !sources.pollLate)
        return setHealth(Poller, State::Waiting, tr("Poller starting"), often);
    setHealth(Poller, State::Bad, tr("Poller gets no answer"), last);
}

void LiveEmpty::showApi(const std::optional<ApiHealth> &api, const Formats &formats)
{
    const ApiState state = api ? api->state : ApiState::Waiting;
    switch (state) {
    case ApiState::Ok:
        return setHealth(Api, State::Good, tr("Retell API reachable"),
                         tr("%1 ms").arg(formats.number(api->latencyMs)));
    case ApiState::Waiting:
    case ApiState::Off:
    case ApiState::NoKey:
        return setHealth(Api, State::Waiting, tr("Retell API"), tr("not asked yet"));
    case ApiState::Throttled:
        return setHealth(Api, State::Warn, tr("Retell API reachable"),
                         api->problem ? sentence(*api->problem) : QString());
    default:
        return setHealth(Api, State::Bad, tr("Retell API not usable"),
                         api->problem ? sentence(*api->problem) : QString());
    }
}

/// Worth its place only when something is wrong with it.
void LiveEmpty::showStore(const StoreHealth &store)
{
    const bool good = store.writable && !store.problem;
    setHealth(Store, good ? State::Good : State::Bad,
              store.writable ? tr("Database ready") : tr("Database not writable"),
              store.problem ? sentence(*store.problem) : QString());
}

void LiveEmpty::showNoHits(const QString &search)
{
    m_title->setText(search.isEmpty() ? tr("No unconfirmed calls") : tr("No hits for “%1”").arg(search));
    m_text->setText(tr("Among the ongoing calls and those that just ended."));
    setKind(Kind::NoHits);
}

void LiveEmpty::showDeaf(const SourceHealth &sources)
{
    m_title->setText(tr("No calls can be received"));
    QStringList sentences;
    if (!sources.hasKey)
        sentences.append(tr("Without a key no webhook is accepted, and Retell cannot be asked."));
    if (sources.listener.problem)
        sentences.append(sentence(*sources.listener.problem));
    if (sources.hasKey && sources.api && sources.api->problem)
        sentences.append(sentence(*sources.api->problem));
    sentences.append(tr("Calls that run now are not shown here."));
    m_text->setText(sentences.join(u' '));
    setKind(Kind::Deaf);
}

void LiveEmpty::setHealth(Source source, State state, const QString &title, const QString &detail)
{
    HealthLine &line = m_lines[source];
    line.state = state;
    line.title->setText(title);
    line.title->setColour(state == State::Bad ? &Tokens::danger : &Tokens::text);
    line.detail->setText(detail);
    const bool isLong = line.detail->fontMetrics().horizontalAdvance(detail) > HealthWidth;
    line.detail->setWordWrap(isLong);
    line.detail->setFixedWidth(isLong ? HealthWidth : line.detail->sizeHint().width());
}

void LiveEmpty::setKind(Kind kind)
{
    m_kind = kind;
    m_fetch->setText(tr("Fetch recent calls"));
    m_fetch->setVisible(kind == Kind::Quiet);
    m_check->setText(tr("Check connection"));
    m_reset->setText(tr("Reset filter"));
    m_check->setVisible(kind != Kind::NoHits);
    m_reset->setVisible(kind == Kind::NoHits);
    for (const HealthLine &line : m_lines)
        line.box->setVisible(kind == Kind::Quiet);
    if (m_lines[Store].state == State::Good)
        m_lines[Store].box->hide();
    paintIcons();
}

void LiveEmpty::paintIcons()
{
    const Tokens &t = m_look.tokens();
    const auto show = [this](QLabel *label, const QString &icon, const QColor &colour, int size) {
        label->setPixmap(m_look.pixmap(icon, colour, size, devicePixelRatioF()));
    };
    m_fetch->setIcon(m_look.icon(QStringLiteral("refresh-cw"), t.onAccent));
    const bool deaf = m_kind == Kind::Deaf;
    const QString large = m_kind == Kind::NoHits ? QStringLiteral("search")
                          : deaf                 ? QStringLiteral("octagon-alert")
                                                 : QStringLiteral("phone");
    show(m_icon, large, deaf ? t.danger : t.text3, IconSize);
    for (const HealthLine &line : m_lines) {
        switch (line.state) {
        case State::Good:
            show(line.icon, QStringLiteral("circle-check"), t.ok, HealthIconSize);
            break;
        case State::Waiting:
            show(line.icon, QStringLiteral("circle-dashed"), t.text3, HealthIconSize);
            break;
        case State::Warn:
            show(line.icon, QStringLiteral("triangle-alert"), t.warn, HealthIconSize);
            break;
        case State::Bad:
            show(line.icon, QStringLiteral("circle-x"), t.danger, HealthIconSize);
            break;
        }
    }
    m_check->setIcon(m_look.icon(QStringLiteral("plug-zap"), t.text));
}

} // namespace anrufwarte
