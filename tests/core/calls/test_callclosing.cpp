// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/closing.h"

#include <QDateTime>
#include <QTest>

using namespace anrufwarte;

/// What is written into the history when a call is closed is read back as it was meant.
class TestCallClosing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writtenIsReadBack();
    void firstClosingCounts();
    void webhooksCloseWithoutEvidence();
    void cutReasonsAreStillClosings();
};

namespace {

constexpr qint64 AtMs = 1'759'592'649'000;

HistoryEntry entry(Source source, const QString &reason)
{
    return {7,
            AtMs,
            source,
            QStringLiteral("call_status"),
            QStringLiteral("ongoing"),
            QStringLiteral("ended"),
            reason};
}

} // namespace

void TestCallClosing::writtenIsReadBack()
{
    const QDateTime rejectedAt(QDate(2025, 10, 4), QTime(17, 42, 58));
    for (const Source by : {Source::Poll, Source::Resync}) {
        QCOMPARE(closingOf({entry(by, closingReason({true, {}}, by))}), (Closing{by, AtMs, false, {}, {}}));
        const RejectedEnd rejected{rejectedAt.toMSecsSinceEpoch(), QStringLiteral("signature_mismatch")};
        QCOMPARE(closingOf({entry(by, closingReason({true, rejected}, by))}),
                 (Closing{by, AtMs, true, QStringLiteral("17:42:58"), QStringLiteral("signature_mismatch")}));
    }
}

void TestCallClosing::firstClosingCounts()
{
    const auto closing = closingOf({entry(Source::Webhook, QStringLiteral("call_started webhook")),
                                    entry(Source::Resync, closingReason({true, {}}, Source::Resync)),
                                    entry(Source::Poll, closingReason({true, {}}))});
    QVERIFY(closing);
    QCOMPARE(closing->by, Source::Resync);
}

void TestCallClosing::webhooksCloseWithoutEvidence()
{
    QVERIFY(!closingOf({}));
    QVERIFY(!closingOf({entry(Source::Webhook, QStringLiteral("call_ended webhook")),
                        entry(Source::Poll, QStringLiteral("found by history walk"))}));
}

void TestCallClosing::cutReasonsAreStillClosings()
{
    const auto closing =
        closingOf({entry(Source::Poll, QStringLiteral("closed by poll; webhook rejected 17:"))});
    QCOMPARE(closing, (Closing{Source::Poll, AtMs, true, {}, {}}));
}

QTEST_GUILESS_MAIN(TestCallClosing)
#include "test_callclosing.moc"
