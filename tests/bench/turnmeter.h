// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QList>
#include <QThread>
#include <QTimer>
#include <algorithm>

namespace anrufwarte::bench {

/// An application that knows how long its main thread was busy: with each event, and how much later than due
/// a beat every 2 ms came. So long a click would have waited.
class MeasuredApplication : public QApplication
{
public:
    MeasuredApplication(int &argc, char **argv) : QApplication(argc, argv)
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            m_waitsNs.append(std::max<qint64>(0, m_sinceBeat.nsecsElapsed() - BeatMs * 1'000'000));
            m_sinceBeat.start();
        });
        m_sinceBeat.start();
        m_beat.start(BeatMs);
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread() || m_isBusy) // a worker's; part of the one that is measured
            return QApplication::notify(receiver, event);
        m_isBusy = true;
        const char *who = receiver->metaObject()->className(); // the receiver may be gone afterwards
        const int type = event->type();
        QElapsedTimer took;
        took.start();
        const bool result = QApplication::notify(receiver, event);
        const qint64 ns = took.nsecsElapsed();
        m_turnsNs.append(ns);
        if (ns > m_slowest.ns)
            m_slowest = {ns, who, type};
        m_isBusy = false;
        return result;
    }

    struct Slowest
    {
        qint64 ns = 0;
        const char *receiver = "";
        int event = 0; ///< QEvent::Type
    };

    [[nodiscard]] Slowest takeSlowest() { return std::exchange(m_slowest, {}); }
    /// Both since the last time, shortest first; ns.
    [[nodiscard]] QList<qint64> takeTurns() { return sorted(std::exchange(m_turnsNs, {})); }
    [[nodiscard]] QList<qint64> takeWaits() { return sorted(std::exchange(m_waitsNs, {})); }

private:
    static constexpr int BeatMs = 2;

    [[nodiscard]] static QList<qint64> sorted(QList<qint64> values)
    {
        std::sort(values.begin(), values.end());
        return values;
    }

    QTimer m_beat;
    QElapsedTimer m_sinceBeat;
    QList<qint64> m_turnsNs;
    Slowest m_slowest;
    QList<qint64> m_waitsNs;
    bool m_isBusy = false;
};

} // namespace anrufwarte::bench
