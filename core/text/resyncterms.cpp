// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/resyncterms.h"

#include "core/text/errortext.h"
#include "core/text/foreigntext.h"
#include "core/text/terms.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace anrufwarte::resyncterms {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ResyncTerms)
};

QString missing()
{
    return Words::tr("empty");
}

QString statusWord(const QString &word)
{
    if (word == statusword::Registered)
        return Words::tr("ringing", "status of a call");
    if (word == statusword::Ongoing)
        return Words::tr("ongoing", "status of a call");
    if (word == statusword::Ended)
        return Words::tr("ended", "status of a call");
    if (word == statusword::NotConnected)
        return Words::tr("not connected", "status of a call");
    if (word == statusword::Error)
        return Words::tr("error", "status of a call");
    return isolated(word);
}

/// Cut where a word ends, if there is such a place in the second half.
QString shortened(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    qsizetype end = text.lastIndexOf(u' ', longest);
    if (end < longest / 2)
        end = longest;
    return text.left(end) + QStringLiteral(" …");
}

QString quoted(const QString &text, qsizetype longest)
{
    return Words::tr("\"%1\"").arg(isolated(shortened(text, longest)));
}

/// The value of one field as text.
class Figure
{
public:
    Figure(ResyncField field, const FigureStyle &style) : m_field(field), m_style(style) {}

    QString operator()(std::monostate) const { return missing(); }

    QString operator()(const QString &value) const
    {
        switch (m_field) {
        case ResyncField::Status:
            return statusWord(value);
        case ResyncField::Summary:
            return quoted(value, m_style.longestText);
        case ResyncField::Sentiment:
            return terms::sentiment(value);
        case ResyncField::DisconnectionReason:
            return terms::disconnectionReason(value);
        case ResyncField::Caller:
        case ResyncField::Called:
            return m_style.masksNumbers ? formats().maskedPhone(value) : formats().phone(value);
        default:
            return isolated(shortened(value, m_style.longestText));
        }
    }

    QString operator()(qint64 value) const
    {
        switch (m_field) {
        case ResyncField::Duration:
            return formats().duration(value);
        case ResyncField::Cost:
            return QStringLiteral("%1 (%2)").arg(formats().cents(value), formats().callCost(value));
        case ResyncField::CostBreakdown:
            return counted(Words::tr("%n item(s)", nullptr, counter(value)), value);
        case ResyncField::Transcript:
            return counted(Words::tr("%n character(s)", nullptr, counter(value)), value);
        case ResyncField::LatencyMetrics:
            return counted(Words::tr("%n measurement(s)", nullptr, counter(value)), value);
        case ResyncField::Start:
        case ResyncField::End:
            return formats().dateTime(value);
        default:
            return formats().number(value);
        }
    }

    QString operator()(double value) const
    {
        const int decimals = std::abs(value - std::round(value)) < 0.05 ? 0 : 1;
        return formats().decimal(value, decimals) + QChar::Nbsp + QStringLiteral("ms");
    }

    QString operator()(bool value) const
    {
        if (m_field == ResyncField::Successful)
            return value ? Words::tr("yes") : Words::tr("no");
        return value ? terms::dataState(DataState::Present) : missing();
    }

private:
    [[nodiscard]] const Formats &formats() const { return m_style.formats; }
    /// What tr() can count with; only the choice between one and many depends on it.
    [[nodiscard]] static int counter(qint64 value)
    {
        return static_cast<int>(std::clamp<qint64>(value, 0, 1'000'000'000));
    }
    /// The number as people of this language write it: "1.234" in place of "1234".
    [[nodiscard]] QString counted(QString text, qint64 value) const
    {
        return text.replace(QString::number(counter(value)), formats().number(value));
    }

    ResyncField m_field;
    const FigureStyle &m_style;
};

/// The word that stands for a field where there is room for few: one for cost, one for latency.
QString areaOf(ResyncField field)
{
    switch (field) {
    case ResyncField::Cost:
    case ResyncField::CostBreakdown:
        return terms::part(Part::Cost);
    case ResyncField::LatencyMetrics:
    case ResyncField::LatencyP50:
    case ResyncField::LatencyP95:
        return terms::part(Part::Latency);
    default:
        return fieldName(field);
    }
}

} // namespace

QString fieldName(ResyncField field)
{
    switch (field) {
    case ResyncField::Status:
        return Words::tr("Status");
    case ResyncField::Duration:
        return terms::part(Part::Duration);
    case ResyncField::Cost:
        return terms::part(Part::Cost);
    case ResyncField::CostBreakdown:
        return Words::tr("Cost breakdown");
    case ResyncField::Transcript:
        return terms::part(Part::Transcript);
    case ResyncField::Recording:
        return terms::part(Part::Recording);
    case ResyncField::Summary:
        return Words::tr("Summary");
    case ResyncField::LatencyMetrics:
        return Words::tr("Latency figures");
    case ResyncField::LatencyP50:
        return Words::tr("Latency p50 (E2E)");
    case ResyncField::LatencyP95:
        return Words::tr("Latency p95 (E2E)");
    case ResyncField::Sentiment:
        return Words::tr("Sentiment");
    case ResyncField::Successful:
        return Words::tr("Successful");
    case ResyncField::DisconnectionReason:
        return Words::tr("Ended by");
    case ResyncField::Agent:
        return Words::tr("Agent");
    case ResyncField::Caller:
        return Words::tr("Caller");
    case ResyncField::Called:
        return Words::tr("Called");
    case ResyncField::Start:
        return Words::tr("Start");
    case ResyncField::End:
        return Words::tr("End");
    case ResyncField::Other:
        break;
    }
    return Words::tr("Other");
}

QString figureText(ResyncField field, const FigureValue &value, const FigureStyle &style)
{
    return std::visit(Figure(field, style), value);
}

QString deltaText(DeltaKind kind)
{
    switch (kind) {
    case DeltaKind::Added:
        return Words::tr("added");
    case DeltaKind::Corrected:
        return Words::tr("corrected");
    case DeltaKind::Unchanged:
        break;
    }
    return Words::tr("unchanged");
}

QString verdictText(ResyncVerdict verdict)
{
    switch (verdict) {
    case ResyncVerdict::Updated:
        return Words::tr("Updated");
    case ResyncVerdict::Unchanged:
        return Words::tr("Unchanged");
    case ResyncVerdict::Failed:
        return Words::tr("Failed");
    case ResyncVerdict::GivenUp:
        break;
    }
    return Words::tr("Set aside");
}

QString setAsideText(SetAside reason)
{
    switch (reason) {
    case SetAside::NotStored:
        return Words::tr("not stored at Retell");
    case SetAside::NeverConnected:
        return Words::tr("never connected");
    case SetAside::NotFound:
        return Words::tr("not found at Retell");
    case SetAside::NothingNew:
        return Words::tr("nothing new after several tries");
    case SetAside::No:
        break;
    }
    return {};
}

QString changedFields(const ResyncResult &result)
{
    QStringList areas;
    for (const FieldDelta &delta : result.deltas) {
        const QString area = areaOf(delta.field);
        if (delta.kind != DeltaKind::Unchanged && !areas.contains(area))
            areas.append(area);
    }
    return areas.join(QStringLiteral(", "));
}

QString problemText(const ResyncResult &result)
{
    if (result.problem)
        return sentence(*result.problem);
    return setAsideText(result.setAside);
}

QString scopeText(const ResyncRequest &request)
{
    switch (request.scope) {
    case ResyncScope::Calls:
        return Words::tr("%n call(s)", nullptr, static_cast<int>(request.calls.size()));
    case ResyncScope::Incomplete:
        return Words::tr("all incomplete ones");
    case ResyncScope::Recent:
        break;
    }
    return Words::tr("%n day(s)", nullptr, request.days);
}

QString waitText(const Error &waitsFor, qint64 remainingMs)
{
    constexpr qint64 MsPerSecond = 1'000;
    const QString seconds =
        QString::number((std::max<qint64>(0, remainingMs) + MsPerSecond - 1) / MsPerSecond);
    switch (waitsFor.code) {
    case ErrorCode::ApiThrottled:
        return Words::tr("Waits %1 s – Retell is rate limiting (429)").arg(seconds);
    case ErrorCode::ApiDown:
        return Words::tr("Waits %1 s – Retell cannot be reached").arg(seconds);
    case ErrorCode::ApiNotRetell:
    case ErrorCode::ApiUnreadable:
        return Words::tr("Waits %1 s – Retell's answers cannot be read").arg(seconds);
    default:
        return Words::tr("Waits %1 s").arg(seconds);
    }
}

} // namespace anrufwarte::resyncterms
