// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/resyncrun.h"
#include "core/text/formats.h"

#include <QString>

namespace anrufwarte {

struct FigureStyle
{
    Formats formats = Formats();
    bool masksNumbers = false;  ///< setting privacy/maskNumbers
    qsizetype longestText = 60; ///< characters; longer text ends with " …"
};

/// The words of a resync in the current language (mock-ups 06, 07). Plain text, one line, safe to show.
namespace resyncterms {
[[nodiscard]] QString fieldName(ResyncField field); ///< "Kosten", "Latenz p95 (E2E)", "Zusammenfassung"
/// "leer", "9,785 ct (0,098 $)", "3.381 ms", "„Der Agent buchte …“", "läuft", "1.234 Zeichen", "11
/// Messpunkte"
[[nodiscard]] QString figureText(ResyncField field, const FigureValue &value, const FigureStyle &style = {});
[[nodiscard]] QString deltaText(DeltaKind kind);          ///< "ergänzt", "korrigiert", "unverändert"
[[nodiscard]] QString verdictText(ResyncVerdict verdict); ///< "Aktualisiert", "Fehlgeschlagen", …
[[nodiscard]] QString setAsideText(SetAside reason); ///< "bei Retell nicht gespeichert"; SetAside::No: empty
/// What changed, in few words: "Status, Kosten, Latenz, Zusammenfassung". Cost and its items are one word,
/// and so are all of latency.
[[nodiscard]] QString changedFields(const ResyncResult &result);
/// Why a call failed or was given up; empty for the others.
[[nodiscard]] QString problemText(const ResyncResult &result);
[[nodiscard]] QString
scopeText(const ResyncRequest &request); ///< "1 Anruf", "alle unvollständigen", "30 Tage"
[[nodiscard]] QString waitText(const Error &waitsFor,
                               qint64 remainingMs); ///< "Wartet 20 s – Retell bremst (429)"
} // namespace resyncterms

} // namespace anrufwarte
