// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QProcess>
#include <QTemporaryDir>

namespace anrufwarte {

/// What --demo needs: a profile that is thrown away, a key of its own, and a simulator as child process that
/// sends signed webhooks through the real listener. All of it ends with the object.
class Demo : public QObject
{
    Q_OBJECT
public:
    explicit Demo(QObject *parent = nullptr);
    ~Demo() override;

    [[nodiscard]] bool isValid() const { return m_profile.isValid(); }
    [[nodiscard]] QString profileDirectory() const { return m_profile.path(); }
    [[nodiscard]] const Secret &key() const { return m_key; }

    void startSimulator(const QString &webhookUrl);

Q_SIGNALS:
    void failed(const QString &reason);   ///< technical English
    void apiReady(const QString &origin); ///< of the simulator's REST API

private:
    void readOrigin();

    QTemporaryDir m_profile;
    Secret m_key;
    QProcess m_simulator;
};

} // namespace anrufwarte
