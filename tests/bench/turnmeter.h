// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QPaintEvent>
#include <QSet>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <functional>

namespace anrufwarte::bench {

/// An application that knows how long its main thread was busy: with each event, and how much later than due
/// a beat every 2 ms came. So long a click would have waited. Of chosen widgets it also knows what was
/// painted.
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
        if (QThread::currentThread() != thread()) // a worker's
            return QApplication::notify(receiver, event);
        if (m_isBusy) { // part of the one that is measured
            if (event->type() == QEvent::Paint && m_watched.contains(receiver))
                m_painted[receiver] += static_cast<QPaintEvent *>(event)->region();
            return QApplication::notify(receiver, event);
        }
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
        if (!m_painted.isEmpty())
            m_onPainted(std::exchange(m_painted, {}));
        return result;
    }

    using Painted = QHash<QObject *, QRegion>;
    /// `onPainted` hears, when a turn that painted some of `watched` is over and so the frame is on its way
    /// to the screen, which parts of which.
    void watch(const QSet<QObject *> &watched, std::function<void(const Painted &)> onPainted)
    {
        m_watched = watched;
        m_onPainted = std::move(onPainted);
    }
    void watchNothing() { m_watched.clear(); }

    /// The beat costs about half a percent of a processor: not where processor time is compared.
    void setBeating(bool beats)
    {
        m_sinceBeat.start();
        if (beats)
            m_beat.start(BeatMs);
        else
            m_beat.stop();
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
    QSet<QObject *> m_watched;
    Painted m_painted;
    std::function<void(const Painted &)> m_onPainted;
    bool m_isBusy = false;
};

} // namespace anrufwarte::bench
