// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace anrufwarte::fuzz {

/// Where a JSON text leaves the ground on which QJsonDocument and the program's own reader must agree. Found
/// by walking over the text once, knowing only what is inside quotes and what is not: a third opinion, beside
/// two real readers.
struct Deviations
{
    // QJsonDocument takes these, RFC 8259 does not; we refuse them.
    bool rawControl = false;    ///< a character below 0x20 inside a string
    bool unknownEscape = false; ///< "\q"
    bool barePoint = false;     ///< ".5", "1.", "-.5": a point without a digit on each side

    // RFC 8259 leaves these to the reader; we refuse them, QJsonDocument does not.
    bool tooDeep = false;      ///< deeper than MaxJsonDepth
    bool hugeExponent = false; ///< of nine digits or more

    // RFC 8259 allows it and we take it; QJsonDocument refuses it.
    bool beyondDouble = false; ///< too large for a double, or so small that it becomes zero

    // QJsonDocument drops it at the start of a string; to us it is a character like others.
    bool byteOrderMark = false;

    // RFC 8259, section 8.2, leaves it to the reader; to us it is U+FFFD, QJsonDocument keeps it.
    bool loneSurrogate = false; ///< "\ud800" without its other half

    [[nodiscard]] bool mayBeRefusedByUs() const
    {
        return rawControl || unknownEscape || barePoint || tooDeep || hugeExponent;
    }
    [[nodiscard]] bool mayBeRefusedByQt() const { return beyondDouble; }
    [[nodiscard]] bool mayBeReadOtherwise() const { return byteOrderMark || loneSurrogate; }
};

[[nodiscard]] Deviations deviationsOf(QByteArrayView text);

} // namespace anrufwarte::fuzz
