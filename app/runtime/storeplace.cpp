// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/storeplace.h"

namespace anrufwarte {

CostUnitChoice costUnitOf(const Settings &settings)
{
    if (settings.costUnit == QLatin1String("cents"))
        return CostUnitChoice::Cents;
    return settings.costUnit == QLatin1String("dollars") ? CostUnitChoice::Dollars : CostUnitChoice::Auto;
}

Result<StoreOptions> storeOptions(const Profile &profile, const Settings &settings)
{
    StoreOptions options;
    options.file = profile.storeFile(settings.storeUrl);
    options.costUnit = costUnitOf(settings);
    options.rawDays = settings.storeRawDays;
    options.retentionDays = settings.retentionDays;
    if (options.file.isEmpty())
        return Error{ErrorCode::StoreEngineMissing, {}, {settings.storeUrl}};
    return options;
}

Result<ReaderOptions> readerOptions(const Profile &profile, const Settings &settings)
{
    const auto options = storeOptions(profile, settings);
    if (!options)
        return options.error();
    return ReaderOptions{options->file, options->costUnit};
}

} // namespace anrufwarte
