// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMessageBox;
class QWidget;

namespace anrufwarte {

/// What closing the window means (ui.md §1).
enum class CloseDecision
{
    Quit,
    Hide,           ///< goes on receiving behind the tray icon
    ExplainAndHide, ///< the same, said once
    Ask             ///< no tray: quitting loses webhooks, so a person decides
};

struct CloseSituation
{
    bool quitting = false; ///< Quit was chosen, or the session ends
    bool tray = false;
    bool keepReceiving = true;
    bool explained = false;
};

[[nodiscard]] CloseDecision decideClose(const CloseSituation &situation);

/// The two questions; shown without blocking, answered through callbacks of the boxes' buttons.
class CloseQuestions : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void explain(QWidget *window); ///< "goes on receiving"
    void ask(QWidget *window);

Q_SIGNALS:
    void quitChosen();
    void hideChosen();
    void minimizeChosen();
};

} // namespace anrufwarte
