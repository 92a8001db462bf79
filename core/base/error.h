// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace anrufwarte {

/// Every way in which something can fail that a person or a caller has to tell apart.
/// The sentence for people is made from the code in core/text (errortext.h), never here.
enum class ErrorCode
{
    Internal,
    // text from outside
    BadJson, ///< not RFC 8259, or nested deeper than the limit
    NoEvent,
    NoCallId,
    // settings: args = key, value, what is allowed
    SettingInvalid,
    SettingUnknown,
    SettingsUnreadable,
    SettingsUnwritable,
    // secrets
    NoKey,
    KeychainUnavailable,
    SecretFileInsecure, ///< args = path
    SecretUnwritable,
    // listener: args = address
    ListenAddressInUse,
    ListenAddressUnavailable,
    ListenPermission,
    ListenFailed,
    TlsCertificateUnreadable,  ///< args = path
    TlsCertificateExpired,     ///< args = path, date
    TlsCertificateNotYetValid, ///< args = path, date
    TlsKeyUnreadable,
    TlsKeyWorldReadable,
    TlsKeyMismatch,
    // store: args = path
    ProfileInUse, ///< a second listener on this profile
    ProfileUnusable,
    StoreMissing, ///< nothing to read yet
    StoreDirectoryMissing,
    StoreReadOnly,
    StoreLocked,
    StoreFull,
    StoreCorrupt,
    StoreNewer,         ///< args = path, found version, known version
    StoreEngineMissing, ///< args = store/url: an engine that this build does not have
    StoreIo,
    StoreFailed,
    QueueFull,
    // asking
    CallNotFound,     ///< args = what was asked for
    DeliveryNotFound, ///< args = id
    Usage,            ///< args = what is wrong
    FileUnwritable,   ///< args = path
    // REST API: args = HTTP status, "0" when there was none
    ApiKeyRefused,
    ApiPayment,
    ApiCallNotFound,
    ApiThrottled,
    ApiDown,
    ApiNotRetell,
    ApiUnreadable,
    ApiBadRequest,
};

/// What failed, as a value. `detail` is technical English for logs and behind "Details"; never translated,
/// never a secret. `args` are the names the sentence needs, in the order noted at the code.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QStringList args;

    bool operator==(const Error &) const = default;
};

} // namespace anrufwarte
