// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/accountfacts.h"
#include "core/sync/apigate.h"
#include "tests/core/sync/fakestore.h"
#include "tests/support/fakeretell.h"
#include "tests/support/leapclock.h"

#include <QNetworkAccessManager>
#include <QTest>
#include <QTestEventLoop>
#include <QTimer>
#include <functional>
#include <memory>

namespace anrufwarte::test {

/// A gate to a Retell that the test plays. To be destroyed and made anew is to be killed and started again.
struct SyncRig
{
    /// `patienceMs`: so long an answer may take. Short only where some never come: the machine may be busy.
    explicit SyncRig(const FakeRetell &retell, int patienceMs = 5'000,
                     const QByteArray &key = "key_of_the_tests")
        : network(makeApiNetwork()),
          gate(*network, clock, [] { return 0.0; }),
          account(gate, clock),
          patience(patienceMs)
    {
        configure(retell, key);
    }

    void configure(const FakeRetell &retell, const QByteArray &key = "key_of_the_tests")
    {
        GateConfig config;
        config.access.baseUrl = retell.url();
        config.access.key = Secret::verbatim(key);
        config.access.limits.totalMs = patience;
        config.budget = {1, 8};
        config.pollIntervalMs = 1'000;
        gate.configure(config);
    }

    /// Twice the last of all questions, and its answer: what should be asked now has been asked by then.
    [[nodiscard]] bool settleDown()
    {
        for (int i = 0; i < 2; ++i) {
            const auto isAnswered = std::make_shared<bool>(false);
            gate.concurrency(Precedence::Manual, [isAnswered](const auto &) { *isAnswered = true; });
            if (!QTest::qWaitFor([isAnswered] { return *isAnswered; }))
                return false;
        }
        return true;
    }

    LeapClock clock;
    std::unique_ptr<QNetworkAccessManager> network;
    ApiGate gate;
    AccountFacts account;
    int patience;
};

/// As QTRY_VERIFY, with an event loop that does not sleep in between: for thousands of questions.
[[nodiscard]] inline bool runUntil(const std::function<bool()> &isDone)
{
    constexpr int LongestMs = 100'000;
    constexpr int LookMs = 5;
    QTestEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isDone())
            loop.exitLoop();
    });
    look.start(LookMs);
    loop.enterLoopMSecs(LongestMs);
    return !loop.timeout();
}

} // namespace anrufwarte::test
