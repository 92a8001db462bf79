// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/deliverychecks.h"
#include "core/webhook/judgement.h"

namespace anrufwarte {

/// What the checks ask for under this configuration; keys as their last four characters.
[[nodiscard]] CheckTerms checkTermsOf(const EndpointConfig &config);

/// The checks a request was put to, in their order, as a person reads them afterwards: what was expected,
/// what came.
[[nodiscard]] QList<DeliveryCheck> checksOf(const Submission &submission, const Judgement &judgement,
                                            const EndpointConfig &config);

} // namespace anrufwarte
