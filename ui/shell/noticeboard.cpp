// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticeboard.h"

#include <algorithm>

namespace anrufwarte {

namespace {

constexpr qsizetype RejectionsForRed = 3;
constexpr qint64 RedSpanMs = 10 * 60 * 1000;

} // namespace

void NoticeBoard::setListenerHealth(const ListenerHealth &health, qint64 nowMs)
{
    if (health.listening && !health.problem) {
        if (!find(NoticeKind::ListenerDown))
            return;
        withdraw(NoticeKind::ListenerDown);
        raise({.kind = NoticeKind::ListenerBack, .tone = Tone::Ok, .sinceMs = nowMs});
        return;
    }
    withdraw(NoticeKind::ListenerBack);
    const Notice *standing = find(NoticeKind::ListenerDown);
    // Listening on one of several addresses is a warning, on none an outage.
    raise({.kind = NoticeKind::ListenerDown,
           .tone = health.listening ? Tone::Warn : Tone::Danger,
           .sinceMs = standing ? standing->sinceMs : nowMs,
           .error = health.problem});
}

void NoticeBoard::setStoreHealth(const StoreHealth &health, qint64 nowMs)
{
    if (health.writable && !health.problem) {
        withdraw(NoticeKind::StoreProblem);
    } else {
        const Notice *standing = find(NoticeKind::StoreProblem);
        raise({.kind = NoticeKind::StoreProblem,
               .tone = health.writable ? Tone::Warn : Tone::Danger,
               .sinceMs = standing ? standing->sinceMs : nowMs,
               .error = health.problem});
    }
    if (health.replacedBrokenFile && health.replacedBrokenFile != m_replacedFile) {
        m_replacedFile = health.replacedBrokenFile;
        raise({.kind = NoticeKind::FileReplaced,
               .tone = Tone::Warn,
               .sinceMs = nowMs,
               .path = *health.replacedBrokenFile});
    }
}

/// What only a person can put right. A Retell that is merely out of reach is told by the status bar and, when
/// it lasts, by the age of the data.
void NoticeBoard::setApiHealth(const ApiHealth &health, qint64 nowMs)
{
    const auto hold = [&](NoticeKind kind, bool isSo) {
        if (!isSo)
            return withdraw(kind);
        const Notice *standing = find(kind);
        raise({.kind = kind,
               .tone = Tone::Danger,
               .sinceMs = standing ? standing->sinceMs : nowMs,
               .error = health.problem});
    };
    hold(NoticeKind::KeyRefused, health.state == ApiState::KeyRefused);
    hold(NoticeKind::Payment, health.state == ApiState::Payment);
}

void NoticeBoard::setKeyPresent(bool present, qint64 nowMs)
{
    if (present)
        withdraw(NoticeKind::NoKey);
    else
        raise({.kind = NoticeKind::NoKey, .tone = Tone::Danger, .sinceMs = nowMs});
}

void NoticeBoard::noteRejected(const DeliveryRecord &record)
{
    m_lastRejections.append(record.receivedMs);
    if (m_lastRejections.size() > RejectionsForRed)
        m_lastRejections.removeFirst();
    const bool many = m_lastRejections.size() == RejectionsForRed &&
                      record.receivedMs - m_lastRejections.constFirst() <= RedSpanMs;
    const Notice *standing = find(NoticeKind::Rejected);
    raise({.kind = NoticeKind::Rejected,
           .tone = many ? Tone::Danger : Tone::Warn,
           .sinceMs = record.receivedMs,
           .count = standing ? standing->count + 1 : 1,
           .delivery = record});
}

void NoticeBoard::dismiss(NoticeKind kind)
{
    withdraw(kind);
}

std::optional<Notice> NoticeBoard::banner() const
{
    if (m_notices.isEmpty() || m_notices.constFirst().tone < Tone::Warn)
        return std::nullopt;
    return m_notices.constFirst();
}

void NoticeBoard::raise(Notice notice)
{
    if (const Notice *standing = find(notice.kind); standing && *standing == notice)
        return;
    m_notices.removeIf([&](const Notice &other) { return other.kind == notice.kind; });
    m_notices.append(std::move(notice));
    std::stable_sort(m_notices.begin(), m_notices.end(), [](const Notice &a, const Notice &b) {
        return a.tone != b.tone ? a.tone > b.tone : a.sinceMs > b.sinceMs;
    });
    Q_EMIT
    changed();
}

void NoticeBoard::withdraw(NoticeKind kind)
{
    if (m_notices.removeIf([kind](const Notice &notice) { return notice.kind == kind; }) > 0)
        Q_EMIT
    changed();
}

const Notice *NoticeBoard::find(NoticeKind kind) const
{
    const auto found = std::find_if(m_notices.cbegin(), m_notices.cend(),
                                    [kind](const Notice &notice) { return notice.kind == kind; });
    return found == m_notices.cend() ? nullptr : &*found;
}

} // namespace anrufwarte
