// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statustexts.h"

#include "core/text/errortext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace anrufwarte::statustexts {

namespace {

struct StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(StatusWords)
};

StatusText finish(StatusText text)
{
    text.spoken = text.name + u": " + stateWord(text.state);
    for (const QString &part : {text.value, text.alarm}) {
        if (!part.isEmpty())
            text.spoken += u", " + part;
    }
    return text;
}

} // namespace

QString stateWord(StatusState state)
{
    switch (state) {
    case StatusState::Ok:
        return StatusWords::tr("all right");
    case StatusState::Warn:
        return StatusWords::tr("warning");
    case StatusState::Bad:
        return StatusWords::tr("fault");
    case StatusState::Busy:
        return StatusWords::tr("starting");
    }
    return {};
}

StatusText listener(const std::optional<ListenerHealth> &health, Hearing hearing, qint64 nowMs,
                    const Formats &formats)
{
    StatusText text;
    text.name = StatusWords::tr("Listener");
    if (!health) {
        text.value = StatusWords::tr("starting …");
        return finish(text);
    }
    if (!health->listening) {
        text.state = StatusState::Bad;
        text.value = health->problem ? sentence(*health->problem) : StatusWords::tr("not listening");
        return finish(text);
    }
    const QString webhook =
        health->lastWebhookMs
            ? StatusWords::tr("last webhook %1").arg(formats.relative(*health->lastWebhookMs, nowMs))
            : StatusWords::tr("no webhook yet");
    text.value = StatusWords::tr("Port %1").arg(health->port) + u" · " + webhook;
    if (hearing == Hearing::NoKey) {
        text.state = StatusState::Bad;
        text.alarm = StatusWords::tr("no key");
        return finish(text);
    }
    if (health->accepted > 0)
        text.value += u" · " + StatusWords::tr("%1 accepted").arg(formats.number(health->accepted));
    if (health->rejected > 0)
        text.alarm = StatusWords::tr("%1 rejected").arg(formats.number(health->rejected));
    const bool warn =
        hearing == Hearing::Silent || health->rejected > 0 || health->unavailable > 0 || health->problem;
    text.state = warn ? StatusState::Warn : StatusState::Ok;
    return finish(text);
}

QString stateWord(ApiState state)
{
    switch (state) {
    case ApiState::Waiting:
        return StatusWords::tr("starting …");
    case ApiState::Ok:
        return StatusWords::tr("answers");
    case ApiState::Off:
        return StatusWords::tr("switched off");
    case ApiState::NoKey:
        return StatusWords::tr("no key");
    case ApiState::KeyRefused:
        return StatusWords::tr("key rejected");
    case ApiState::Payment:
        return StatusWords::tr("payment due");
    case ApiState::Throttled:
        return StatusWords::tr("rate limited");
    case ApiState::Down:
        return StatusWords::tr("not reachable");
    case ApiState::NotRetell:
        return StatusWords::tr("not Retell");
    case ApiState::Unreadable:
        return StatusWords::tr("not readable");
    case ApiState::BadRequest:
        return StatusWords::tr("question refused");
    }
    return {};
}

StatusText poller(const std::optional<ApiHealth> &health, bool stale, qint64 nowMs, const Formats &formats)
{
    StatusText text;
    text.name = StatusWords::tr("Poller");
    if (!health || (health->state == ApiState::Waiting && !stale)) {
        text.value = StatusWords::tr("starting …");
        return finish(text);
    }
    if (health->state == ApiState::Off || health->state == ApiState::NoKey) {
        text.state = StatusState::Warn;
        text.value = stateWord(health->state);
        return finish(text);
    }
    text.state = health->state == ApiState::Ok && !stale ? StatusState::Ok : StatusState::Warn;
    text.value = health->lastPollMs
                     ? StatusWords::tr("last %1").arg(formats.relative(*health->lastPollMs, nowMs))
                     : StatusWords::tr("no poll yet");
    if (!health->nextPollMs) {
        text.state = StatusState::Bad;
        text.alarm = StatusWords::tr("stopped");
    } else if (const qint64 seconds = (*health->nextPollMs - nowMs + 500) / 1000; seconds > 0) {
        text.value += u" · " + StatusWords::tr("next in %1 s").arg(formats.number(seconds));
    }
    return finish(text);
}

StatusText api(const std::optional<ApiHealth> &health, const Formats &formats)
{
    StatusText text;
    text.name = StatusWords::tr("Retell API");
    const ApiState state = health ? health->state : ApiState::Waiting;
    text.value = stateWord(state);
    switch (state) {
    case ApiState::Waiting:
        break;
    case ApiState::Ok:
        text.state = StatusState::Ok;
        text.value =
            StatusWords::tr("%1 ms").arg(formats.milliseconds(double(qMax<qint64>(1, health->latencyMs))));
        if (health->concurrencyUsed && health->concurrencyLimit) {
            text.value += u" · " + StatusWords::tr("%1 of %2 calls")
                                       .arg(formats.number(*health->concurrencyUsed),
                                            formats.number(*health->concurrencyLimit));
        }
        break;
    case ApiState::Off:
    case ApiState::NoKey:
    case ApiState::Throttled:
        text.state = StatusState::Warn;
        break;
    default:
        text.state = StatusState::Bad;
    }
    return finish(text);
}

StatusText store(const std::optional<StoreHealth> &health, const Formats &formats)
{
    StatusText text;
    text.name = StatusWords::tr("Database");
    if (!health) {
        text.value = StatusWords::tr("starting …");
        return finish(text);
    }
    if (!health->writable || health->problem) {
        text.state = health->writable ? StatusState::Warn : StatusState::Bad;
        text.value = health->problem ? sentence(*health->problem) : StatusWords::tr("not writable");
        return finish(text);
    }
    text.state = StatusState::Ok;
    text.value = health->commitMs > 0
                     ? StatusWords::tr("%1 ms").arg(formats.milliseconds(qMax(1.0, health->commitMs)))
                     : StatusWords::tr("ready");
    if (health->queued > 0)
        text.value += u" · " + StatusWords::tr("%1 waiting").arg(formats.number(health->queued));
    return finish(text);
}

QString asOf(qint64 updatedMs, qint64 nowMs, bool stale, const Formats &formats)
{
    constexpr qint64 MinuteMs = 60'000;
    const QString stand = StatusWords::tr("As of %1").arg(formats.clock(updatedMs));
    if (!stale)
        return stand;
    const qint64 minutes = (nowMs - updatedMs) / MinuteMs;
    return stand + u" – " +
           (minutes < 1 ? StatusWords::tr("no updates for less than a minute")
                        : StatusWords::tr("no updates for %n minute(s)", nullptr,
                                          static_cast<int>(qMin<qint64>(minutes, 999999))));
}

QString gap(const std::optional<ApiHealth> &health, qint64 nowMs, const Formats &formats)
{
    if (!health || !health->gapFromMs || !health->gapToMs)
        return {};
    const auto timeOf = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms); };
    const QDateTime from = timeOf(*health->gapFromMs), to = timeOf(*health->gapToMs);
    const QDate today = timeOf(nowMs).date();
    const auto minute = [](const QDateTime &time) { return time.toString(u"HH:mm"); };
    const auto dayAndMinute = [&](const QDateTime &time) {
        return formats.timeOrDate(time.toMSecsSinceEpoch(), nowMs);
    };
    const bool isDayClear = to.date() == today || to.date() == from.date(); // then it is named once at most
    return StatusWords::tr("Gap %1 to %2, being fetched")
        .arg(from.date() == today ? minute(from) : dayAndMinute(from),
             isDayClear ? minute(to) : dayAndMinute(to));
}

} // namespace anrufwarte::statustexts
