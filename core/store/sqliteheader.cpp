// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqliteheader.h"

#include <QFile>
#include <QtEndian>

namespace anrufwarte {

namespace {

constexpr qsizetype HeaderBytes = 100;
constexpr QByteArrayView Magic("SQLite format 3\0", 16);

bool isPageSize(quint16 stored)
{
    return stored == 1 || (stored >= 512 && (stored & (stored - 1)) == 0); // 1 stands for 65536
}

} // namespace

bool hasPlausibleHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0)
        return true; // whether it may be read is another question
    const QByteArray header = file.read(HeaderBytes);
    if (header.size() < HeaderBytes || !header.startsWith(Magic))
        return false;
    const auto byte = [&header](qsizetype at) { return static_cast<quint8>(header.at(at)); };
    const auto number = [&header](qsizetype at) { return qFromBigEndian<quint32>(header.constData() + at); };
    const bool versions = byte(18) >= 1 && byte(18) <= 2 && byte(19) >= 1 && byte(19) <= 2;
    const bool fractions = byte(21) == 64 && byte(22) == 32 && byte(23) == 32;
    return isPageSize(qFromBigEndian<quint16>(header.constData() + 16)) && versions && fractions &&
           number(44) <= 4 && number(56) <= 3;
}

} // namespace anrufwarte
