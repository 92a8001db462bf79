// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// The escapes in JSON strings, and what is done about half a character.
///
/// A pair of \u escapes may stand for one character (U+1F60A: "\ud83d\ude0a"). RFC 8259, section 8.2, leaves
/// open what one half alone means. ECMA-262's JSON.stringify writes it in just this way when a text was cut
/// in the middle of an emoji, and Retell's Node may so send it: a call is worth more than the rest of an
/// emoji. So each lone half reads as U+FFFD, in all readers alike, and nothing is refused for it.
namespace anrufwarte::jsonescape {

/// The content of a checked JSON string (what stands between its quotes) as UTF-8.
[[nodiscard]] QByteArray unescaped(QByteArrayView content);

/// Any text with each lone half replaced by \ufffd, so that all places stay. Null if there is none.
[[nodiscard]] QByteArray withoutLoneHalves(QByteArrayView json);

} // namespace anrufwarte::jsonescape
