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
/// and signed anew for each (api.md §2). The tries' distance is not documented; ours is 2, 10 and 40 s. What
/// a fault delays or re-orders says what was true when it should have gone out.
class WebhookSender : public QObject
{
    Q_OBJECT
public:
    WebhookSender(QUrl target, Secret key, FaultDice &dice, World &world, const Clock &clock,
                  QObject *parent = nullptr);

    /// These events are never told.
    void mute(const QStringList &events) { m_muted = events; }
    void send(const DueEvent &event);

    [[nodiscard]] const SenderCounts &counts() const { return m_counts; }

Q_SIGNALS:
    void answered(const QString &event, int httpStatus); ///< 0 = no answer

private:
    struct Posting
    {
        DueEvent event;
        qint64 asOfMs = 0; ///< the moment its body speaks of; 0 = when it is sent
        int attempt = 0;
        bool wrongKey = false;
    };

    void post(const Posting &posting);
    void postLater(const Posting &posting, int delayMs);
    [[nodiscard]] QByteArray bodyOf(const DueEvent &event, qint64 asOfMs) const;
    void takeAnswer(Posting posting, int httpStatus);

    QNetworkAccessManager m_network;
    QUrl m_target;
    Secret m_key;
    FaultDice &m_dice;
    World &m_world;
    const Clock &m_clock;
    QStringList m_muted;
    SenderCounts m_counts;
    std::optional<Posting> m_held; ///< re-ordered: goes out after the next one
};

/// "v=<ms>,d=<hex>" over body + ms (api.md §2).
[[nodiscard]] QByteArray signatureHeader(const QByteArray &body, qint64 nowMs, const Secret &key);

} // namespace anrufwarte::simulator
