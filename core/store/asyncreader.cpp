// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/asyncreader.h"

#include "core/store/handover.h"

#include <QThread>
#include <atomic>

namespace anrufwarte {

namespace {

/// Lives in the reader thread; destroyed there, and the connection with it.
class ReaderHome : public QObject
{
public:
    explicit ReaderHome(ReaderOptions options) : reader(std::move(options)) {}

    CallReader reader;
};

} // namespace

struct AsyncReader::Private
{
    QThread thread;
    ReaderHome *home = nullptr;
    std::atomic<bool> stopping = false;
    Mailboxes mailboxes;
};

AsyncReader::AsyncReader(ReaderOptions options, QObject *parent) : QObject(parent), d(new Private)
{
    d->home = new ReaderHome(std::move(options));
    d->home->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->home, &QObject::deleteLater);
    d->thread.setObjectName(QStringLiteral("store-reader"));
    d->thread.start();
}

AsyncReader::~AsyncReader()
{
    d->stopping = true;
    d->thread.quit();
    d->thread.wait();
}

void AsyncReader::runningCalls(QObject *context, std::function<void(Result<QList<RunningCall>>)> answer)
{
    read<Result<QList<RunningCall>>>(
        context, [](CallReader &reader) { return reader.runningCalls(); }, std::move(answer));
}

void AsyncReader::endEvidence(const CallId &callId, QObject *context,
                              std::function<void(Result<EndEvidence>)> answer)
{
    read<Result<EndEvidence>>(
        context, [callId](CallReader &reader) { return reader.endEvidence(callId); }, std::move(answer));
}

void AsyncReader::knownCall(const CallId &callId, QObject *context,
                            std::function<void(Result<std::optional<Call>>)> answer)
{
    read<Result<std::optional<Call>>>(
        context, [callId](CallReader &reader) { return reader.knownCall(callId); }, std::move(answer));
}

void AsyncReader::incompleteCalls(QObject *context, std::function<void(Result<QList<CallRow>>)> answer)
{
    read<Result<QList<CallRow>>>(
        context, [](CallReader &reader) { return reader.incompleteCalls(); }, std::move(answer));
}

void AsyncReader::incompleteCount(QObject *context, std::function<void(Result<qint64>)> answer)
{
    read<Result<qint64>>(
        context, [](CallReader &reader) { return reader.incompleteCount(); }, std::move(answer));
}

void AsyncReader::completeAmong(const QList<CallId> &calls, QObject *context,
                                std::function<void(Result<QSet<CallId>>)> answer)
{
    read<Result<QSet<CallId>>>(
        context, [calls](CallReader &reader) { return reader.completeAmong(calls); }, std::move(answer));
}

void AsyncReader::historyLedger(QObject *context, std::function<void(Result<HistoryLedger>)> answer)
{
    read<Result<HistoryLedger>>(
        context, [](CallReader &reader) { return reader.historyLedger(); }, std::move(answer));
}

void AsyncReader::retries(qsizetype limit, QObject *context,
                          std::function<void(Result<QList<RetryEntry>>)> answer)
{
    read<Result<QList<RetryEntry>>>(
        context, [limit](CallReader &reader) { return reader.retries(limit); }, std::move(answer));
}

void AsyncReader::knownRetries(const QList<CallId> &calls, QObject *context,
                               std::function<void(Result<QHash<CallId, RetryEntry>>)> answer)
{
    read<Result<QHash<CallId, RetryEntry>>>(
        context, [calls](CallReader &reader) { return reader.knownRetries(calls); }, std::move(answer));
}

void AsyncReader::resyncDone(qint64 runStartedMs, QObject *context,
                             std::function<void(Result<QSet<CallId>>)> answer)
{
    read<Result<QSet<CallId>>>(
        context, [runStartedMs](CallReader &reader) { return reader.resyncDone(runStartedMs); },
        std::move(answer));
}

void AsyncReader::post(std::function<void(CallReader &)> job)
{
    handover::queue(d->home, [state = d.get(), job = std::move(job)] {
        if (!state->stopping)
            job(state->home->reader);
    });
}

std::shared_ptr<Mailbox> AsyncReader::mailboxOf(QObject *context)
{
    return d->mailboxes.of(context);
}

} // namespace anrufwarte
