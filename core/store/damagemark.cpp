// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damagemark.h"

#include "core/store/fileidentity.h"

#include <QFile>

namespace anrufwarte {

namespace {

constexpr qint64 LongestName = 64;

QString markOf(const QString &file)
{
    return file + QLatin1String(".damaged");
}

QByteArray nameOf(const QString &file)
{
    const FileIdentity identity = fileIdentity(file);
    return QByteArray::number(identity.device) + ' ' + QByteArray::number(identity.inode);
}

} // namespace

void markDamaged(const QString &file)
{
    QFile mark(markOf(file));
    if (mark.open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner))
        mark.write(nameOf(file)); // without it the damage is found and told again, no more
}

bool isMarkedDamaged(const QString &file)
{
    QFile mark(markOf(file));
    return mark.open(QIODevice::ReadOnly) && mark.read(LongestName) == nameOf(file);
}

void unmarkDamaged(const QString &file)
{
    QFile::remove(markOf(file));
}

} // namespace anrufwarte
