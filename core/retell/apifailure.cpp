// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retell/apifailure.h"

namespace anrufwarte {

namespace {

ErrorCode codeOf(ApiFault fault)
{
    switch (fault) {
    case ApiFault::KeyRefused:
        return ErrorCode::ApiKeyRefused;
    case ApiFault::Payment:
        return ErrorCode::ApiPayment;
    case ApiFault::NotFound:
        return ErrorCode::ApiCallNotFound;
    case ApiFault::Throttled:
        return ErrorCode::ApiThrottled;
    case ApiFault::Down:
        return ErrorCode::ApiDown;
    case ApiFault::NotRetell:
        return ErrorCode::ApiNotRetell;
    case ApiFault::Unreadable:
        return ErrorCode::ApiUnreadable;
    case ApiFault::BadRequest:
        return ErrorCode::ApiBadRequest;
    }
    return ErrorCode::Internal;
}

} // namespace

Error toError(const ApiFailure &failure)
{
    return {codeOf(failure.fault), failure.detail, {QString::number(failure.status)}};
}

} // namespace anrufwarte
