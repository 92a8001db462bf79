// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "ui/shell/popover.h"

namespace anrufwarte {

class FactGrid;
class TextLabel;

/// Behind "Abruf" and "Retell-API" in the status bar.
class ApiPopover : public Popover
{
    Q_OBJECT
public:
    ApiPopover(const Look &look, QWidget *parent);

    void setHealth(const ApiHealth &health, qint64 nowMs);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    ApiHealth m_health;
    qint64 m_nowMs = 0;
    TextLabel *m_title;
    FactGrid *m_facts;
};

} // namespace anrufwarte
