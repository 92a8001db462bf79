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

QString withoutControls(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        const bool isControl = c.category() == QChar::Other_Control;
        safe += isControl ? QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0')) : QString(c);
    }
    return safe;
}

} // namespace anrufwarte
