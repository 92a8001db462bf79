// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/partnote.h"

#include "core/text/terms.h"
#include "ui/detail/callcontent.h"

#include <QCoreApplication>

namespace anrufwarte {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(anrufwarte::PartNote)
};

QString whyNever(const Call &call)
{
    if (call.row.callStatus == statusword::NotConnected)
        return Sentences::tr("The call was not connected.");
    if (textOf(call.record, Field::DataStorageSetting) == u"basic_attributes_only")
        return Sentences::tr("Retell does not store this: the agent keeps basic attributes only.");
    if (flagOf(call.record, Field::NoTurns).value_or(false))
        return Sentences::tr("Nobody spoke during this call.");
    return Sentences::tr("It can never come for this call.");
}

} // namespace

PartNote partNote(const Call &call, Part part, qint64 nowMs)
{
    PartNote out;
    out.state = partStates(call.row, nowMs)[static_cast<size_t>(part)];
    out.title = terms::part(part) + QLatin1String(": ") + terms::dataState(out.state);
    switch (out.state) {
    case DataState::Present:
        break;
    case DataState::Never:
        out.text = whyNever(call);
        break;
    case DataState::Missing:
        out.text = Sentences::tr("Retell has not sent this. Resync fetches it if Retell has it.");
        break;
    case DataState::Pending:
        out.text = isFinished(call.row.state) ? Sentences::tr("Retell is still working on this call.")
                                              : Sentences::tr("It follows after the end of the call.");
        break;
    }
    return out;
}

QString stateIcon(DataState state)
{
    switch (state) {
    case DataState::Present:
        return QStringLiteral("circle-check");
    case DataState::Pending:
        return QStringLiteral("circle-dashed");
    case DataState::Missing:
        return QStringLiteral("triangle-alert");
    case DataState::Never:
        break;
    }
    return QStringLiteral("circle-minus");
}

} // namespace anrufwarte
