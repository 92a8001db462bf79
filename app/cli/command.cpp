// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

namespace anrufwarte {

ExitCode wrongUsage(const Invocation &invocation, const QString &text)
{
    return failed(invocation, {ErrorCode::Usage, {}, {text}});
}

ExitCode failed(const Invocation &invocation, const Error &error)
{
    invocation.output.error(error);
    return exitCodeFor(error.code);
}

} // namespace anrufwarte
