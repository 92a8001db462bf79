// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/hintfinder.h"

#include "core/webhook/hints.h"

namespace anrufwarte {

namespace {

constexpr qsizetype MaxWaiting = 1000; // as many rejected bodies as are kept

struct Findings
{
    UnverifiedNames names;
    QList<HintFound> hints;
};

/// Other paths and methods are no webhooks; nothing of them needs explaining.
bool isWebhook(const DeliveryRecord &record)
{
    return record.reason != QLatin1String("not_found") &&
           record.reason != QLatin1String("method_not_allowed");
}

} // namespace

HintFinder::HintFinder(CallStore &store, AsyncReader &reader, QObject *parent)
    : QObject(parent), m_store(store), m_reader(reader)
{
    connect(&store, &CallStore::deliveryRejected, this, &HintFinder::enqueue);
}

void HintFinder::enqueue(const DeliveryRecord &record)
{
    if (!isWebhook(record) || m_waiting.size() >= MaxWaiting)
        return;
    const bool isGenuine =
        record.reason == QLatin1String("queue_full") || record.reason == QLatin1String("store_unavailable");
    m_waiting.enqueue({record.id, isGenuine, record.reason != QLatin1String("sender_not_allowed")});
    next();
}

void HintFinder::next()
{
    if (m_isBusy || m_waiting.isEmpty())
        return;
    m_isBusy = true;
    const Waiting asked = m_waiting.dequeue();
    m_reader.read<Findings>(
        this,
        [id = asked.id, keys = m_keys](CallReader &reader) {
            const auto record = reader.delivery(id);
            return record ? Findings{namesIn(record->body), findHints(*record, keys)} : Findings();
        },
        [this, asked](const Findings &found) {
            if (!found.hints.isEmpty() || found.names != UnverifiedNames())
                m_store.noteHints(asked.id, found.names.event, found.names.callId, found.hints);
            if (!asked.isGenuine && !found.names.callId.value().isEmpty())
                Q_EMIT callNamed(found.names.callId, asked.senderIsAllowed);
            m_isBusy = false;
            next();
        });
}

} // namespace anrufwarte
