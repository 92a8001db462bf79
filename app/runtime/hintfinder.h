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
/// (contract §4), and has it stored. Bounded: in a flood the newest are left without hints. Lives in the main
/// thread.
class HintFinder : public QObject
{
    Q_OBJECT
public:
    /// `store` and `reader` must outlive it.
    HintFinder(CallStore &store, AsyncReader &reader, QObject *parent = nullptr);

    void setKeys(const QList<Secret> &keys) { m_keys = keys; }

private:
    void enqueue(const DeliveryRecord &record);
    void next();

    CallStore &m_store;
    AsyncReader &m_reader;
    QList<Secret> m_keys;
    QQueue<DeliveryId> m_waiting;
    bool m_isBusy = false;
};

} // namespace anrufwarte
