// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/tone.h"
#include "ui/resync/changesmodel.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace anrufwarte {

class ChangesTree;
class FigureStrip;
class ListCard;
class Look;
class OutcomeBanner;

/// A finished run: what became of it, its figures, and every change call by call.
class OutcomePane : public QWidget
{
    Q_OBJECT
public:
    OutcomePane(const Look &look, const ResyncView &view, QWidget *parent = nullptr);

    void display(const ResyncRun &run, const QList<ResultPtr> &results);
    void setNote(const QString &note); ///< behind the banner's text: "Bericht gespeichert: …"

    [[nodiscard]] const ResyncRun &run() const { return m_run; }
    [[nodiscard]] const QList<ResultPtr> &results() const { return m_results; }
    /// The same calls again, only those that failed.
    [[nodiscard]] ResyncRequest retryRequest() const;
    /// What the dry run tried, this time for real.
    [[nodiscard]] ResyncRequest realRequest() const;

    [[nodiscard]] OutcomeBanner &banner() { return *m_banner; }
    [[nodiscard]] ChangesTree &tree() { return *m_tree; }
    [[nodiscard]] ChangesModel &changes() { return m_changes; }
    [[nodiscard]] QPushButton *realButton() const { return m_real; }
    [[nodiscard]] QPushButton *retryButton() const { return m_retry; }
    [[nodiscard]] QPushButton *reportButton() const { return m_report; }

Q_SIGNALS:
    void startRequested(const anrufwarte::ResyncRequest &request);
    void reportRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Verdict
    {
        Tone tone;
        QString title;
        QString text;
    };

    [[nodiscard]] Verdict verdict() const;
    [[nodiscard]] QString failureNote() const;
    [[nodiscard]] QString unchangedNote() const;
    [[nodiscard]] QString emptyText() const;
    void fillFields();
    void refresh();
    void refreshList();
    void retranslate();

    const ResyncView &m_view;
    ResyncRun m_run;
    QList<ResultPtr> m_results;
    QString m_note;
    ChangesModel m_changes;
    OutcomeBanner *m_banner;
    QPushButton *m_real;
    QPushButton *m_retry;
    QPushButton *m_report;
    FigureStrip *m_strip;
    ChangesTree *m_tree;
    ListCard *m_card;
    QComboBox *m_field;
    QComboBox *m_filter;
};

} // namespace anrufwarte
