// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/terms.h"

#include "core/text/foreigntext.h"
#include "core/text/formats.h"

#include <QCoreApplication>

namespace anrufwarte::terms {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Terms)
};

bool isKnownStatus(QStringView word)
{
    return isTerminalWord(word) || word == statusword::Registered || word == statusword::Ongoing;
}
} // namespace

QString status(const CallRow &row)
{
    if (!row.callStatus.isEmpty() && !isKnownStatus(row.callStatus))
        return isolated(row.callStatus);
    switch (row.state) {
    case CallState::Registered:
        return Words::tr("Ringing");
    case CallState::Ongoing:
        return Words::tr("Ongoing");
    case CallState::Completed:
        return row.corrected ? Words::tr("Corrected") : Words::tr("Ended");
    case CallState::Failed:
        break;
    }
    return row.callStatus == statusword::NotConnected ? Words::tr("Not connected") : Words::tr("Error");
}

QString unconfirmed()
{
    return Words::tr("Unconfirmed");
}

QString webCall()
{
    return Words::tr("Web call");
}

QString source(Source source)
{
    switch (source) {
    case Source::Webhook:
        return Words::tr("Webhook");
    case Source::Poll:
        return Words::tr("Poller");
    case Source::Resync:
        return Words::tr("Resync");
    case Source::Import:
        return Words::tr("Import");
    case Source::User:
        break;
    }
    return Words::tr("User");
}

QString direction(Direction direction)
{
    switch (direction) {
    case Direction::Inbound:
        return Words::tr("Inbound");
    case Direction::Outbound:
        return Words::tr("Outbound");
    case Direction::Unknown:
        break;
    }
    return Formats::unknown();
}

QString sentiment(const QString &word)
{
    if (word.isEmpty() || word.compare(u"unknown", Qt::CaseInsensitive) == 0)
        return Formats::unknown();
    if (word.compare(u"positive", Qt::CaseInsensitive) == 0)
        return Words::tr("positive");
    if (word.compare(u"neutral", Qt::CaseInsensitive) == 0)
        return Words::tr("neutral");
    if (word.compare(u"negative", Qt::CaseInsensitive) == 0)
        return Words::tr("negative");
    return isolated(word);
}

QString part(Part part)
{
    switch (part) {
    case Part::Duration:
        return Words::tr("Duration");
    case Part::Cost:
        return Words::tr("Cost");
    case Part::Transcript:
        return Words::tr("Transcript");
    case Part::Latency:
        return Words::tr("Latency");
    case Part::Recording:
        return Words::tr("Recording");
    case Part::Summary:
        break;
    }
    return Words::tr("Analysis");
}

QString dataState(DataState state)
{
    switch (state) {
    case DataState::Present:
        return Words::tr("present");
    case DataState::Pending:
        return Words::tr("pending");
    case DataState::Missing:
        return Words::tr("missing");
    case DataState::Never:
        break;
    }
    return Words::tr("not applicable");
}

QString speaker(const Turn &turn)
{
    switch (turn.role) {
    case TurnRole::Agent:
        return Words::tr("Agent");
    case TurnRole::User:
        return Words::tr("Caller");
    case TurnRole::TransferTarget:
        return Words::tr("Transfer target");
    case TurnRole::ToolInvocation:
        return Words::tr("Tool call");
    case TurnRole::ToolResult:
        return Words::tr("Tool result");
    case TurnRole::NodeTransition:
        return Words::tr("Step");
    case TurnRole::Dtmf:
        return Words::tr("Key pressed");
    case TurnRole::Sms:
        return Words::tr("Text message");
    case TurnRole::Injected:
        return Words::tr("Inserted");
    case TurnRole::Other:
        break;
    }
    return turn.roleWord.isEmpty() ? Formats::unknown() : isolated(turn.roleWord);
}

QString latencyGroup(const QString &name)
{
    if (name == u"e2e")
        return Words::tr("E2E");
    if (name == u"asr")
        return Words::tr("Speech recognition");
    if (name == u"llm")
        return Words::tr("Language model");
    if (name == u"llm_websocket_network_rtt")
        return Words::tr("Language model network");
    if (name == u"tts")
        return Words::tr("Speech output");
    if (name == u"knowledge_base")
        return Words::tr("Knowledge base");
    if (name == u"s2s")
        return Words::tr("Speech to speech");
    return isolated(name);
}

} // namespace anrufwarte::terms
