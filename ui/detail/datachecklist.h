// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calls/call.h"

#include <QWidget>
#include <array>

class QGridLayout;
class QLabel;
class QToolButton;

namespace anrufwarte {

class Look;
class TextLabel;

/// "Datenlage": which of the six parts of a call are there, to come, missing or impossible, each as icon and
/// text; and the fields that could not be read.
class DataChecklist : public QWidget
{
    Q_OBJECT
public:
    explicit DataChecklist(Look &look, QWidget *parent = nullptr);

    void showCall(const Call &call, qint64 nowMs);

    [[nodiscard]] QString partText(Part part) const;
    [[nodiscard]] QString warningText() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Item
    {
        QLabel *icon = nullptr;
        TextLabel *text = nullptr;
        DataState state = DataState::Pending;
    };

    void arrange();
    void render();
    void renderWarnings();
    void recolour();

    const Look &m_look;
    TextLabel *m_title = nullptr;
    TextLabel *m_hint = nullptr;
    QGridLayout *m_grid = nullptr;
    std::array<Item, PartCount> m_items;
    QToolButton *m_warningLine = nullptr;
    TextLabel *m_warnings = nullptr;
    int m_columns = 0;

    Call m_call;
    qint64 m_nowMs = 0;
};

} // namespace anrufwarte
