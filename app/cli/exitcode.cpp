// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitcode.h"

namespace anrufwarte {

ExitCode exitCodeFor(ErrorCode error)
{
    switch (error) {
    case ErrorCode::SettingInvalid:
    case ErrorCode::SettingUnknown:
    case ErrorCode::SettingsUnreadable:
    case ErrorCode::SettingsUnwritable:
    case ErrorCode::NoKey:
    case ErrorCode::KeychainUnavailable:
    case ErrorCode::SecretFileInsecure:
    case ErrorCode::SecretUnwritable:
    case ErrorCode::ListenAddressInUse:
    case ErrorCode::ListenAddressUnavailable:
    case ErrorCode::ListenPermission:
    case ErrorCode::ListenFailed:
    case ErrorCode::TlsCertificateUnreadable:
    case ErrorCode::TlsCertificateExpired:
    case ErrorCode::TlsCertificateNotYetValid:
    case ErrorCode::TlsKeyUnreadable:
    case ErrorCode::TlsKeyWorldReadable:
    case ErrorCode::TlsKeyMismatch:
    case ErrorCode::Usage:
        return ExitCode::Usage;
    case ErrorCode::ProfileInUse:
    case ErrorCode::ProfileUnusable:
    case ErrorCode::StoreMissing:
    case ErrorCode::StoreDirectoryMissing:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreLocked:
    case ErrorCode::StoreFull:
    case ErrorCode::StoreCorrupt:
    case ErrorCode::StoreNewer:
    case ErrorCode::StoreEngineMissing:
    case ErrorCode::StoreIo:
    case ErrorCode::StoreFailed:
        return ExitCode::Store;
    case ErrorCode::Internal:
    case ErrorCode::BadJson:
    case ErrorCode::NoEvent:
    case ErrorCode::NoCallId:
    case ErrorCode::QueueFull:
    case ErrorCode::CallNotFound:
    case ErrorCode::DeliveryNotFound:
    case ErrorCode::FileUnwritable:
    case ErrorCode::ApiPayment:
    case ErrorCode::ApiCallNotFound:
    case ErrorCode::ApiThrottled:
    case ErrorCode::ApiDown:
    case ErrorCode::ApiNotRetell:
    case ErrorCode::ApiUnreadable:
    case ErrorCode::ApiBadRequest:
        return ExitCode::Partial;
    case ErrorCode::ApiKeyRefused:
        return ExitCode::KeyRefused;
    }
    return ExitCode::Partial;
}

} // namespace anrufwarte
