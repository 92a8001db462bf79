// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/texttable.h"

#include "app/cli/output.h"

#include <algorithm>
#include <numeric>

namespace anrufwarte {

namespace {

constexpr QLatin1String Gap("  ");
constexpr qsizetype WidestCell =
    200; // strangers choose the length of numbers and names; --format json has all of it

qsizetype widthOf(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        break;
    }
    const bool isWide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) ||
                        (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
                        (c >= 0xff00 && c <= 0xff60) || (c >= 0x1f300 && c <= 0x1faff);
    return isWide ? 2 : 1;
}

} // namespace

void TextTable::addColumn(const QString &heading, Side side)
{
    m_columns.append({heading, side});
}

void TextTable::addRow(const QStringList &cells)
{
    QStringList safe;
    for (const QString &cell : cells)
        safe.append(shortened(withoutControls(cell), WidestCell)); // without controls: its width is measured
    m_rows.append(safe);
}

QStringList TextTable::lines() const
{
    QList<qsizetype> widths;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        qsizetype width = terminalWidth(m_columns.at(i).heading);
        for (const QStringList &row : m_rows)
            width = std::max(width, terminalWidth(row.value(i)));
        widths.append(width);
    }
    const auto lineOf = [&](const auto &textOf) {
        QString line;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const QString text = textOf(i);
            const QString padding(widths.at(i) - terminalWidth(text), u' ');
            line += i > 0 ? QString(Gap) : QString();
            line += m_columns.at(i).side == Side::Right ? QString(padding + text) : QString(text + padding);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        return line;
    };
    QStringList all{lineOf([this](qsizetype i) { return m_columns.at(i).heading; })};
    for (const QStringList &row : m_rows)
        all.append(lineOf([&row](qsizetype i) { return row.value(i); }));
    return all;
}

qsizetype terminalWidth(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::accumulate(characters.begin(), characters.end(), qsizetype(0),
                           [](qsizetype sum, uint c) { return sum + widthOf(c); });
}

QString shortened(const QString &text, qsizetype width)
{
    qsizetype used = 0;
    qsizetype end = 0; // of what leaves room for the …
    for (qsizetype i = 0; i < text.size();) {
        const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        const bool isPair = text.at(i).isHighSurrogate() && next.isLowSurrogate();
        used += widthOf(isPair ? QChar::surrogateToUcs4(text.at(i), next) : text.at(i).unicode());
        if (used > width)
            return text.first(end) + u'…';
        i += isPair ? 2 : 1;
        if (used < width)
            end = i;
    }
    return text;
}

} // namespace anrufwarte
