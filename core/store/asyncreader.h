// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/callreader.h"

#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>

namespace anrufwarte {

/// A CallReader in a thread of its own. Questions are asked from the main thread, answers come back there; an answer
/// for a context that is gone is dropped.
class AsyncReader : public QObject
{
    Q_OBJECT
public:
    explicit AsyncReader(ReaderOptions options, QObject *parent = nullptr);
    ~AsyncReader() override;

    /// `ask` runs in the reader thread; `answer` in the thread of `context`.
    template <typename T>
    void read(QObject *context, std::function<T(CallReader &)> ask, std::function<void(T)> answer)
    {
        QPointer<QObject> guard(context);
        post([ask = std::move(ask), answer = std::move(answer), guard](CallReader &reader) {
            auto result = std::make_shared<T>(ask(reader));
            if (QObject *alive = guard.data()) {
                QMetaObject::invokeMethod(
                    alive, [answer, result] { answer(std::move(*result)); }, Qt::QueuedConnection);
            }
        });
    }

private:
    void post(std::function<void(CallReader &)> job);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace anrufwarte
