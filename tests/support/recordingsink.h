// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/changesink.h"

#include <QPointer>
#include <utility>
#include <vector>

namespace anrufwarte::test {

/// Keeps what is submitted and answers when the test says so. One thread.
class RecordingSink final : public ChangeSink
{
public:
    struct Submitted
    {
        ChangeBatch batch;
        QPointer<QObject> context;
        BatchDone done;
    };

    [[nodiscard]] Result<void> submit(ChangeBatch batch, QObject *context, BatchDone done) override
    {
        if (refuseWith)
            return *refuseWith;
        submitted.push_back({std::move(batch), context, std::move(done)});
        return {};
    }

    bool noteRejected(DeliveryRecord delivery) override
    {
        if (dropNotes)
            return false;
        rejected.append(std::move(delivery));
        return true;
    }

    /// Answers everything that waits, oldest first.
    void commit() { answer(BatchOutcome{DeliveryId(++m_lastId), 1}); }
    void fail(ErrorCode code) { answer(Error{code, QStringLiteral("as the test wants it"), {}}); }

    std::vector<Submitted> submitted; ///< stays after the answer, to be looked at
    QList<DeliveryRecord> rejected;
    std::optional<Error> refuseWith;
    bool dropNotes = false;

private:
    void answer(const Result<BatchOutcome> &outcome)
    {
        for (; m_answered < submitted.size(); ++m_answered) {
            if (submitted[m_answered].context)
                submitted[m_answered].done(outcome);
        }
    }

    size_t m_answered = 0;
    qint64 m_lastId = 0;
};

} // namespace anrufwarte::test
