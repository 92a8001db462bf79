// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"
#include "core/calls/closing.h"
#include "core/settings/settings.h"

#include <QWidget>
#include <optional>

class QBoxLayout;
class QMenu;
class QPushButton;

namespace anrufwarte {

class CallFacts;
class Chip;
class IconButton;
class Look;
class TextLabel;

/// Who called whom, when, and how it went: number, state, agent, time and six figures.
class CallHeader : public QWidget
{
    Q_OBJECT
public:
    explicit CallHeader(Look &look, QWidget *parent = nullptr);

    /// Of the call that showCall() is about to show.
    void setClosing(const std::optional<Closing> &closing) { m_closing = closing; }
    void showCall(const Call &call, const Settings &settings, qint64 nowMs);
    void tick(qint64 nowMs); ///< the duration of a running call, once a second
    void setResyncEnabled(bool enabled);

    [[nodiscard]] QString numberText() const;
    [[nodiscard]] QString chipText() const;
    [[nodiscard]] QString contextText() const;
    [[nodiscard]] QString evidenceText() const; ///< who closed the call, if no webhook did
    [[nodiscard]] const CallFacts &facts() const { return *m_facts; }

Q_SIGNALS:
    void closeRequested();
    void resyncRequested();
    void saveRequested(); ///< as JSON

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeRows();
    void arrange();
    void render();
    void recolour();
    void renderChip();
    void renderFacts();
    void showMenu();
    [[nodiscard]] bool isUnconfirmed() const;
    [[nodiscard]] QString otherNumber() const;
    [[nodiscard]] QString numberAsShown() const;
    [[nodiscard]] QString context() const;
    [[nodiscard]] QString timeSpan() const;
    [[nodiscard]] QString result() const;

    const Look &m_look;
    QBoxLayout *m_titleRow = nullptr;
    QBoxLayout *m_contextRow = nullptr;
    TextLabel *m_number = nullptr;
    Chip *m_chip = nullptr;
    TextLabel *m_context = nullptr;
    TextLabel *m_evidence = nullptr;
    CallFacts *m_facts = nullptr;
    QPushButton *m_resync = nullptr;    ///< where there is room for words,
    IconButton *m_resyncIcon = nullptr; ///< else this one
    IconButton *m_more = nullptr;
    IconButton *m_close = nullptr;
    QMenu *m_menu = nullptr;
    std::optional<bool> m_isNarrow; ///< unknown before the first layout

    std::optional<Closing> m_closing;
    Call m_call;
    Settings m_settings;
    qint64 m_nowMs = 0;
};

} // namespace anrufwarte
