// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/world.h"
#include "core/base/clock.h"
#include "core/base/secret.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <optional>

namespace anrufwarte::simulator {

struct SenderCounts
{
    qint64 sent = 0;    ///< tries
    qint64 taken = 0;   ///< answered 2xx
    qint64 refused = 0; ///< answered otherwise, or not at all
    qint64 givenUp = 0; ///< after the last retry
    qint64 dropped = 0; ///< by fault
};

/// Posts signed webhooks as Retell does: 10 s limit, up to three more tries without a 2xx, the body made anew
/// and signed anew for each (api.md §2). The tries' distance is not documented; ours is 2, 10 and 40 s.
class WebhookSender : public QObject
{
    Q_OBJECT
public:
    WebhookSender(QUrl target, Secret key, FaultDice &dice, const World &world, const Clock &clock,
                  QObject *parent = nullptr);

    void send(const DueEvent &event);

    [[nodiscard]] const SenderCounts &counts() const { return m_counts; }

Q_SIGNALS:
    void answered(const QString &event, int httpStatus); ///< 0 = no answer

private:
    void post(const DueEvent &event, int attempt, bool wrongKey);
    void postLater(const DueEvent &event, int attempt, bool wrongKey, int delayMs);

    QNetworkAccessManager m_network;
    QUrl m_target;
    Secret m_key;
    FaultDice &m_dice;
    const World &m_world;
    const Clock &m_clock;
    SenderCounts m_counts;
    std::optional<DueEvent> m_held; ///< re-ordered: goes out after the next one
};

/// "v=<ms>,d=<hex>" over body + ms (api.md §2).
[[nodiscard]] QByteArray signatureHeader(const QByteArray &body, qint64 nowMs, const Secret &key);

} // namespace anrufwarte::simulator
