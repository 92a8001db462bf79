// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/calls/deliveryrecord.h"
#include "core/store/asyncreader.h"
#include "core/store/callstore.h"

#include <QObject>
#include <QQueue>

namespace anrufwarte {

/// Works out, in the reader's thread and one after the other, what else is known about rejected webhooks
/// (contract §4), has it stored, and says which calls they name. Bounded: in a flood the newest are left
/// without hints. Lives in the main thread.
class HintFinder : public QObject
{
    Q_OBJECT
public:
    /// `store` and `reader` must outlive it.
    HintFinder(CallStore &store, AsyncReader &reader, QObject *parent = nullptr);

    void setKeys(const QList<Secret> &keys) { m_keys = keys; }

Q_SIGNALS:
    /// A webhook that was not genuine, or could not be known as such, named this call.
    void callNamed(const anrufwarte::CallId &unverifiedId, bool senderIsAllowed);

private:
    struct Waiting
    {
        DeliveryId id;
        bool isGenuine = false; ///< verified, and the store did not take it
        bool senderIsAllowed = true;
    };

    void enqueue(const DeliveryRecord &record);
    void next();

    CallStore &m_store;
    AsyncReader &m_reader;
    QList<Secret> m_keys;
    QQueue<Waiting> m_waiting;
    bool m_isBusy = false;
};

} // namespace anrufwarte
