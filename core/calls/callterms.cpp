// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/callterms.h"

#include <QStringList>
#include <array>

namespace anrufwarte {

namespace {
constexpr std::array StateWords{u"registered", u"ongoing", u"completed", u"failed"};
constexpr std::array SourceWords{u"webhook", u"poll", u"resync", u"import", u"user"};

template <typename Enum, size_t N>
Enum fromWord(const std::array<const char16_t *, N> &words, QStringView word, Enum fallback)
{
    for (size_t i = 0; i < N; ++i) {
        if (word == QStringView(words[i]))
            return static_cast<Enum>(i);
    }
    return fallback;
}
} // namespace

bool isTerminalWord(QStringView callStatus)
{
    return callStatus == statusword::Ended || callStatus == statusword::NotConnected ||
           callStatus == statusword::Error;
}

CallState stateOf(QStringView callStatus, Stage furthest)
{
    if (callStatus == statusword::NotConnected || callStatus == statusword::Error)
        return CallState::Failed;
    if (furthest >= Stage::Finished || callStatus == statusword::Ended)
        return CallState::Completed;
    return furthest == Stage::Registered ? CallState::Registered : CallState::Ongoing;
}

QString toWord(CallState state)
{
    return QString::fromUtf16(StateWords.at(static_cast<size_t>(state)));
}

QString toWord(Source source)
{
    return QString::fromUtf16(SourceWords.at(static_cast<size_t>(source)));
}

CallState callStateFromWord(QStringView word)
{
    return fromWord(StateWords, word, CallState::Ongoing);
}

Source sourceFromWord(QStringView word)
{
    return fromWord(SourceWords, word, Source::Webhook);
}

Direction directionFromWord(QStringView word)
{
    if (word == u"inbound")
        return Direction::Inbound;
    return word == u"outbound" ? Direction::Outbound : Direction::Unknown;
}

} // namespace anrufwarte
