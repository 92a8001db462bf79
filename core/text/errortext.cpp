// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/errortext.h"

#include "core/text/formats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <iterator>

namespace anrufwarte {

namespace {

struct ErrorSentence
{
    ErrorCode code;
    const char *text; ///< %1 … %3 = Error::args
};

using E = ErrorCode;

// What happened, what it means, what to do. One line per code of core/base/error.h.
constexpr ErrorSentence Sentences[] = {
    {E::Internal,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Anrufwarte met a fault of its own. The log holds the details; report them.")},
    {E::BadJson,
     QT_TRANSLATE_NOOP("ErrorText", "The text received is not valid JSON. Nothing was taken from it.")},
    {E::NoEvent, QT_TRANSLATE_NOOP("ErrorText", "The webhook names no event. Nothing was taken from it.")},
    {E::NoCallId, QT_TRANSLATE_NOOP("ErrorText", "The webhook names no call. Nothing was taken from it.")},
    {E::SettingInvalid, QT_TRANSLATE_NOOP("ErrorText", "Setting %1 has the value \"%2\". Allowed: %3.")},
    {E::SettingUnknown,
     QT_TRANSLATE_NOOP("ErrorText", "There is no setting %1. anrufwarte-cli config list shows all of them.")},
    {E::SettingsUnreadable,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The settings file %1 cannot be read. Check its rights and its content.")},
    {E::SettingsUnwritable,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The settings file %1 cannot be written. Check the rights of the folder and the free space.")},
    {E::NoKey,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "No Retell API key is stored. Without it no webhook can be verified, so none is accepted. Enter "
         "the key in the settings or with anrufwarte-cli config set-secret retell/apiKey.")},
    {E::KeychainUnavailable,
     QT_TRANSLATE_NOOP("ErrorText", "No keychain found. The key is kept until you quit only.")},
    {E::SecretFileInsecure,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Others can read the key file %1, so it is not used. Set its mode to 0600 and replace the key.")},
    {E::SecretUnwritable,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The key cannot be stored in %1. Check the rights of the folder and the free space.")},
    {E::ListenAddressInUse,
     QT_TRANSLATE_NOOP("ErrorText", "Port %1 is in use. Choose another port or close the other program.")},
    {E::ListenAddressUnavailable,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "This computer does not have the address %1. Change webhook/listen or set up the network.")},
    {E::ListenPermission,
     QT_TRANSLATE_NOOP("ErrorText", "Listening on %1 is not permitted. Choose a port from 1024 upwards.")},
    {E::ListenFailed,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Listening on %1 failed. No webhook arrives there; choose another address.")},
    {E::TlsCertificateUnreadable,
     QT_TRANSLATE_NOOP("ErrorText", "The certificate %1 cannot be read. A PEM file is expected.")},
    {E::TlsCertificateExpired,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The certificate %1 expired on %2. Retell refuses to connect; replace it.")},
    {E::TlsCertificateNotYetValid,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The certificate %1 is not valid before %2. Until then Retell refuses to connect; replace "
         "it, or set the clock of this computer.")},
    {E::TlsKeyUnreadable,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The private key %1 cannot be read. A PEM file without a passphrase is expected.")},
    {E::TlsKeyWorldReadable,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Others can read the private key %1, so it is not used. Set its mode to 0600.")},
    {E::TlsKeyMismatch,
     QT_TRANSLATE_NOOP("ErrorText", "The private key %1 does not belong to the certificate.")},
    {E::ProfileInUse, QT_TRANSLATE_NOOP("ErrorText", "Anrufwarte is already receiving with the profile %1. "
                                                     "Close the other program or choose another profile.")},
    {E::ProfileUnusable,
     QT_TRANSLATE_NOOP(
         "ErrorText", "The profile folder %1 cannot be used. Check that it is a folder and can be written.")},
    {E::StoreMissing,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "There is no database %1 yet. Is it the right profile? anrufwarte-cli serve creates it.")},
    {E::StoreDirectoryMissing,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The folder of the database %1 does not exist. Create it or change store/url.")},
    {E::StoreReadOnly,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The database %1 cannot be written. Check the rights of the file and its folder.")},
    {E::StoreLocked, QT_TRANSLATE_NOOP("ErrorText", "Database locked. Is Anrufwarte running twice?")},
    {E::StoreFull,
     QT_TRANSLATE_NOOP("ErrorText", "No space is left for the database %1. Webhooks are refused until there "
                                    "is; Retell repeats them only three times.")},
    {E::StoreCorrupt,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The database %1 is damaged. It is set aside and a new one begun at the next start.")},
    {E::StoreNewer,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The database %1 was written by a newer Anrufwarte (version %2, known is %3). Update the program.")},
    {E::StoreEngineMissing,
     QT_TRANSLATE_NOOP("ErrorText",
                       "This Anrufwarte cannot use the database %1. Set store/url to sqlite:FILE.")},
    {E::StoreIo, QT_TRANSLATE_NOOP("ErrorText", "Reading or writing the database %1 failed. Check the disk; "
                                                "webhooks are refused until it works again.")},
    {E::StoreFailed,
     QT_TRANSLATE_NOOP("ErrorText", "The database %1 did not do what was asked. The log holds the details.")},
    {E::QueueFull,
     QT_TRANSLATE_NOOP("ErrorText", "More arrives than can be written. Retell is told to repeat it.")},
    {E::CallNotFound, QT_TRANSLATE_NOOP("ErrorText", "There is no call %1 in the database.")},
    {E::DeliveryNotFound, QT_TRANSLATE_NOOP("ErrorText", "There is no stored webhook %1.")},
    {E::Usage, "%1"},
    {E::FileUnwritable,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The file %1 cannot be written. Check the rights of the folder and the free space.")},
    {E::ApiKeyRefused, QT_TRANSLATE_NOOP("ErrorText", "Retell rejects the API key (%1). Replace the key.")},
    {E::ApiPayment,
     QT_TRANSLATE_NOOP("ErrorText", "Retell answers only after payment (%1). Check the account at Retell.")},
    {E::ApiCallNotFound,
     QT_TRANSLATE_NOOP("ErrorText", "Call not found at Retell (%1). Deleted, or another API key?")},
    {E::ApiThrottled,
     QT_TRANSLATE_NOOP("ErrorText", "Retell is rate limiting (%1). It is asked again after a pause.")},
    {E::ApiDown, QT_TRANSLATE_NOOP("ErrorText", "Retell cannot be reached. Stored data stays available.")},
    {E::ApiNotRetell,
     QT_TRANSLATE_NOOP("ErrorText", "Something other than Retell answers, a sign-in page perhaps. Check the "
                                    "network and retell/baseUrl.")},
    {E::ApiUnreadable,
     QT_TRANSLATE_NOOP(
         "ErrorText", "The answer of Retell cannot be read. It is asked again; stored data stays as it is.")},
    {E::ApiBadRequest,
     QT_TRANSLATE_NOOP("ErrorText", "Retell refuses the question (%1). The log holds the details.")},
};

/// "127.0.0.1:8787" -> "8787"; anything else as it is.
QString portOf(const QString &address)
{
    const QString port = address.section(u':', -1);
    bool isNumber = false;
    (void)port.toUShort(&isNumber);
    return isNumber ? port : address;
}

bool isOfDates(ErrorCode code)
{
    return code == ErrorCode::TlsCertificateExpired || code == ErrorCode::TlsCertificateNotYetValid;
}

/// As people here read it, and as the certificate says it: whoever compares the two need not count hours.
QString dateOf(const QString &iso)
{
    const QDateTime date = QDateTime::fromString(iso, Qt::ISODate);
    if (!date.isValid())
        return Formats::unknown();
    return QStringLiteral("%1 (%2)").arg(Formats().dateTime(date.toMSecsSinceEpoch()), iso);
}

/// Fills %1 … %9 in one pass: a value may hold such signs itself. A missing value is "–".
QString filled(const QString &text, const QStringList &args)
{
    QString sentence;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text.at(i) == u'%' && i + 1 < text.size() ? text.at(i + 1).digitValue() : -1;
        if (number < 1) {
            sentence += text.at(i);
            continue;
        }
        const QString value = args.value(number - 1);
        sentence += value.isEmpty() && args.size() < number ? QStringLiteral("–") : value;
        ++i;
    }
    return sentence;
}

} // namespace

QString sentence(const Error &error)
{
    const auto *found = std::find_if(std::begin(Sentences), std::end(Sentences),
                                     [&error](const ErrorSentence &one) { return one.code == error.code; });
    const ErrorSentence &chosen = found == std::end(Sentences) ? Sentences[0] : *found;
    QStringList args = error.args;
    if (error.code == ErrorCode::ListenAddressInUse && !args.isEmpty())
        args.first() = portOf(args.constFirst());
    if (isOfDates(error.code) && args.size() > 1)
        args[1] = dateOf(args.at(1));
    return filled(QCoreApplication::translate("ErrorText", chosen.text), args);
}

} // namespace anrufwarte
