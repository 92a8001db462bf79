// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/callsource.h"
#include "core/store/callreader.h"
#include "core/store/mailbox.h"

#include <QObject>
#include <functional>
#include <memory>

namespace anrufwarte {

/// A CallReader in a thread of its own. Questions are asked from the thread of `context` (main or sync),
/// answers come back there; an answer for a context that is gone is dropped, and so is a question
/// that has not begun when the AsyncReader ends.
class AsyncReader : public QObject, public CallSource
{
    Q_OBJECT
public:
    explicit AsyncReader(ReaderOptions options, QObject *parent = nullptr);
    ~AsyncReader() override;

    /// `ask` runs in the reader thread, one question after the other; `answer` in the thread of `context`.
    template <typename T>
    void read(QObject *context, std::function<T(CallReader &)> ask, std::function<void(T)> answer)
    {
        post([ask = std::move(ask), answer = std::move(answer),
              mailbox = mailboxOf(context)](CallReader &reader) {
            auto result = std::make_shared<T>(ask(reader));
            mailbox->post([answer, result] { answer(std::move(*result)); });
        });
    }

    void runningCalls(QObject *context, std::function<void(Result<QList<RunningCall>>)> answer) override;
    void endEvidence(const CallId &callId, QObject *context,
                     std::function<void(Result<EndEvidence>)> answer) override;
    void knownCall(const CallId &callId, QObject *context,
                   std::function<void(Result<std::optional<Call>>)> answer) override;
    void incompleteCalls(QObject *context, std::function<void(Result<QList<CallRow>>)> answer) override;
    void incompleteCount(QObject *context, std::function<void(Result<qint64>)> answer) override;
    void completeAmong(const QList<CallId> &calls, QObject *context,
                       std::function<void(Result<QSet<CallId>>)> answer) override;
    void historyLedger(QObject *context, std::function<void(Result<HistoryLedger>)> answer) override;
    void retries(qsizetype limit, QObject *context,
                 std::function<void(Result<QList<RetryEntry>>)> answer) override;
    void knownRetries(const QList<CallId> &calls, QObject *context,
                      std::function<void(Result<QHash<CallId, RetryEntry>>)> answer) override;
    void resyncDone(qint64 runStartedMs, QObject *context,
                    std::function<void(Result<QSet<CallId>>)> answer) override;

private:
    void post(std::function<void(CallReader &)> job);
    [[nodiscard]] std::shared_ptr<Mailbox> mailboxOf(QObject *context);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace anrufwarte
