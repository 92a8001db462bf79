// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/quitsignals.h"

#include <QSocketNotifier>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace anrufwarte {

namespace {

constexpr int Signals[] = {SIGTERM, SIGINT, SIGHUP};

/// The only thing a signal handler can reach; -1 = nobody listens.
std::atomic<int> writeEnd = -1;

extern "C" void forwardSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written =
        ::write(writeEnd.load(), &byte, sizeof byte); // async-signal-safe
}

void handleAll(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : Signals)
        ::sigaction(signal, &action, nullptr);
}

} // namespace

QuitSignals::QuitSignals(QObject *parent) : QObject(parent)
{
    if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // then a signal ends us at once, as without this class
    writeEnd = m_pipe[1];
    auto *notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] { drain(); });
    handleAll(forwardSignal);
}

QuitSignals::~QuitSignals()
{
    if (m_pipe[0] < 0)
        return;
    handleAll(SIG_DFL);
    writeEnd = -1;
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

void QuitSignals::drain()
{
    char bytes[16];
    while (::read(m_pipe[0], bytes, sizeof bytes) > 0) {}
    Q_EMIT
    quitRequested();
}

} // namespace anrufwarte
