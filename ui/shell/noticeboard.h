// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "core/calls/deliveryrecord.h"
#include "ui/look/tone.h"

#include <QObject>

namespace anrufwarte {

enum class NoticeKind
{
    StoreProblem,
    ListenerDown,
    NoKey,
    KeyRefused,
    Payment,
    Rejected,
    FileReplaced,
    ListenerBack
};

/// One message for the banner row or the bell, as facts; its words come from noticetext.h.
struct Notice
{
    NoticeKind kind = NoticeKind::ListenerDown;
    Tone tone = Tone::Danger;
    qint64 sinceMs = 0; ///< UTC
    int count = 1;      ///< the same cause again and again is one notice
    std::optional<Error> error = {};
    DeliveryRecord delivery = {}; ///< of Rejected: the newest
    QString path = {};            ///< of FileReplaced

    bool operator==(const Notice &) const = default;
};

/// Which messages stand, and which of them is the one banner (ui.md §2.1, §7): the most severe, then the
/// newest.
class NoticeBoard : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void setListenerHealth(const ListenerHealth &health, qint64 nowMs);
    void setStoreHealth(const StoreHealth &health, qint64 nowMs);
    void setApiHealth(const ApiHealth &health, qint64 nowMs);
    void setKeyPresent(bool present, qint64 nowMs);
    void noteRejected(const DeliveryRecord &record);
    void dismiss(NoticeKind kind);

    /// The most severe first.
    [[nodiscard]] const QList<Notice> &notices() const { return m_notices; }
    /// The most severe that somebody has to know about; good news stays under the bell.
    [[nodiscard]] std::optional<Notice> banner() const;

Q_SIGNALS:
    void changed();

private:
    void raise(Notice notice);
    void withdraw(NoticeKind kind);
    [[nodiscard]] const Notice *find(NoticeKind kind) const;

    QList<Notice> m_notices;
    QList<qint64> m_lastRejections; ///< times of the newest three
    std::optional<QString> m_replacedFile;
};

} // namespace anrufwarte
