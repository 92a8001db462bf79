// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>
#include <optional>

class QDBusVariant;

namespace anrufwarte {

/// What the desktop says about dark colours and high contrast through its settings portal. Asked
/// asynchronously: no portal, or a slow one, never delays the window. Main thread only.
class SystemTheme : public QObject
{
    Q_OBJECT
public:
    explicit SystemTheme(QObject *parent = nullptr);

    void ask(); ///< begins to ask and to listen; changed() follows if there is an answer

    [[nodiscard]] std::optional<bool> dark() const { return m_dark; } ///< empty = the desktop has no opinion
    [[nodiscard]] bool highContrast() const { return m_highContrast; }

public Q_SLOTS:
    /// One setting of the portal, at start or when it changes.
    void take(const QString &group, const QString &key, const QDBusVariant &value);

Q_SIGNALS:
    void changed();

private:
    void askFor(const QString &key);

    std::optional<bool> m_dark;
    bool m_highContrast = false;
};

} // namespace anrufwarte
