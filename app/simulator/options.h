// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/world.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QStringList>
#include <QUrl>

class QCommandLineParser;

namespace anrufwarte::simulator {

struct Options
{
    QString listenHost = QStringLiteral("127.0.0.1");
    quint16 listenPort = 8788; ///< 0 = any free
    QUrl webhookUrl;           ///< empty: REST only
    QStringList mutedEvents;   ///< webhooks that are never sent
    Secret key;                ///< bearer and webhook key in one, from the environment
    WorldPlan plan;
    double speed = 1.0;
    qint64 clockAheadMs = 0; ///< Retell's clock minus this computer's
    quint64 seed = 1;
    int history = 200; ///< finished calls of the last day, in the REST API
    int backfill = 0;  ///< of these, the newest n are also sent as webhooks at the start
    int concurrencyLimit = 20;
    FaultShares faults;
    LackShares lacks{0.02, 0.02};
};

/// Name of the environment variable with the key: never on the command line, which every process can read.
inline constexpr const char *KeyVariable = "ANRUFWARTE_SIMULATOR_KEY";

/// Fills the parser with the options (for --help) and reads them. Usage errors name the option and what is
/// allowed.
void declareOptions(QCommandLineParser &parser);
[[nodiscard]] Result<Options> readOptions(const QCommandLineParser &parser,
                                          const QByteArray &keyFromEnvironment);

} // namespace anrufwarte::simulator
