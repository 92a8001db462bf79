// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "core/base/clock.h"
#include "core/settings/profile.h"
#include "core/settings/settingsloader.h"

#include <QCommandLineParser>
#include <QProcessEnvironment>
#include <functional>

namespace anrufwarte {

/// What a command is given; lives until it has finished.
struct Invocation
{
    const QCommandLineParser &options;
    QStringList arguments; ///< after the command's name, without options
    Profile profile;
    QProcessEnvironment environment;
    SettingsReading settings;
    const Clock &clock;
    const Output &output;
};

/// Called once, when the command is done.
using Finish = std::function<void(ExitCode)>;

/// One word of the command line. A new command is a class like this and one line in commandtable.cpp.
class Command
{
public:
    virtual ~Command() = default;

    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString summary() const = 0;          ///< one line, in the current language
    virtual void declare(QCommandLineParser &parser) const = 0; ///< its options and arguments
    /// True when wrong settings end the program before run(): nothing starts half-configured.
    [[nodiscard]] virtual bool needsSettings() const { return true; }
    /// False for one that is there for others than the reader of its output.
    [[nodiscard]] virtual bool endsWithReader() const { return true; }
    /// Called in the event loop. May return before it is done.
    virtual void run(const Invocation &invocation, Finish finish) = 0;
};

/// Says what is wrong with the command line; the exit code for it.
ExitCode wrongUsage(const Invocation &invocation, const QString &text);
/// Says the error; the exit code for it.
ExitCode failed(const Invocation &invocation, const Error &error);

} // namespace anrufwarte
