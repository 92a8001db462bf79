// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/helpdialogs.h"

#include "ui/look/textlabel.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QIcon>
#include <QPlainTextEdit>
#include <QScrollArea>

namespace anrufwarte {

namespace {

struct HelpWords
{
    Q_DECLARE_TR_FUNCTIONS(HelpWords)
};

QDialog *dialog(const QString &title, QWidget *parent)
{
    auto *made = new QDialog(parent);
    made->setWindowTitle(title);
    made->setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    return made;
}

void addClose(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->layout()->addWidget(buttons);
}

QString licences()
{
    QString all;
    const QDir folder(QStringLiteral(":/third-party"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += u"———  " + name + u"  ———\n\n" + QString::fromUtf8(file.readAll()) + u"\n\n";
    }
    return all;
}

} // namespace

QDialog *makeShortcutsDialog(const Look &look, const QList<ShellActions::Shortcut> &shortcuts,
                             QWidget *parent)
{
    QDialog *made = dialog(HelpWords::tr("Keyboard shortcuts"), parent);
    auto *sheet = new QWidget;
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    for (const ShellActions::Shortcut &shortcut : shortcuts) {
        auto *what = new TextLabel(look, TextStyle::Body, &Tokens::text, sheet);
        auto *keys = new TextLabel(look, TextStyle::BodyMedium, &Tokens::text2, sheet);
        what->setText(shortcut.what);
        keys->setText(shortcut.keys);
        const int row = grid->rowCount();
        grid->addWidget(what, row, 0);
        grid->addWidget(keys, row, 1);
    }
    auto *scroll = new QScrollArea(made);
    scroll->setWidget(sheet);
    scroll->setAccessibleName(made->windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(sheet->sizeHint().width() + 24);
    made->layout()->addWidget(scroll);
    addClose(made);
    made->resize(made->sizeHint().width(), 480);
    return made;
}

QDialog *makeAboutDialog(const Look &look, QWidget *parent)
{
    QDialog *made = dialog(HelpWords::tr("About Anrufwarte"), parent);
    auto *mark = new QLabel(made);
    mark->setPixmap(
        QIcon(QStringLiteral(":/icons/app/anrufwarte.svg")).pixmap(QSize(48, 48), made->devicePixelRatioF()));
    auto *name = new TextLabel(look, TextStyle::Page, &Tokens::text, made);
    name->setText(QStringLiteral("Anrufwarte " ANRUFWARTE_VERSION));
    auto *what = new TextLabel(look, TextStyle::Body, &Tokens::text2, made);
    what->setText(HelpWords::tr("A dashboard for calls of Retell AI voice agents.\n"
                                "Free software under the GNU General Public License, version 3 or later."));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(name);
    texts->addWidget(what);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(mark, 0, Qt::AlignTop);
    head->addLayout(texts, 1);
    static_cast<QVBoxLayout *>(made->layout())->addLayout(head);

    auto *used = new TextLabel(look, TextStyle::Section, &Tokens::text, made);
    used->setText(HelpWords::tr("Made with Qt %1; fonts Inter and JetBrains Mono, icons Lucide")
                      .arg(QLatin1String(qVersion())));
    auto *text = new QPlainTextEdit(licences(), made);
    text->setReadOnly(true);
    text->setAccessibleName(HelpWords::tr("Licences"));
    text->setFont(Look::font(TextStyle::Mono));
    text->setMinimumSize(600, 240);
    made->layout()->addWidget(used);
    made->layout()->addWidget(text);
    addClose(made);
    return made;
}

} // namespace anrufwarte
