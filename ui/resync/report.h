// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/resync/resultlist.h"
#include "ui/resync/resyncview.h"

#include <QObject>
#include <QSaveFile>
#include <QTimer>
#include <optional>

namespace anrufwarte {

/// One line of CSV as RFC 4180 wants it, with its line end. Text that a spreadsheet would take for a formula
/// begins with an apostrophe.
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

/// The lines of one call: one per field, or one that says why there is none.
[[nodiscard]] QByteArray reportLines(const ResyncResult &result, const ResyncView &view);
[[nodiscard]] QByteArray reportHead();

/// Writes the results of a run into a file, a few hundred calls at a time so that the window stays awake. The
/// file is there as a whole or not at all; an older one of that name stays until then.
class ReportWriter : public QObject
{
    Q_OBJECT
public:
    ReportWriter(const QString &path, QList<ResultPtr> results, const ResyncView &view,
                 QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(const std::optional<anrufwarte::Error> &problem);

private:
    void writeSome();
    void finish(bool written);

    const ResyncView m_view; ///< of its own: the language may change meanwhile
    const QList<ResultPtr> m_results;
    qsizetype m_next = 0;
    QSaveFile m_file;
    QTimer m_turn;
};

} // namespace anrufwarte
