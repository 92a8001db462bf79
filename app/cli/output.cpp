// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "core/text/errortext.h"

#include <cstdio>

namespace anrufwarte {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
}

/// Controls, line ends of any kind, and what would turn the rest of the line around. Isolates (U+2066 to
/// U+2069) stay: our own phone numbers stand in them.
bool steersTheTerminal(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return c >= QChar(0x202a) && c <= QChar(0x202e);
    }
}

} // namespace

void Output::data(const QByteArray &bytes) const
{
    write(stdout, bytes);
}

void Output::line(const QString &text) const
{
    write(stdout, withoutControls(text).toUtf8() + '\n');
}

void Output::message(const QString &text) const
{
    write(stderr, withoutControls(text).toUtf8() + '\n');
}

void Output::error(const Error &error) const
{
    message(sentence(error));
    if (!error.detail.isEmpty())
        message(QStringLiteral("  (%1)").arg(error.detail));
}

void Output::flush() const
{
    std::fflush(stdout);
}

bool Output::isWritten() const
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

QString withoutControls(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        safe += steersTheTerminal(c) ? QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'))
                                     : QString(c);
    }
    return safe;
}

} // namespace anrufwarte
