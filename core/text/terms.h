// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"
#include "core/calls/cost.h"
#include "core/calls/deliveryrecord.h"
#include "core/calls/transcript.h"

#include <QString>

namespace anrufwarte {

/// The words of the glossary (ui.md §9) in the current language.
namespace terms {
[[nodiscard]] QString status(const CallRow &row); ///< "Läuft", "Klingelt", "Beendet", "Korrigiert", "Nicht
                                                  ///< verbunden", "Fehler"; a word of tomorrow verbatim
[[nodiscard]] QString unconfirmed();              ///< "Unbestätigt"
[[nodiscard]] QString webCall();                  ///< "Web-Anruf", in place of a number
[[nodiscard]] QString source(Source source);      ///< "Webhook", "Abruf", "Nachsync", "Import", "Benutzer"
[[nodiscard]] QString direction(Direction direction);
[[nodiscard]] QString sentiment(const QString &word); ///< "positiv"; unknown words verbatim; empty = "–"
[[nodiscard]] QString part(Part part);                ///< "Dauer", "Kosten", … "Auswertung"
[[nodiscard]] QString dataState(DataState state);
[[nodiscard]] QString disconnectionReason(const QString &word); ///< "Anrufer hat aufgelegt"; unknown verbatim
[[nodiscard]] QString speaker(const Turn &turn);         ///< "Agent", "Anrufer", "Weiterleitungsziel", …
[[nodiscard]] QString latencyGroup(const QString &name); ///< "E2E", "Spracherkennung", …; unknown verbatim
[[nodiscard]] QString costProduct(const QString &product); ///< "Sprachausgabe (ElevenLabs)"; unknown verbatim
[[nodiscard]] QString costItem(const CostPart &part);      ///< "Sprachausgabe", "Weiterleitung", "Sonstiges"
[[nodiscard]] QString
check(CheckKind kind); ///< "Absender", "Kopfzeile", "Format", "Zeitfenster", "Signatur", "Inhalt"
[[nodiscard]] QString
expected(const DeliveryCheck &check); ///< the fact in words: "höchstens 300 s Abweichung"
[[nodiscard]] QString received(const DeliveryCheck &check);
[[nodiscard]] bool
namesSeconds(const QString &fact); ///< a time check that found seconds in place of milliseconds
[[nodiscard]] QString rejection(const DeliveryRecord &record); ///< one sentence: what was wrong
[[nodiscard]] QString hint(const HintFound &hint);             ///< one sentence: what to do
} // namespace terms

} // namespace anrufwarte
