// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/liveempty.h"

#include "core/text/errortext.h"
#include "ui/look/style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace anrufwarte {

namespace {
constexpr int IconSize = 40, HealthIconSize = 16, TextWidth = 440;
}

LiveEmpty::LiveEmpty(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_icon(new QLabel),
      m_title(new TextLabel(look, TextStyle::CallTitle)),
      m_text(new TextLabel(look, TextStyle::Body, &Tokens::text2)),
      m_check(new QPushButton),
      m_reset(new QPushButton),
      m_listener(makeHealthLine()),
      m_store(makeHealthLine())
{
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setMinimumWidth(TextWidth);
    m_text->setMaximumWidth(TextWidth);
    m_icon->setAlignment(Qt::AlignCenter);
    connect(m_check, &QPushButton::clicked, this, &LiveEmpty::checkRequested);
    connect(m_reset, &QPushButton::clicked, this, &LiveEmpty::filterResetRequested);
    connect(&look, &Look::changed, this, &LiveEmpty::paintIcons);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    for (QPushButton *button : {m_check, m_reset})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *health = new QHBoxLayout;
    health->setSpacing(28);
    health->addStretch(1);
    health->addWidget(m_listener.box);
    health->addWidget(m_store.box);
    health->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(4);
    column->addWidget(m_icon);
    column->addSpacing(12);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addSpacing(10);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
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

void LiveEmpty::showQuiet(const ListenerHealth &listener, const StoreHealth &store, const Formats &formats,
                          qint64 nowMs)
{
    m_listenerGood = listener.listening && !listener.problem;
    m_storeGood = store.writable && !store.problem;
    setKind(Kind::Quiet);
    m_title->setText(tr("No ongoing calls just now"));
    m_text->setText(tr("As soon as Retell reports a call it appears here by itself."));
    const QString last = listener.lastWebhookMs
                             ? tr("last webhook %1").arg(formats.relative(*listener.lastWebhookMs, nowMs))
                             : tr("no webhook yet");
    setHealth(m_listener, m_listenerGood, m_listenerGood ? tr("Listener ready") : tr("Listener stopped"),
              listener.problem ? sentence(*listener.problem)
                               : tr("Port %1, %2").arg(listener.port).arg(last));
    setHealth(m_store, m_storeGood, m_storeGood ? tr("Database ready") : tr("Database not writable"),
              store.problem ? sentence(*store.problem)
                            : tr("last write took %1 ms").arg(formats.number(qRound64(store.commitMs))));
}

void LiveEmpty::showNoHits(const QString &search)
{
    setKind(Kind::NoHits);
    m_title->setText(search.isEmpty() ? tr("No unconfirmed calls") : tr("No hits for “%1”").arg(search));
    m_text->setText(tr("Among the ongoing calls and those that just ended."));
}

void LiveEmpty::showDeaf(const ListenerHealth &listener)
{
    setKind(Kind::Deaf);
    m_title->setText(tr("No calls can be received"));
    const QString reason = listener.problem ? sentence(*listener.problem) : tr("The listener does not run.");
    m_text->setText(reason + u' ' + tr("Calls that run now are not shown here."));
}

void LiveEmpty::setHealth(const HealthLine &line, bool good, const QString &title, const QString &detail)
{
    line.title->setText(title);
    line.detail->setText(detail);
    line.title->setColour(good ? &Tokens::text : &Tokens::danger);
}

void LiveEmpty::setKind(Kind kind)
{
    m_kind = kind;
    m_check->setText(tr("Check connection"));
    m_reset->setText(tr("Reset filter"));
    m_check->setVisible(kind != Kind::NoHits);
    m_reset->setVisible(kind == Kind::NoHits);
    m_listener.box->setVisible(kind == Kind::Quiet);
    m_store.box->setVisible(kind == Kind::Quiet);
    paintIcons();
}

void LiveEmpty::paintIcons()
{
    const Tokens &t = m_look.tokens();
    const auto show = [this](QLabel *label, const QString &icon, const QColor &colour, int size) {
        label->setPixmap(m_look.pixmap(icon, colour, size, devicePixelRatioF()));
    };
    const bool deaf = m_kind == Kind::Deaf;
    const QString large = m_kind == Kind::NoHits ? QStringLiteral("search")
                          : deaf                 ? QStringLiteral("octagon-alert")
                                                 : QStringLiteral("phone");
    show(m_icon, large, deaf ? t.danger : t.text3, IconSize);
    const auto health = [&](const HealthLine &line, bool good) {
        show(line.icon, good ? QStringLiteral("circle-check") : QStringLiteral("circle-x"),
             good ? t.ok : t.danger, HealthIconSize);
    };
    health(m_listener, m_listenerGood);
    health(m_store, m_storeGood);
    m_check->setIcon(m_look.icon(QStringLiteral("plug-zap"), t.text));
}

} // namespace anrufwarte
