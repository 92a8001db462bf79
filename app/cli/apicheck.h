// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/checkup.h"
#include "core/retell/apiclient.h"

namespace anrufwarte {

/// Asks Retell whose key it is; from the answer come the findings about API and clock. One question, answered
/// later from the event loop.
class ApiCheck
{
public:
    ApiCheck(const Clock &clock, const Settings &settings, const Secret &key);

    void run(std::function<void(QList<Finding>)> done);

private:
    const Clock &m_clock;
    int m_toleranceSeconds;
    std::unique_ptr<QNetworkAccessManager> m_network;
    ApiClient m_client;
};

} // namespace anrufwarte
