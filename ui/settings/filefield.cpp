// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/filefield.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace anrufwarte {

FileField::FileField(const Look &look, const char *key, QWidget *parent)
    : TextField(look, key, parent), m_choose(new QPushButton(this))
{
    fieldLayout()->addWidget(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &FileField::choose);
}

void FileField::retranslate()
{
    TextField::retranslate();
    m_choose->setText(tr("Choose …"));
    m_choose->setAccessibleName(tr("Choose %1").arg(name()));
}

void FileField::choose()
{
    auto *dialog = new QFileDialog(this, name(), QFileInfo(line()->text()).path(),
                                   tr("PEM files (*.pem *.crt *.cer *.key)") + QStringLiteral(";;") +
                                       tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        line()->setText(path);
        check();
        Q_EMIT
        edited();
    });
    dialog->open();
}

} // namespace anrufwarte
