// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/storeaccess.h"

#include "app/runtime/storeplace.h"

#include <QFileInfo>

namespace anrufwarte {

Result<std::unique_ptr<CallReader>> openReader(const Invocation &invocation)
{
    const auto options = readerOptions(invocation.profile, invocation.settings.settings);
    if (!options)
        return options.error();
    if (!QFileInfo::exists(options->file))
        return Error{ErrorCode::StoreMissing, {}, {options->file}};
    return std::make_unique<CallReader>(*options);
}

} // namespace anrufwarte
