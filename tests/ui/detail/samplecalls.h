// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/callcontent.h"

namespace anrufwarte::test {

inline constexpr qint64 SampleNowMs = 1'790'000'000'000;

/// The merged call that a sample body (webhook or API answer) makes.
[[nodiscard]] Call sampleCall(const QString &file, CostUnitChoice unit = CostUnitChoice::Auto);
[[nodiscard]] Call callFromJson(const QByteArray &json, CostUnitChoice unit = CostUnitChoice::Auto);

/// The same with members replaced or added ("latency" -> "{…}"), as JSON text.
[[nodiscard]] Call sampleCallWith(const QString &file, const QMap<QByteArray, QByteArray> &members);

/// The call of the mock-ups: tool calls, five cost items, five components.
[[nodiscard]] Call mockUpCall();

/// A finished call with `count` alternating turns.
[[nodiscard]] QList<TranscriptRow> manyTurns(int count);

/// A no-break space is a space to whoever reads a test.
[[nodiscard]] QString plain(QString text);

} // namespace anrufwarte::test
