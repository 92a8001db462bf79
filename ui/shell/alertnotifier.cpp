// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alertnotifier.h"

#include "core/base/clock.h"
#include "core/text/alerttext.h"
#include "core/text/formats.h"
#include "ui/shell/alertboard.h"

namespace anrufwarte {

AlertNotifier::AlertNotifier(const AlertBoard &board, const Clock &clock, QObject *parent)
    : QObject(parent), m_board(board), m_clock(clock)
{
    connect(&board, &AlertBoard::changed, this, &AlertNotifier::look);
}

void AlertNotifier::look()
{
    for (const Alert &alert : m_board.standing()) {
        if (!isDue(alert))
            continue;
        const AlertText words = alertText(alert, Formats());
        Q_EMIT
        due(words.title, words.text, alert.severity);
    }
}

bool AlertNotifier::isDue(const Alert &alert)
{
    constexpr qint64 HourMs = 60 * 60 * 1000;
    if (!ruleOf(alert.kind).isNotified || alert.isAcknowledged || m_board.mutedUntilMs(alert.kind))
        return false;
    const QString reason = toWord(alert.kind) + u':' + alert.subject.delivery.reason;
    const auto told = m_toldMs.constFind(reason);
    if (told != m_toldMs.cend() && alert.newestMs - *told < HourMs) // a lasting state has no newer moment
        return false;
    m_toldMs.insert(reason, m_clock.nowMs());
    return true;
}

} // namespace anrufwarte
