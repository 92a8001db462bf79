// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssection.h"

namespace anrufwarte {

class TextField;

/// "Allowed senders (IP)": a filter in addition to the signature, never instead of it.
class SendersSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit SendersSection(const Look &look, QWidget *parent = nullptr);

    void retranslate() override;

private:
    TextField *m_allowlist;
    TextField *m_proxies;
};

} // namespace anrufwarte
