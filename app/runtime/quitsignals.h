// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace anrufwarte {

/// SIGTERM, SIGINT and SIGHUP as a Qt signal. At most one object at a time; lives in the main thread.
class QuitSignals : public QObject
{
    Q_OBJECT
public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;

Q_SIGNALS:
    void quitRequested();

private:
    void drain();
    int m_pipe[2] = {-1, -1};
};

} // namespace anrufwarte
