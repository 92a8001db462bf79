// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/uistate.h"

namespace anrufwarte {

namespace {
const QString Geometry = QStringLiteral("window/geometry");
const QString Collapsed = QStringLiteral("window/sidebarCollapsed");
const QString Keep = QStringLiteral("window/keepReceiving");
const QString Explained = QStringLiteral("window/keepReceivingExplained");
} // namespace

UiState::UiState(const QString &iniFile) : m_file(iniFile, QSettings::IniFormat) {}

QByteArray UiState::geometry() const
{
    return m_file.value(Geometry).toByteArray();
}

void UiState::setGeometry(const QByteArray &geometry)
{
    m_file.setValue(Geometry, geometry);
}

bool UiState::sidebarCollapsed() const
{
    return m_file.value(Collapsed, false).toBool();
}

void UiState::setSidebarCollapsed(bool collapsed)
{
    m_file.setValue(Collapsed, collapsed);
}

bool UiState::keepReceiving() const
{
    return m_file.value(Keep, true).toBool();
}

void UiState::setKeepReceiving(bool keep)
{
    m_file.setValue(Keep, keep);
}

bool UiState::keepReceivingExplained() const
{
    return m_file.value(Explained, false).toBool();
}

void UiState::setKeepReceivingExplained()
{
    m_file.setValue(Explained, true);
}

} // namespace anrufwarte
