// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/cost.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>

namespace anrufwarte {

namespace {

constexpr std::array FlatKeys{"retell_cost", "retell_llm_cost", "twilio_cost"};

/// A null says as little as an absent member.
bool states(const JsonValue &cost, const char *key)
{
    return !cost.member(key).isAbsent() && !cost.member(key).isNull();
}

bool hasFlatKey(const JsonValue &cost)
{
    return std::any_of(FlatKeys.begin(), FlatKeys.end(),
                       [&cost](const char *key) { return states(cost, key); });
}

CostUnit unitOf(const JsonValue &cost, CostUnitChoice choice)
{
    if (choice != CostUnitChoice::Auto)
        return choice == CostUnitChoice::Cents ? CostUnit::Cents : CostUnit::Dollars;
    const bool official = states(cost, "product_costs") || states(cost, "total_duration_seconds") ||
                          states(cost, "total_duration_unit_price");
    return !official && hasFlatKey(cost) ? CostUnit::Dollars : CostUnit::Cents;
}

class Reader
{
public:
    explicit Reader(CostUnit unit) : m_perUnit(unit == CostUnit::Cents ? MicrosPerCent : MicrosPerDollar) {}

    [[nodiscard]] std::optional<MicroDollars> amount(const JsonValue &value) const
    {
        const std::optional<double> number = value.number();
        return number ? microsFrom(*number, m_perUnit) : std::nullopt;
    }

private:
    MicroDollars m_perUnit;
};

void add(std::optional<MicroDollars> &sum, const std::optional<MicroDollars> &amount)
{
    if (amount)
        sum = sum.value_or(0) + *amount;
}

void readProducts(const JsonValue &products, const Reader &reader, CostReading &out)
{
    for (qsizetype i = 0; i < products.size(); ++i) {
        const JsonValue entry = products.at(i);
        CostPart part;
        part.product = entry.member("product").text().value_or(QString());
        part.amount = reader.amount(entry.member("cost"));
        part.unitPrice = entry.member("unit_price").number();
        part.isTransferLeg = entry.member("is_transfer_leg_cost").flag().value_or(false);
        add(out.partsSum, part.amount);
        if (part.product.contains(QLatin1String("telephony"), Qt::CaseInsensitive))
            add(out.telephony, part.amount);
        out.parts.append(std::move(part));
    }
}

/// The former system's shape: parts that need not add up; the rest becomes a row of its own.
void readFlat(const JsonValue &cost, const Reader &reader, CostReading &out)
{
    std::optional<MicroDollars> sum;
    for (const char *key : FlatKeys) {
        const std::optional<MicroDollars> amount = reader.amount(cost.member(key));
        if (!amount)
            continue;
        CostPart part;
        part.product = QString::fromLatin1(key);
        part.amount = amount;
        add(sum, amount);
        out.parts.append(std::move(part));
    }
    if (sum && out.total && *out.total != *sum) {
        CostPart rest;
        rest.amount = *out.total - *sum;
        rest.isRemainder = true;
        out.parts.append(std::move(rest));
    }
}

bool isZeroOrNoNumber(const JsonValue &value)
{
    const std::optional<double> number = value.number();
    return !number || *number == 0.0;
}

} // namespace

std::optional<CostReading> readCost(const QByteArray &callCostJson, CostUnitChoice choice)
{
    const Result<JsonDocument> document = JsonDocument::parse(callCostJson);
    if (!document || !document->root().isObject())
        return std::nullopt;
    const JsonValue cost = document->root();
    CostReading out;
    out.unit = unitOf(cost, choice);
    const Reader reader(out.unit);
    out.total = reader.amount(cost.member("combined_cost"));
    out.totalUnitPrice = cost.member("total_duration_unit_price").number();
    out.totalSeconds = cost.member("total_duration_seconds").integer();
    readProducts(cost.member("product_costs"), reader, out);
    if (out.parts.isEmpty())
        readFlat(cost, reader, out);
    if (const auto twilio = reader.amount(cost.member("twilio_cost")))
        out.telephony = twilio;
    out.retell = reader.amount(cost.member("retell_cost"));
    if (!out.retell && out.total)
        out.retell = *out.total - out.telephony.value_or(0);
    return out;
}

bool isAllZeroCost(const QByteArray &callCostJson)
{
    const Result<JsonDocument> document = JsonDocument::parse(callCostJson);
    if (!document)
        return true;
    const JsonValue cost = document->root();
    if (!isZeroOrNoNumber(cost.member("combined_cost")))
        return false;
    for (const char *key : FlatKeys) {
        if (!isZeroOrNoNumber(cost.member(key)))
            return false;
    }
    const JsonValue products = cost.member("product_costs");
    for (qsizetype i = 0; i < products.size(); ++i) {
        if (!isZeroOrNoNumber(products.at(i).member("cost")))
            return false;
    }
    return true;
}

QString toWord(CostUnit unit)
{
    return unit == CostUnit::Cents ? QStringLiteral("cents") : QStringLiteral("dollars");
}

} // namespace anrufwarte
