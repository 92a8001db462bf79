// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/listener.h"
#include "rawclient.h"
#include "recordinghandler.h"
#include "tests/support/fakeclock.h"

namespace anrufwarte::test {

/// A listener on a free port of the loopback, with a clock of its own and quick sweeps.
class ListenerFixture
{
public:
    explicit ListenerFixture(http::Limits limits = {}, const QStringList &trustedProxies = {})
        : listener(handler, clock)
    {
        limits.sweepMs = 5;
        http::ListenerOptions options;
        options.addresses = {{QStringLiteral("127.0.0.1"), 0}};
        options.limits = limits;
        options.trustedProxies = http::AddressList::parse(trustedProxies).value();
        const auto endpoints = listener.start(options);
        if (!endpoints)
            qFatal("no listener: %s", qPrintable(endpoints.error().detail));
        endpoint = endpoints->first();
    }

    RecordingHandler handler;
    FakeClock clock;
    http::Listener listener;
    http::Endpoint endpoint;
};

} // namespace anrufwarte::test
