// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace anrufwarte {

class JsonMembers;

/// How amounts in call_cost are read (setting cost/unit, contract §6.5).
enum class CostUnitChoice : quint8
{
    Auto,
    Cents,
    Dollars
};
enum class CostUnit : quint8
{
    Cents,
    Dollars
};

/// One item of a call's cost.
struct CostPart
{
    QString product; ///< Retell's name, "elevenlabs_tts"; of the former system's flat shape the member's
                     ///< name, "retell_llm_cost"
    std::optional<MicroDollars> amount;
    std::optional<double> unitPrice; ///< in the payload's unit per second; empty = one-off
    bool isTransferLeg = false;
    bool isRemainder = false; ///< total minus the flat parts ("Sonstiges"); stated by nobody, computed here

    bool operator==(const CostPart &) const = default;
};

struct CostReading
{
    CostUnit unit = CostUnit::Cents;
    std::optional<MicroDollars> total;     ///< combined_cost
    std::optional<MicroDollars> telephony; ///< twilio_cost, or the sum of products named *telephony*
    std::optional<MicroDollars> retell;    ///< retell_cost, else total minus telephony
    std::optional<MicroDollars>
        partsSum; ///< of what the payload lists (without the remainder); empty = nothing to compare
    std::optional<double> totalUnitPrice; ///< total_duration_unit_price, payload unit per second
    std::optional<qint64> totalSeconds;   ///< total_duration_seconds
    QList<CostPart> parts;

    bool operator==(const CostReading &) const = default;
};

/// Reads the call_cost object (JSON text). Unit rule of contract §6.5: product_costs or total_duration_*
/// present = cents; only the flat keys retell_cost, retell_llm_cost, twilio_cost = dollars; only
/// combined_cost = cents. Empty when the text is no JSON object.
[[nodiscard]] std::optional<CostReading> readCost(const QByteArray &callCostJson, CostUnitChoice choice);

/// True when no amount in it differs from zero (also for {}): a placeholder while running, and never worth
/// more than another reading afterwards (contract §6.2).
[[nodiscard]] bool isAllZeroCost(const QByteArray &callCostJson);
[[nodiscard]] bool isAllZeroCost(const JsonMembers &cost); ///< of one that has been read already

[[nodiscard]] QString toWord(CostUnit unit); ///< "cents", "dollars"

} // namespace anrufwarte
