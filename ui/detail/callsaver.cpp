// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/callsaver.h"

#include "core/export/callrecord.h"
#include "core/export/privatefile.h"
#include "core/store/asyncreader.h"
#include "core/text/errortext.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>

namespace anrufwarte {

namespace {

Result<void> write(CallReader &reader, const CallId &id, const QString &path)
{
    const Result<Call> call = reader.call(id.value());
    if (!call)
        return call.error();
    const Result<QList<HistoryEntry>> history = reader.history(call->row.id);
    if (!history)
        return history.error();
    return writePrivateFile(path, toJson(wholeRecordOf(*call, *history)) + '\n');
}

} // namespace

CallSaver::CallSaver(AsyncReader &reader, QWidget *window)
    : QObject(window),
      m_reader(reader),
      m_window(window),
      m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    if (!QFileInfo(m_folder).isDir())
        m_folder = QDir::homePath();
    connect(this, &CallSaver::failed, this, &CallSaver::tell);
}

void CallSaver::askAndSave(const CallRow &call)
{
    const QString name = tr("call-%1.json").arg(call.id.value());
    auto *dialog = new QFileDialog(m_window, tr("Save call as JSON"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilter(tr("JSON (*.json)"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = call.callId](const QString &path) {
        m_folder = QFileInfo(path).absolutePath();
        save(id, path);
    });
    dialog->open();
}

void CallSaver::save(const CallId &call, const QString &path)
{
    m_reader.read<Result<void>>(
        this, [call, path](CallReader &reader) { return write(reader, call, path); },
        [this, path](const Result<void> &written) {
            if (written)
                Q_EMIT
            saved(path);
            else Q_EMIT failed(written.error());
        });
}

void CallSaver::tell(const Error &error)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Save call as JSON"), tr("The call was not saved."),
                                QMessageBox::Ok, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(sentence(error));
    box->open();
}

} // namespace anrufwarte
