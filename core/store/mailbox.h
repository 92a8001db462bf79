// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <functional>
#include <memory>
#include <mutex>

namespace anrufwarte {

/// The way from a worker thread to an object of another one that may be gone by now. QPointer cannot do this:
/// between its answer and the call the other thread may destroy the object.
class Mailbox
{
public:
    explicit Mailbox(QObject *context) : m_context(context) {}

    /// Any thread. `work` runs in the context's thread, later, or never if the context is gone.
    void post(std::function<void()> work);
    void close();

private:
    std::mutex m_mutex;
    QObject *m_context;
};

/// One mailbox per context, closed by itself when the context is destroyed.
class Mailboxes
{
public:
    /// Any thread, as long as `context` lives during the call.
    [[nodiscard]] std::shared_ptr<Mailbox> of(QObject *context);

private:
    struct Shared
    {
        std::mutex mutex;
        QHash<const QObject *, std::shared_ptr<Mailbox>> boxes;
    };
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
};

} // namespace anrufwarte
