// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/retryentry.h"

#include <array>

namespace anrufwarte {

namespace {

constexpr std::array Causes = {QLatin1String("incomplete"), QLatin1String("rejected"),
                               QLatin1String("not_written")};
constexpr std::array Reasons = {QLatin1String(""), QLatin1String("not_stored"),
                                QLatin1String("never_connected"), QLatin1String("not_found"),
                                QLatin1String("nothing_new")};

template <typename Word, size_t N>
Word fromWord(const std::array<QLatin1String, N> &words, QStringView word)
{
    for (size_t i = 0; i < N; ++i) {
        if (word == words[i])
            return static_cast<Word>(i);
    }
    return Word{};
}

} // namespace

QString toWord(RetryCause cause)
{
    return Causes[static_cast<size_t>(cause)];
}

QString toWord(SetAside reason)
{
    return Reasons[static_cast<size_t>(reason)];
}

RetryCause retryCauseFromWord(QStringView word)
{
    return fromWord<RetryCause>(Causes, word);
}

SetAside setAsideFromWord(QStringView word)
{
    return fromWord<SetAside>(Reasons, word);
}

} // namespace anrufwarte
