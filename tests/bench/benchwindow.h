// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop.h"
#include "tests/bench/pacedserver.h"

#include <QProcess>
#include <QTemporaryDir>
#include <functional>
#include <optional>

namespace anrufwarte {
class LivePage;
class MainWindow;
} // namespace anrufwarte

namespace anrufwarte::bench {

/// Lets the event loop turn for so long.
void turnFor(int ms);
/// Lets it turn until the condition holds. False when it does not in time.
[[nodiscard]] bool turnUntil(const std::function<bool()> &condition, int boundMs = 20'000);

/// The whole program with its window, in a throw-away profile, beside a Retell that answers at once. One per
/// process.
class BenchWindow
{
public:
    /// incompleteCalls: that a resync has to do with. requestIntervalMs: its pace, 0 = the program's own.
    explicit BenchWindow(int incompleteCalls = 0, int requestIntervalMs = 0);
    ~BenchWindow();

    /// Shows the window, big enough for thirty rows. False, and says why, if it does not come.
    [[nodiscard]] bool open();

    [[nodiscard]] MainWindow *window() const;
    [[nodiscard]] LivePage *live() const;
    [[nodiscard]] QString storeFile() const;
    /// Calls that were asked for at Retell since the last time.
    [[nodiscard]] qsizetype takeAsked();

    /// webhookload against this program, in a process of its own.
    [[nodiscard]] std::unique_ptr<QProcess> startLoad(const QStringList &options) const;

private:
    QTemporaryDir m_folder;
    PacedServer m_server;
    quint16 m_port = 0;
    bool m_isReady = false;
    std::optional<Desktop> m_desktop;
};

} // namespace anrufwarte::bench
