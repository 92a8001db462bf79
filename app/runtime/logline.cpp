// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/logline.h"

#include <QDateTime>
#include <QRegularExpression>

namespace anrufwarte::logline {

namespace {

constexpr qsizetype MaxMessage = 4000;

QString escaped(QStringView text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        const bool isSafe = c.isPrint() || c.isSurrogate();
        line += isSafe ? QString(c) : QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
    }
    return line;
}

/// International form only: ids and times are long rows of digits too.
QString masked(QString text)
{
    static const QRegularExpression number(QStringLiteral("(\\+\\d{5})\\d{1,8}(\\d{2})(?!\\d)"));
    return text.replace(number, QStringLiteral("\\1****\\2"));
}

int priority(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 7;
    case QtInfoMsg:
        return 6;
    case QtWarningMsg:
        return 4;
    case QtCriticalMsg:
        return 3;
    case QtFatalMsg:
        return 2;
    }
    return 6;
}

QLatin1String word(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QLatin1String("debug");
    case QtInfoMsg:
        return QLatin1String("info");
    case QtWarningMsg:
        return QLatin1String("warning");
    case QtCriticalMsg:
        return QLatin1String("error");
    case QtFatalMsg:
        return QLatin1String("fatal");
    }
    return QLatin1String("info");
}

/// "anrufwarte.listener" -> "listener"; Qt's own categories stay whole.
QString shortCategory(const QString &category)
{
    constexpr QLatin1String Ours("anrufwarte.");
    return category.startsWith(Ours) ? category.sliced(Ours.size()) : category;
}

} // namespace

QString safe(const QString &message)
{
    const QString line = masked(escaped(QStringView(message).first(std::min(message.size(), MaxMessage))));
    return message.size() > MaxMessage ? QString(line + u'…') : line;
}

QByteArray forJournal(QtMsgType type, const QString &category, const QString &message)
{
    const QString line = QStringLiteral("<%1>%2: %3\n");
    return line.arg(priority(type)).arg(shortCategory(category), safe(message)).toUtf8();
}

QByteArray forPeople(QtMsgType type, const QString &category, const QString &message, qint64 nowMs)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(Qt::ISODateWithMs);
    const QString line = QStringLiteral("%1 %2 %3: %4\n");
    return line.arg(time, word(type), shortCategory(category), safe(message)).toUtf8();
}

} // namespace anrufwarte::logline
