// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calls/callid.h"

#include <QObject>

class QWidget;

namespace anrufwarte {

class AsyncReader;
struct CallRow;

/// "JSON speichern": the call with everything known and its history, as `show --format json` prints it. Read
/// and written in the reader's thread.
class CallSaver : public QObject
{
    Q_OBJECT
public:
    CallSaver(AsyncReader &reader, QWidget *window);

    void askAndSave(const CallRow &call); ///< asks where to
    void save(const CallId &call, const QString &path);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const anrufwarte::Error &error);

private:
    void tell(const Error &error);

    AsyncReader &m_reader;
    QWidget *m_window;
    QString m_folder; ///< where the last one went
};

} // namespace anrufwarte
