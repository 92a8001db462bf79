// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/resync/openmodel.h"

#include <QWidget>
#include <optional>

class QPushButton;

namespace anrufwarte {

class CellTable;
class ListCard;
class Look;
class OutcomeBanner;

/// What is seen before a run: the calls with missing data, and a run that was interrupted.
class OpenPane : public QWidget
{
    Q_OBJECT
public:
    OpenPane(const Look &look, const ResyncView &view, QWidget *parent = nullptr);

    void setIncomplete(const IncompleteOverview &overview);
    void setInterrupted(const std::optional<ResyncRun> &run);
    void passTime() { m_model.passTime(); }

    [[nodiscard]] CellTable &table() { return *m_table; }
    [[nodiscard]] OutcomeBanner &banner() { return *m_banner; }
    [[nodiscard]] QPushButton *resumeButton() const { return m_resume; }
    [[nodiscard]] QPushButton *discardButton() const { return m_discard; }

Q_SIGNALS:
    void callChosen(const anrufwarte::CallRow &row);
    void resumePressed();
    void discardPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    const ResyncView &m_view;
    OpenModel m_model;
    CellTable *m_table;
    ListCard *m_card;
    OutcomeBanner *m_banner;
    QPushButton *m_resume;
    QPushButton *m_discard;
    std::optional<ResyncRun> m_interrupted;
    qint64 m_total = 0;
    qint64 m_setAside = 0;
};

} // namespace anrufwarte
