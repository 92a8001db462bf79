// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>
#include <optional>

namespace anrufwarte::test {

/// A file of tests/data; aborts the test program when it is not there (a broken checkout).
inline QByteArray data(const QString &relativePath)
{
    QFile file(QStringLiteral(ANRUFWARTE_SOURCE_DIR "/tests/data/") + relativePath);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing test data: %s", qPrintable(file.fileName()));
    return file.readAll();
}

/// A folder of foreign data beside the checkout (../shared/NAME), which is not part of the project; empty if
/// it is not there: the test then says so and skips.
inline std::optional<QDir> besideCheckout(const QString &name)
{
    const QDir dir(QStringLiteral(ANRUFWARTE_SOURCE_DIR "/../shared/") + name);
    return dir.exists() ? std::optional(dir) : std::nullopt;
}

} // namespace anrufwarte::test
