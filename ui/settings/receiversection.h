// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssection.h"

class QToolButton;

namespace anrufwarte {

class FileField;
class TextField;

/// "Webhook listener": where Retell delivers events. The limits wait behind "Advanced".
class ReceiverSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit ReceiverSection(const Look &look, QWidget *parent = nullptr);

    FormRow *contradiction(const Settings &settings) override;
    void reveal(FormRow *row) override;
    void retranslate() override;

private:
    void addAdvanced();
    void showAdvanced(bool shown);
    void retranslateAdvanced();

    TextField *m_publicUrl;
    TextField *m_listen;
    TextField *m_path;
    TextField *m_tolerance;
    FileField *m_certificate;
    FileField *m_tlsKey;
    QToolButton *m_more;
    QWidget *m_advanced;
    TextField *m_bodyBytes;
    TextField *m_connections;
    TextField *m_connectionsPerPeer;
    TextField *m_headerTimeout;
    TextField *m_requestTimeout;
};

} // namespace anrufwarte
