// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHostAddress>
#include <array>

namespace anrufwarte::simulator {

namespace {

struct ShareOption
{
    const char *name;
    double FaultShares::*member;
    const char *help;
};

constexpr std::array<ShareOption, 11> Shares{{
    {"drop", &FaultShares::dropped,
     QT_TRANSLATE_NOOP("Simulator", "Share of webhooks that are never sent (0 to 1).")},
    {"double", &FaultShares::doubled,
     QT_TRANSLATE_NOOP("Simulator", "Share of webhooks that are sent twice.")},
    {"reorder", &FaultShares::reordered,
     QT_TRANSLATE_NOOP("Simulator", "Share of webhooks that are sent after the next one.")},
    {"delay", &FaultShares::delayed,
     QT_TRANSLATE_NOOP("Simulator", "Share of webhooks that are sent 1 to 20 s late.")},
    {"wrong-signature", &FaultShares::wronglySigned,
     QT_TRANSLATE_NOOP("Simulator", "Share of webhooks that are signed with another key.")},
    {"api-429", &FaultShares::tooManyRequests,
     QT_TRANSLATE_NOOP("Simulator", "Share of API answers that are 429 with Retry-After.")},
    {"api-5xx", &FaultShares::serverError,
     QT_TRANSLATE_NOOP("Simulator", "Share of API answers that are server errors.")},
    {"api-hang", &FaultShares::hanging,
     QT_TRANSLATE_NOOP("Simulator", "Share of API requests that are never answered.")},
    {"api-truncate", &FaultShares::truncated,
     QT_TRANSLATE_NOOP("Simulator", "Share of API answers that break off in the middle.")},
    {"api-html", &FaultShares::html,
     QT_TRANSLATE_NOOP("Simulator", "Share of API answers that are a web page.")},
    {"api-any", &FaultShares::anyWay,
     QT_TRANSLATE_NOOP("Simulator", "Share of API answers that fail in one of the ways of --api-ways.")},
}};

QString say(const char *text)
{
    return QCoreApplication::translate("Simulator", text);
}

Error wrong(const QString &option, const QString &value, const QString &allowed)
{
    return {ErrorCode::SettingInvalid, {}, {QStringLiteral("--") + option, value, allowed}};
}

/// Reads numbers and remembers the first that is out of its range.
class NumberReader
{
public:
    explicit NumberReader(const QCommandLineParser &parser) : m_parser(parser) {}

    double read(const QString &option, double low, double high, double fallback)
    {
        if (!m_parser.isSet(option))
            return fallback;
        bool ok = false;
        const double value = m_parser.value(option).toDouble(&ok);
        if (ok && value >= low && value <= high)
            return value;
        if (!m_error)
            m_error = wrong(option, m_parser.value(option), QStringLiteral("%1 to %2").arg(low).arg(high));
        return fallback;
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    const QCommandLineParser &m_parser;
    std::optional<Error> m_error;
};

Result<void> readListen(const QString &text, Options &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    const ushort port = text.mid(colon + 1).toUShort(&ok);
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (colon < 0 || !ok || QHostAddress(host).isNull())
        return wrong(QStringLiteral("listen"), text, QStringLiteral("127.0.0.1:8788"));
    options.listenHost = host;
    options.listenPort = port;
    return {};
}

Result<QList<ApiFault>> readWays(const QString &text)
{
    QList<ApiFault> ways;
    for (const QString &name : text.split(u',')) {
        ways.append(apiFaultFromName(name.trimmed()));
        if (ways.last() == ApiFault::None)
            return wrong(QStringLiteral("api-ways"), name, apiFaultNames().join(QStringLiteral(", ")));
    }
    return ways;
}

} // namespace

void declareOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const char *name, const char *help, const char *value, const char *fallback) {
        parser.addOption({QString::fromLatin1(name), say(help), QString::fromLatin1(value),
                          QString::fromLatin1(fallback)});
    };
    add("listen", QT_TRANSLATE_NOOP("Simulator", "Address of the REST API."), "HOST:PORT", "127.0.0.1:8788");
    add("webhook-url", QT_TRANSLATE_NOOP("Simulator", "Where the webhooks go."), "URL", "");
    add("mute", QT_TRANSLATE_NOOP("Simulator", "Events that are never told, separated by commas."), "LIST",
        "");
    add("concurrent", QT_TRANSLATE_NOOP("Simulator", "Calls kept running."), "N", "6");
    add("calls", QT_TRANSLATE_NOOP("Simulator", "No new calls after so many; 0 = no end."), "N", "0");
    add("rate", QT_TRANSLATE_NOOP("Simulator", "Additional new calls per minute."), "N", "0");
    add("speed", QT_TRANSLATE_NOOP("Simulator", "Calls last this many times shorter."), "N", "1");
    add("clock-ahead",
        QT_TRANSLATE_NOOP("Simulator", "How far its clock is ahead of this computer's; may be negative."),
        "SECONDS", "0");
    add("seed", QT_TRANSLATE_NOOP("Simulator", "Same number, same calls."), "N", "1");
    add("history", QT_TRANSLATE_NOOP("Simulator", "Finished calls of the last day in the API."), "N", "200");
    add("backfill", QT_TRANSLATE_NOOP("Simulator", "How many of them are sent as webhooks at the start."),
        "N", "0");
    add("concurrency-limit", QT_TRANSLATE_NOOP("Simulator", "What get-concurrency gives as limit."), "N",
        "20");
    parser.addOption({QStringLiteral("no-live-transcripts"),
                      say(QT_TRANSLATE_NOOP("Simulator", "Send no transcript_updated."))});
    for (const ShareOption &share : Shares)
        add(share.name, share.help, "SHARE", "0");
    add("api-ways", QT_TRANSLATE_NOOP("Simulator", "Ways of --api-any, separated by commas."), "LIST",
        qPrintable(apiFaultNames().join(u',')));
    add("basic-storage",
        QT_TRANSLATE_NOOP("Simulator", "Share of calls stored with basic attributes only; as many again are "
                                       "stored without personal data."),
        "SHARE", "0.02");
    add("no-summary", QT_TRANSLATE_NOOP("Simulator", "Share of calls that never get a summary."), "SHARE",
        "0.02");
}

Result<Options> readOptions(const QCommandLineParser &parser, const QByteArray &keyFromEnvironment)
{
    Options options;
    options.key = Secret::fromConfigured(keyFromEnvironment);
    if (options.key.isEmpty())
        return Error{ErrorCode::NoKey, QString::fromLatin1(KeyVariable), {}};
    if (const Result<void> listen = readListen(parser.value(QStringLiteral("listen")), options); !listen)
        return listen.error();
    const QString url = parser.value(QStringLiteral("webhook-url"));
    options.webhookUrl = QUrl(url, QUrl::StrictMode);
    if (!url.isEmpty() &&
        (!options.webhookUrl.isValid() || !options.webhookUrl.scheme().startsWith(QStringLiteral("http"))))
        return wrong(QStringLiteral("webhook-url"), url, QStringLiteral("http://… or https://…"));

    options.mutedEvents = parser.value(QStringLiteral("mute")).split(u',', Qt::SkipEmptyParts);

    NumberReader number(parser);
    options.plan.concurrent = static_cast<int>(number.read(QStringLiteral("concurrent"), 0, 5'000, 6));
    options.plan.callsPerMinute = number.read(QStringLiteral("rate"), 0, 100'000, 0);
    options.plan.liveTranscripts = !parser.isSet(QStringLiteral("no-live-transcripts"));
    options.speed = number.read(QStringLiteral("speed"), 0.1, 1'000, 1);
    options.clockAheadMs =
        static_cast<qint64>(1'000.0 * number.read(QStringLiteral("clock-ahead"), -3'600, 3'600, 0));
    options.seed = static_cast<quint64>(number.read(QStringLiteral("seed"), 0, 4'000'000'000.0, 1));
    options.history = static_cast<int>(number.read(QStringLiteral("history"), 0, 20'000, 200));
    options.backfill = static_cast<int>(number.read(QStringLiteral("backfill"), 0, 20'000, 0));
    options.concurrencyLimit =
        static_cast<int>(number.read(QStringLiteral("concurrency-limit"), 0, 100'000, 20));
    for (const ShareOption &share : Shares)
        options.faults.*share.member = number.read(QString::fromLatin1(share.name), 0, 1, 0);
    options.plan.newCalls = static_cast<int>(number.read(QStringLiteral("calls"), 0, 1'000'000, 0));
    options.lacks.basicStorage =
        number.read(QStringLiteral("basic-storage"), 0, 0.5, options.lacks.basicStorage);
    options.lacks.summary = number.read(QStringLiteral("no-summary"), 0, 1, options.lacks.summary);
    if (number.error())
        return *number.error();
    const Result<QList<ApiFault>> ways = readWays(parser.value(QStringLiteral("api-ways")));
    if (!ways)
        return ways.error();
    options.faults.ways = *ways;
    return options;
}

} // namespace anrufwarte::simulator
