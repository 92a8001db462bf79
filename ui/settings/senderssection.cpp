// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/senderssection.h"

#include "ui/settings/textfield.h"

namespace anrufwarte {

SendersSection::SendersSection(const Look &look, QWidget *parent)
    : SettingsSection(look, QStringLiteral("network"), parent),
      m_allowlist(new TextField(look, "webhook/allowlist", this)),
      m_proxies(new TextField(look, "webhook/trustedProxies", this))
{
    addField(m_allowlist);
    addField(m_proxies);
}

void SendersSection::retranslate()
{
    setTexts(
        tr("Allowed senders (IP)"),
        tr("This filter is additional to the signature, never instead of it: every webhook needs a valid "
           "signature. Retell can use further addresses; their webhooks would be rejected."));
    m_allowlist->setTexts(tr("Only these senders"),
                          tr("Addresses or networks, separated by commas; empty = every sender"));
    m_proxies->setTexts(tr("Trusted proxies"),
                        tr("Only these are believed about the sender (X-Forwarded-For)"));
    SettingsSection::retranslate();
}

} // namespace anrufwarte
