// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as settings.ini: no crash; what counts in the end is within what is allowed, and what is not
// allowed is told and replaced by its default. A secret never gets out of the file.
#include "core/settings/settingsloader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cstdint>
#include <cstdio>
#include <unistd.h>

using namespace anrufwarte;

namespace {

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "fuzz_settings: %s\n", qPrintable(what));
    __builtin_trap();
}

/// A name of its own for each input: QSettings remembers files by name, size and time.
QString written(const uint8_t *data, size_t size)
{
    static const QString folder =
        QFileInfo::exists(QStringLiteral("/dev/shm")) ? QStringLiteral("/dev/shm") : QDir::tempPath();
    static qint64 number = 0;
    const QString path = folder + QStringLiteral("/fuzz_settings-%1-%2.ini").arg(::getpid()).arg(++number);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size)) < 0)
        fail(QStringLiteral("cannot write ") + path);
    return path;
}

void check(const SettingsReading &reading, const SettingInfo &setting)
{
    if (isSecret(setting)) {
        if (reading.origins.contains(setting.key))
            fail(QStringLiteral("a secret is taken from the file"));
        return;
    }
    const QString text = valueText(reading.settings, setting);
    static Settings again;
    static const Settings defaults;
    if (!assign(again, setting, text) || valueText(again, setting) != text)
        fail(setting.key + QStringLiteral(": cannot be written back: ") + text);
    const bool isDefault = text == valueText(defaults, setting);
    if (!isDefault && reading.origin(setting.key) != SettingOrigin::File)
        fail(setting.key + QStringLiteral(": neither default nor from the file"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString path = written(data, size);
    const SettingsReading reading = readSettings({{}, {}, path});
    QFile::remove(path);
    for (const SettingInfo &setting : allSettings())
        check(reading, setting);
    for (const Error &error : reading.errors) {
        if (error.args.isEmpty())
            fail(QStringLiteral("an error that names nothing"));
        // Certificate and key each may be right, and wrong without the other.
        const QString key = error.args.first();
        if (reading.origins.contains(key) && !key.startsWith(QStringLiteral("webhook/tls")))
            fail(QStringLiteral("a wrong value counts: ") + key);
    }
    if (reading.result().has_value() != reading.errors.isEmpty())
        fail(QStringLiteral("half-configured"));
    return 0;
}
