// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toast.h"

#include "ui/look/banner.h"

#include <QEvent>
#include <QVBoxLayout>
#include <chrono>

namespace anrufwarte {

namespace {
using namespace std::chrono_literals;
constexpr auto Stay = 8s;
constexpr int Widest = 720, Margin = 24, AboveEdge = 48;
} // namespace

Toast::Toast(const Look &look, QWidget *window) : QWidget(window), m_banner(new Banner(look, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    m_time.setSingleShot(true);
    m_time.setInterval(Stay);
    connect(&m_time, &QTimer::timeout, this, &Toast::leave);
    connect(m_banner, &Banner::dismissed, this, &QWidget::hide);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        hide();
        Q_EMIT
        actionTriggered();
    });
    window->installEventFilter(this);
    hide();
}

void Toast::say(Tone tone, const QString &title, const QString &text, const QString &action)
{
    m_banner->setContent(tone, title, text, action, true);
    place();
    show();
    raise();
    m_time.start();
}

QString Toast::title() const
{
    return m_banner->title();
}

QString Toast::text() const
{
    return m_banner->text();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::place()
{
    const QSize room = parentWidget()->size();
    const int width = qMin(Widest, room.width() - 2 * Margin);
    layout()->activate();
    const int height = qMax(layout()->totalSizeHint().height(), layout()->totalHeightForWidth(width));
    setGeometry((room.width() - width) / 2, room.height() - height - AboveEdge, width, height);
}

/// Not while somebody reads it or stands on its button.
void Toast::leave()
{
    const QWidget *focused = window()->focusWidget();
    if (underMouse() || (focused != nullptr && isAncestorOf(focused)))
        m_time.start();
    else
        hide();
}

} // namespace anrufwarte
