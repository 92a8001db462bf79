// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/tone.h"

namespace anrufwarte {

QColor toneInk(const Tokens &tokens, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return tokens.text2;
    case Tone::Info:
        return tokens.accentText;
    case Tone::Ok:
        return tokens.ok;
    case Tone::Warn:
        return tokens.warn;
    case Tone::Danger:
        return tokens.danger;
    }
    return tokens.text2;
}

QColor toneGround(const Tokens &tokens, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return tokens.hover;
    case Tone::Info:
        return tokens.accentBg;
    case Tone::Ok:
        return tokens.okBg;
    case Tone::Warn:
        return tokens.warnBg;
    case Tone::Danger:
        return tokens.dangerBg;
    }
    return tokens.hover;
}

QColor toneLine(const Tokens &tokens, Tone tone)
{
    if (tone == Tone::Neutral)
        return tokens.line;
    QColor line = tone == Tone::Warn ? tokens.warnMark : toneInk(tokens, tone);
    line.setAlphaF(0.55F);
    return line;
}

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Info:
        return QStringLiteral("info");
    case Tone::Ok:
        return QStringLiteral("circle-check");
    case Tone::Warn:
        return QStringLiteral("triangle-alert");
    case Tone::Danger:
        return QStringLiteral("circle-x");
    }
    return {};
}

} // namespace anrufwarte
