// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/closing.h"

#include "ui/look/style.h"

#include <QMessageBox>
#include <QPushButton>

namespace anrufwarte {

CloseDecision decideClose(const CloseSituation &situation)
{
    if (situation.quitting)
        return CloseDecision::Quit;
    if (!situation.tray)
        return CloseDecision::Ask;
    if (!situation.keepReceiving)
        return CloseDecision::Quit;
    return situation.explained ? CloseDecision::Hide : CloseDecision::ExplainAndHide;
}

void CloseQuestions::explain(QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Close window"),
                                tr("Anrufwarte goes on receiving webhooks in the background."),
                                QMessageBox::NoButton, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Its icon stays in the system tray. This can be changed in the File menu."));
    auto *go = box->addButton(tr("Close window"), QMessageBox::AcceptRole);
    auto *quit = box->addButton(tr("Quit instead"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(go);
    setButtonKind(go, ButtonKind::Primary);
    connect(go, &QPushButton::clicked, this, &CloseQuestions::hideChosen);
    connect(quit, &QPushButton::clicked, this, &CloseQuestions::quitChosen);
    box->open();
}

void CloseQuestions::ask(QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Close window"), tr("Quit Anrufwarte?"),
                                QMessageBox::NoButton, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Webhooks are then lost until Anrufwarte runs again."));
    auto *quit = box->addButton(tr("Quit"), QMessageBox::DestructiveRole);
    auto *minimize = box->addButton(tr("Minimise"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(minimize);
    setButtonKind(minimize, ButtonKind::Primary);
    connect(quit, &QPushButton::clicked, this, &CloseQuestions::quitChosen);
    connect(minimize, &QPushButton::clicked, this, &CloseQuestions::minimizeChosen);
    box->open();
}

} // namespace anrufwarte
