// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/receiversection.h"

#include "ui/look/look.h"
#include "ui/settings/copyfield.h"
#include "ui/settings/filefield.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace anrufwarte {

ReceiverSection::ReceiverSection(const Look &look, QWidget *parent)
    : SettingsSection(look, QStringLiteral("webhook"), parent),
      m_publicUrl(new CopyField(look, "webhook/publicUrl", this)),
      m_listen(new TextField(look, "webhook/listen", this)),
      m_path(new TextField(look, "webhook/path", this)),
      m_tolerance(new TextField(look, "webhook/toleranceSeconds", this)),
      m_certificate(new FileField(look, "webhook/tlsCertificate", this)),
      m_tlsKey(new FileField(look, "webhook/tlsKey", this)),
      m_more(new QToolButton(this)),
      m_advanced(new QWidget(this)),
      m_bodyBytes(new TextField(look, "webhook/maxBodyBytes", m_advanced)),
      m_connections(new TextField(look, "webhook/maxConnections", m_advanced)),
      m_connectionsPerPeer(new TextField(look, "webhook/maxConnectionsPerPeer", m_advanced)),
      m_headerTimeout(new TextField(look, "webhook/headerTimeoutSeconds", m_advanced)),
      m_requestTimeout(new TextField(look, "webhook/requestTimeoutSeconds", m_advanced))
{
    for (SettingField *field : std::initializer_list<SettingField *>{m_publicUrl, m_listen, m_path,
                                                                     m_tolerance, m_certificate, m_tlsKey})
        addField(field);
    addAdvanced();
    connect(&look, &Look::changed, this, [this] { showAdvanced(m_more->isChecked()); });
}

void ReceiverSection::addAdvanced()
{
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    rows()->addWidget(m_more, 0, Qt::AlignLeft);

    auto *column = new QVBoxLayout(m_advanced);
    column->setContentsMargins({});
    column->setSpacing(0);
    for (TextField *field :
         {m_bodyBytes, m_connections, m_connectionsPerPeer, m_headerTimeout, m_requestTimeout})
        addField(field, column);
    rows()->addWidget(m_advanced);
    connect(m_more, &QToolButton::toggled, this, &ReceiverSection::showAdvanced);
    showAdvanced(false);
}

void ReceiverSection::showAdvanced(bool shown)
{
    m_more->setChecked(shown);
    m_more->setIcon(look().icon(shown ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                                look().tokens().text2));
    m_advanced->setVisible(shown);
}

FormRow *ReceiverSection::contradiction(const Settings &settings)
{
    if (settings.webhookTlsCertificate.isEmpty() == settings.webhookTlsKey.isEmpty())
        return nullptr;
    FileField *missing = settings.webhookTlsKey.isEmpty() ? m_tlsKey : m_certificate;
    missing->setMessage(tr("TLS needs the certificate and its private key."));
    return missing;
}

void ReceiverSection::reveal(FormRow *row)
{
    if (m_advanced->isAncestorOf(row))
        showAdvanced(true);
}

void ReceiverSection::retranslate()
{
    setTexts(tr("Webhook listener"),
             tr("Retell delivers events here. Enter the public address in the Retell console."));
    m_publicUrl->setTexts(tr("Public address"), tr("To be entered at Retell; not needed to receive"));
    m_listen->setTexts(tr("Listen addresses"), tr("Several separated by commas; port 0 = any free one"));
    m_path->setTexts(tr("Path"), tr("Everything at or below it is taken"));
    m_tolerance->setTexts(tr("Time window"), tr("Older signatures are rejected"));
    m_tolerance->setUnit(tr("seconds"));
    m_certificate->setTexts(tr("TLS certificate"), tr("PEM file; empty = http, for use behind a proxy"));
    m_tlsKey->setTexts(tr("TLS private key"), tr("PEM file, readable by this account only"));
    retranslateAdvanced();
    SettingsSection::retranslate();
}

void ReceiverSection::retranslateAdvanced()
{
    m_more->setText(tr("Advanced"));
    m_bodyBytes->setTexts(tr("Largest request"), tr("Larger ones are refused (413)"));
    m_bodyBytes->setUnit(tr("bytes"));
    m_connections->setTexts(tr("Connections at once"));
    m_connectionsPerPeer->setTexts(tr("Of these per sender"), tr("Trusted proxies are exempt"));
    m_headerTimeout->setTexts(tr("Time limit for the headers"));
    m_headerTimeout->setUnit(tr("seconds"));
    m_requestTimeout->setTexts(tr("Time limit for the request"));
    m_requestTimeout->setUnit(tr("seconds"));
}

} // namespace anrufwarte
