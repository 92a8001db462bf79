// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/uistate.h"

namespace anrufwarte {

namespace {
const QString Geometry = QStringLiteral("window/geometry");
const QString Collapsed = QStringLiteral("window/sidebarCollapsed");
const QString Keep = QStringLiteral("window/keepReceiving");
const QString Explained = QStringLiteral("window/keepReceivingExplained");
const QString Alerts = QStringLiteral("alerts");

QString alertKey(AlertKind kind, QLatin1String member)
{
    return Alerts + u'/' + toWord(kind) + u'/' + member;
}

const QLatin1String Acknowledged("acknowledged"), MutedUntil("mutedUntil"), DoneCount("doneCount"),
    DoneNewest("doneNewest");
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

AlertMemory UiState::alertMemory() const
{
    AlertMemory memory;
    for (int i = 0; i < AlertKindCount; ++i) {
        const auto kind = static_cast<AlertKind>(i);
        AlertDecision decision;
        const QString severity = m_file.value(alertKey(kind, Acknowledged)).toString();
        if (severity == QLatin1String("danger"))
            decision.acknowledged = AlertSeverity::Danger;
        else if (severity == QLatin1String("warn"))
            decision.acknowledged = AlertSeverity::Warn;
        decision.mutedUntilMs = m_file.value(alertKey(kind, MutedUntil)).toLongLong();
        if (m_file.contains(alertKey(kind, DoneCount))) {
            decision.doneCount = m_file.value(alertKey(kind, DoneCount)).toLongLong();
            decision.doneNewestMs = m_file.value(alertKey(kind, DoneNewest)).toLongLong();
        }
        if (decision != AlertDecision())
            memory.insert(kind, decision);
    }
    return memory;
}

void UiState::setAlertMemory(const AlertMemory &memory)
{
    m_file.remove(Alerts);
    for (auto [kind, decision] : memory.asKeyValueRange()) {
        if (decision.acknowledged)
            m_file.setValue(alertKey(kind, Acknowledged), *decision.acknowledged == AlertSeverity::Danger
                                                              ? QStringLiteral("danger")
                                                              : QStringLiteral("warn"));
        if (decision.mutedUntilMs > 0)
            m_file.setValue(alertKey(kind, MutedUntil), decision.mutedUntilMs);
        if (decision.doneCount) {
            m_file.setValue(alertKey(kind, DoneCount), *decision.doneCount);
            m_file.setValue(alertKey(kind, DoneNewest), decision.doneNewestMs);
        }
    }
}

} // namespace anrufwarte
