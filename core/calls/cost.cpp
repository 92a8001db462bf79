// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calls/cost.h"

#include "core/base/jsontext.h"

#include <algorithm>
#include <array>

namespace anrufwarte {

namespace {

constexpr std::array FlatKeys{"retell_cost", "retell_llm_cost", "twilio_cost"};

/// A null says as little as an absent member.
bool states(const JsonMembers &cost, const char *key)
{
    return !cost[key].isAbsent() && !cost[key].isNull();
}

bool hasFlatKey(const JsonMembers &cost)
{
    return std::any_of(FlatKeys.begin(), FlatKeys.end(),
                       [&cost](const char *key) { return states(cost, key); });
}

CostUnit unitOf(const JsonMembers &cost, CostUnitChoice choice)
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

    [[nodiscard]] std::optional<MicroDollars> amount(const JsonText &value) const
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

void readProducts(const JsonText &products, const Reader &reader, CostReading &out)
{
    for (const JsonText &product : elementsOf(products)) {
        const JsonMembers entry(product);
        CostPart part;
        part.product = entry["product"].text().value_or(QString());
        part.amount = reader.amount(entry["cost"]);
        part.unitPrice = entry["unit_price"].number();
        part.isTransferLeg = entry["is_transfer_leg_cost"].flag().value_or(false);
        add(out.partsSum, part.amount);
        if (part.product.contains(QLatin1String("telephony"), Qt::CaseInsensitive))
            add(out.telephony, part.amount);
        out.parts.append(std::move(part));
    }
}

/// The former system's shape: parts that need not add up; the rest becomes a row of its own.
void readFlat(const JsonMembers &cost, const Reader &reader, CostReading &out)
{
    std::optional<MicroDollars> sum;
    for (const char *key : FlatKeys) {
        const std::optional<MicroDollars> amount = reader.amount(cost[key]);
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

bool isZeroOrNoNumber(const JsonText &value)
{
    const std::optional<double> number = value.number();
    return !number || *number == 0.0;
}

} // namespace

std::optional<CostReading> readCost(const QByteArray &callCostJson, CostUnitChoice choice)
{
    const Result<JsonBody> body = JsonBody::parse(callCostJson);
    if (!body || !body->root().isObject())
        return std::nullopt;
    const JsonMembers cost(body->root());
    CostReading out;
    out.unit = unitOf(cost, choice);
    const Reader reader(out.unit);
    out.total = reader.amount(cost["combined_cost"]);
    out.totalUnitPrice = cost["total_duration_unit_price"].number();
    out.totalSeconds = cost["total_duration_seconds"].integer();
    readProducts(cost["product_costs"], reader, out);
    if (out.parts.isEmpty())
        readFlat(cost, reader, out);
    if (const auto twilio = reader.amount(cost["twilio_cost"]))
        out.telephony = twilio;
    out.retell = reader.amount(cost["retell_cost"]);
    if (!out.retell && out.total)
        out.retell = *out.total - out.telephony.value_or(0);
    return out;
}

bool isAllZeroCost(const JsonMembers &cost)
{
    const QList<JsonText> products = elementsOf(cost["product_costs"]);
    return isZeroOrNoNumber(cost["combined_cost"]) &&
           std::all_of(FlatKeys.begin(), FlatKeys.end(),
                       [&cost](const char *key) { return isZeroOrNoNumber(cost[key]); }) &&
           std::all_of(products.begin(), products.end(), [](const JsonText &product) {
               return isZeroOrNoNumber(JsonMembers(product)["cost"]);
           });
}

bool isAllZeroCost(const QByteArray &callCostJson)
{
    const Result<JsonBody> body = JsonBody::parse(callCostJson);
    return !body || isAllZeroCost(JsonMembers(body->root()));
}

QString toWord(CostUnit unit)
{
    return unit == CostUnit::Cents ? QStringLiteral("cents") : QStringLiteral("dollars");
}

} // namespace anrufwarte
