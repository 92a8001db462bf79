// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/callreader.h"
#include "core/store/callstore.h"
#include "core/store/database.h"
#include "tests/support/callbuilders.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace anrufwarte::test {

/// A store in a folder of its own, and short ways to use it from the main thread.
class StoreFixture
{
public:
    StoreFixture() { options.file = dir.filePath(QStringLiteral("calls.sqlite")); }

    [[nodiscard]] bool open()
    {
        Result<std::unique_ptr<CallStore>> opened = CallStore::open(options, clock);
        if (!opened) {
            error = opened.error();
            return false;
        }
        store = *std::move(opened);
        return true;
    }
    void close() { store.reset(); }

    /// Submits and waits for the answer.
    Result<BatchOutcome> write(ChangeBatch batch, int timeoutMs = 10000)
    {
        std::optional<Result<BatchOutcome>> answer;
        QObject context;
        const Result<void> taken =
            store->submit(std::move(batch), &context,
                          [&answer](Result<BatchOutcome> result) { answer = std::move(result); });
        if (!taken)
            return taken.error();
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, timeoutMs);
        return answer.value_or(Error{ErrorCode::Internal, QStringLiteral("no answer"), {}});
    }
    Result<BatchOutcome> write(const CallChange &change)
    {
        return write(ChangeBatch{{change}, std::nullopt});
    }

    [[nodiscard]] CallReader reader() const { return CallReader({options.file, options.costUnit}); }

    /// A second connection, as another process would have it.
    [[nodiscard]] std::unique_ptr<Database> other(int busyTimeoutMs = 5000) const
    {
        return *Database::open(options.file, Database::Access::ReadWrite, busyTimeoutMs);
    }
    [[nodiscard]] QVariant ask(const char *sql) const { return other()->ask(QString::fromLatin1(sql)); }

    QTemporaryDir dir;
    FakeClock clock;
    StoreOptions options;
    Error error;
    std::unique_ptr<CallStore> store;
};

inline constexpr qint64 T0 = 1'790'000'000'000; ///< the fake clock's first moment

} // namespace anrufwarte::test
