// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secretaccess.h"

#include <QCoreApplication>

namespace anrufwarte {

namespace {

struct SecretText
{
    Q_DECLARE_TR_FUNCTIONS(SecretText)
};

constexpr std::chrono::seconds KeychainPatience{2};

} // namespace

std::unique_ptr<SecretSource> secretSource(const Invocation &invocation)
{
    SecretPlaces places{invocation.environment, invocation.profile.secretsFile()};
    return std::make_unique<SecretSource>(std::move(places),
                                          systemKeychain(invocation.environment, KeychainPatience));
}

QString placeName(SecretOrigin origin)
{
    switch (origin) {
    case SecretOrigin::None:
        return SecretText::tr("not set");
    case SecretOrigin::Environment:
        return SecretText::tr("environment");
    case SecretOrigin::Credential:
        return SecretText::tr("systemd credential");
    case SecretOrigin::Keychain:
        return SecretText::tr("keychain");
    case SecretOrigin::File:
        return SecretText::tr("secrets.ini");
    }
    return {};
}

QString shownKey(const Secret &secret)
{
    return QString(u'…' + secret.lastFour());
}

} // namespace anrufwarte
