// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/mailbox.h"

#include "core/store/handover.h"

namespace anrufwarte {

void Mailbox::post(std::function<void()> work)
{
    const std::lock_guard locker(m_mutex);
    if (m_context)
        handover::queue(m_context, std::move(work));
}

void Mailbox::close()
{
    const std::lock_guard locker(m_mutex);
    m_context = nullptr;
}

std::shared_ptr<Mailbox> Mailboxes::of(QObject *context)
{
    const std::lock_guard locker(m_shared->mutex);
    std::shared_ptr<Mailbox> &box = m_shared->boxes[context];
    if (box)
        return box;
    box = std::make_shared<Mailbox>(context);
    // In the thread that destroys the context, before its queued events are dropped: a post is either dropped
    // with them or finds the box closed. Holds what it needs, the store may be gone before the context.
    QObject::connect(context, &QObject::destroyed, [shared = m_shared, box, context] {
        box->close();
        const std::lock_guard inner(shared->mutex);
        shared->boxes.remove(context);
    });
    return box;
}

} // namespace anrufwarte
