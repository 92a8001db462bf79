// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/phone.h"

#include "core/text/dialplan.h"
#include "core/text/foreigntext.h"
#include "core/text/formats.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace anrufwarte {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

constexpr qsizetype ShownWhenMasked = 3;

/// "sip:anonymous@anonymous.invalid" -> "anonymous".
QStringView userPart(QStringView number)
{
    for (const QStringView scheme : {QStringView(u"sips:"), QStringView(u"sip:"), QStringView(u"tel:")}) {
        if (number.startsWith(scheme, Qt::CaseInsensitive))
            number = number.mid(scheme.size());
    }
    const qsizetype at = number.indexOf(u'@');
    return at < 0 ? number : number.left(at);
}
} // namespace

bool isWithheld(QStringView number)
{
    constexpr std::array Known{u"anonymous",   u"restricted", u"unknown",
                               u"unavailable", u"private",    u"withheld"};
    const QStringView word = userPart(number.trimmed());
    return std::any_of(Known.begin(), Known.end(), [word](auto known) {
        return word.compare(QStringView(known), Qt::CaseInsensitive) == 0;
    });
}

QString phoneText(const QString &number)
{
    if (number.isEmpty())
        return Formats::unknown();
    if (isWithheld(number))
        return Words::tr("Withheld");
    const auto dialled = dialledNumber(number);
    if (!dialled)
        return isolated(number);

    QStringList parts{u'+' + dialled->country};
    if (!dialled->area.isEmpty())
        parts += dialled->area;
    return (parts + dialled->groups).join(u' ');
}

QString maskedPhoneText(const QString &number)
{
    if (number.isEmpty() || isWithheld(number))
        return phoneText(number);
    const QString ellipsis(QChar(0x2026));
    const auto dialled = dialledNumber(number);
    if (!dialled) {
        const QStringView user = userPart(number);
        return user.size() > 2 * ShownWhenMasked ? isolated(ellipsis + user.right(ShownWhenMasked))
                                                 : ellipsis;
    }
    const QString area = dialled->area.isEmpty() ? QString() : u' ' + dialled->area;
    return u'+' + dialled->country + area + u' ' + ellipsis + number.right(ShownWhenMasked);
}

} // namespace anrufwarte
