// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/dialplan.h"

#include <algorithm>
#include <array>

namespace anrufwarte {

namespace {
/// Country codes of one and two digits (ITU-T E.164 list of assigned codes); all others have three.
constexpr QStringView ShortCountryCodes =
    u"1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 "
    u"81 82 84 86 90 91 92 93 94 95 98";

/// German area codes of three digits that do not end in 1 (those that do follow a rule, see germanArea).
constexpr QStringView GermanCityCodes =
    u"201 202 203 208 209 212 214 228 234 335 340 345 355 365 375 385 395 906 700 800 900";

constexpr QStringView AustrianCityCodes = u"316 463 512 662 732 720 800 810 820 900";

bool listed(QStringView list, QStringView word)
{
    for (const QStringView entry : list.split(u' ')) {
        if (entry == word)
            return true;
    }
    return false;
}

qsizetype germanArea(QStringView digits)
{
    constexpr std::array TwoDigits{u"30", u"32", u"40", u"69", u"89"};
    if (std::any_of(TwoDigits.begin(), TwoDigits.end(),
                    [digits](auto code) { return digits.startsWith(code); }))
        return 2;
    if (digits.startsWith(u"15") || digits.startsWith(u"18"))
        return 4; // mobile 15xx, shared cost 180x
    if (digits.startsWith(u"16") || digits.startsWith(u"17") || digits.startsWith(u"13"))
        return 3;
    if (listed(GermanCityCodes, digits.left(3)))
        return 3;
    // 211, 221, 331, 511, 711, 821 …: every code of a larger town that ends in 1 has three digits.
    if (digits[0] >= u'2' && digits[1] != u'0' && digits[2] == u'1')
        return 3;
    return digits[0] == u'3' ? 0 : 4; // in the east four and five digits mix: not told
}

qsizetype austrianArea(QStringView digits)
{
    if (digits[0] == u'1')
        return 1;
    const bool mobile = digits.startsWith(u"65") || digits.startsWith(u"66") || digits.startsWith(u"67") ||
                        digits.startsWith(u"68") || digits.startsWith(u"69");
    return mobile || listed(AustrianCityCodes, digits.left(3)) ? 3 : 4;
}

qsizetype britishArea(QStringView digits)
{
    if (digits[0] == u'2')
        return 2;
    const bool threeDigits = digits[0] == u'3' || digits[0] == u'8' || digits[0] == u'9' ||
                             digits.startsWith(u"11") || (digits[0] == u'1' && digits[2] == u'1');
    return threeDigits ? 3 : 4;
}

qsizetype areaLength(QStringView country, QStringView digits)
{
    if (country == u"49")
        return germanArea(digits);
    if (country == u"43")
        return austrianArea(digits);
    if (country == u"44")
        return britishArea(digits);
    if (country == u"41")
        return 2;
    if (country == u"1")
        return 3;
    return country == u"33" ? 1 : 0;
}

QStringList cut(QStringView digits, std::initializer_list<qsizetype> lengths)
{
    QStringList groups;
    qsizetype position = 0;
    for (const qsizetype length : lengths) {
        if (position < digits.size())
            groups += digits.mid(position, length).toString();
        position += length;
    }
    if (position < digits.size())
        groups += digits.mid(position).toString();
    return groups;
}

/// Groups of three from the left; a last one of a single digit joins its neighbour ("123 4567").
QStringList threes(QStringView digits)
{
    QStringList groups;
    while (digits.size() > 4) {
        groups += digits.left(3).toString();
        digits = digits.mid(3);
    }
    if (!digits.isEmpty())
        groups += digits.toString();
    return groups;
}

bool isMobile(QStringView country, QStringView area)
{
    if (country == u"49")
        return area.startsWith(u"15") || area.startsWith(u"16") || area.startsWith(u"17");
    return country == u"43" && area.size() == 3 && area[0] == u'6' && area != u"662";
}

QStringList subscriberGroups(QStringView country, QStringView area, QStringView digits)
{
    if (country == u"1")
        return cut(digits, {3, 4});
    if (country == u"41")
        return cut(digits, {3, 2, 2});
    if (country == u"33")
        return cut(digits, {2, 2, 2, 2});
    if (country == u"44")
        return area.size() == 2   ? cut(digits, {4, 4})
               : area.size() == 3 ? cut(digits, {3, 4})
                                  : cut(digits, {6});
    if (area.isEmpty())
        return threes(digits);
    const qsizetype tail = isMobile(country, area) ? 2 : 3;
    return digits.size() <= tail + 2 ? QStringList(digits.toString())
                                     : cut(digits, {digits.size() - tail, tail});
}
} // namespace

std::optional<DialledNumber> dialledNumber(QStringView text)
{
    const QStringView digits = text.mid(1);
    const bool isE164 =
        text.startsWith(u'+') && digits.size() >= 7 && digits.size() <= 15 && digits[0] != u'0' &&
        std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isE164)
        return std::nullopt;

    qsizetype countryLength = 1;
    while (countryLength < 3 && !listed(ShortCountryCodes, digits.left(countryLength)))
        ++countryLength;
    const QStringView country = digits.left(countryLength);
    const QStringView national = digits.mid(countryLength);
    const QStringView area = national.left(areaLength(country, national));
    return DialledNumber{country.toString(), area.toString(),
                         subscriberGroups(country, area, national.mid(area.size()))};
}

} // namespace anrufwarte
