// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertmemory.h"

#include <QByteArray>
#include <QSettings>

namespace anrufwarte {

/// What the window remembers between two starts, in an INI file of the profile. Not settings: losing it costs
/// nobody anything. Main thread only.
class UiState
{
public:
    explicit UiState(const QString &iniFile);

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    [[nodiscard]] bool sidebarCollapsed() const;
    void setSidebarCollapsed(bool collapsed);

    /// Closing the window keeps receiving (where there is a tray).
    [[nodiscard]] bool keepReceiving() const;
    void setKeepReceiving(bool keep);
    [[nodiscard]] bool keepReceivingExplained() const;
    void setKeepReceivingExplained();

    /// What was acknowledged, muted or declared done.
    [[nodiscard]] AlertMemory alertMemory() const;
    void setAlertMemory(const AlertMemory &memory);

    /// For the tables and splitters of the pages, each under a group of its own.
    [[nodiscard]] QSettings &file() { return m_file; }

private:
    QSettings m_file;
};

} // namespace anrufwarte
