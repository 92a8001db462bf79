// SPDX-License-Identifier: GPL-3.0-or-later
// What a check expected and what came, in the words of the language. The facts are kept in one technical form
// (deliveryrecord.h), so that every surface and every old record reads the same; only their words are
// translated, and what is not recognised stays as it was noted.
#include "core/text/foreigntext.h"
#include "core/text/formats.h"
#include "core/text/terms.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace anrufwarte::terms {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Terms)
};

struct Phrase
{
    QStringView fact;
    const char *text;
};

constexpr std::array Phrases{
    Phrase{u"any address", QT_TRANSLATE_NOOP("Terms", "any address")},
    Phrase{u"one", QT_TRANSLATE_NOOP("Terms", "present")},
    Phrase{u"none", QT_TRANSLATE_NOOP("Terms", "none")},
    Phrase{u"empty", QT_TRANSLATE_NOOP("Terms", "empty")},
    Phrase{u"v=<ms>,d=<64 hex> or v=<ms>,signature=<64 hex>",
           QT_TRANSLATE_NOOP("Terms", "v=<milliseconds>,d=<64 hex> or v=<milliseconds>,signature=<64 hex>")},
    Phrase{u"a configured key", QT_TRANSLATE_NOOP("Terms", "a stored key")},
    Phrase{u"no key matches", QT_TRANSLATE_NOOP("Terms", "no key matches")},
    Phrase{u"no key is configured", QT_TRANSLATE_NOOP("Terms", "no key is stored")},
    Phrase{u"JSON object with event and call.call_id",
           QT_TRANSLATE_NOOP("Terms", "JSON object with event and call.call_id")},
};

QString phrase(const QString &fact)
{
    const auto *found =
        std::find_if(Phrases.begin(), Phrases.end(), [&fact](const Phrase &p) { return p.fact == fact; });
    return found == Phrases.end() ? isolated(fact) : QCoreApplication::translate("Terms", found->text);
}

/// "key …7f3a", or "key 2" where the key is too short to be shown.
QString key(const QString &fact)
{
    const QString start = QStringLiteral("key ");
    return fact.startsWith(start) ? Words::tr("key %1").arg(isolated(fact.mid(start.size()))) : phrase(fact);
}

/// "key …7f3a or key …89ab"
QString keys(const QString &fact)
{
    QStringList names;
    for (const QString &name : fact.split(QStringLiteral(" or ")))
        names.append(key(name));
    return names.join(Words::tr(" or "));
}

/// "key …7f3a, form d": what matched and which of the two header forms it was.
QString keyAndForm(const QString &fact)
{
    const QString mark = QStringLiteral(", form ");
    const qsizetype at = fact.indexOf(mark);
    if (at < 0)
        return key(fact);
    return Words::tr("%1, header form %2=").arg(key(fact.left(at)), isolated(fact.mid(at + mark.size())));
}

/// "2 headers"
QString headers(const QString &fact)
{
    bool isNumber = false;
    const int count = fact.section(u' ', 0, 0).toInt(&isNumber);
    return isNumber ? Words::tr("%n header(s)", nullptr, count) : phrase(fact);
}

/// "301.5" as the language writes it; empty when it is no number.
QString secondsIn(const QString &fact)
{
    const QString digits = fact.section(u' ', 0, 0);
    bool isNumber = false;
    const double seconds = digits.toDouble(&isNumber);
    const qsizetype point = digits.indexOf(u'.');
    const int decimals = point < 0 ? 0 : static_cast<int>(digits.size() - point - 1);
    return isNumber ? Formats().decimal(seconds, decimals) : QString();
}

/// "-301.5 s", perhaps with "; v is in seconds, not ms"
QString skew(const QString &fact)
{
    const QString seconds = secondsIn(fact);
    if (seconds.isEmpty())
        return isolated(fact);
    return namesSeconds(fact) ? Words::tr("%1 s (the time is in seconds, not in milliseconds)").arg(seconds)
                              : Words::tr("%1 s").arg(seconds);
}

/// "±300 s"
QString window(const QString &fact)
{
    const QString seconds = fact.startsWith(u'±') ? secondsIn(fact.mid(1)) : QString();
    return seconds.isEmpty() ? isolated(fact) : Words::tr("at most %1 s apart").arg(seconds);
}

/// "v=1759591937412,d=9c41…e07b": a digest says nothing to a person, only which one it is.
QString shortened(const QString &header)
{
    static const QRegularExpression digest(
        QStringLiteral("([0-9a-fA-F]{4})[0-9a-fA-F]{24,}([0-9a-fA-F]{4})"));
    QString text = header;
    return text.replace(digest, QStringLiteral("\\1…\\2"));
}

} // namespace

bool namesSeconds(const QString &fact)
{
    return fact.endsWith(QLatin1String("; v is in seconds, not ms"));
}

QString expected(const DeliveryCheck &check)
{
    switch (check.kind) {
    case CheckKind::Header:
        return isolated(check.expected.section(u' ', -1)); // "one X-Retell-Signature"
    case CheckKind::TimeWindow:
        return window(check.expected);
    case CheckKind::Signature:
        return keys(check.expected);
    case CheckKind::Sender:
    case CheckKind::Format:
    case CheckKind::Body:
        break;
    }
    return phrase(check.expected);
}

QString received(const DeliveryCheck &check)
{
    switch (check.kind) {
    case CheckKind::Header:
        return headers(check.received);
    case CheckKind::TimeWindow:
        return skew(check.received);
    case CheckKind::Signature:
        return keyAndForm(check.received);
    case CheckKind::Format:
        return isolated(shortened(check.received));
    case CheckKind::Sender:
    case CheckKind::Body:
        break;
    }
    return isolated(check.received);
}

} // namespace anrufwarte::terms
