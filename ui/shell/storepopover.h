// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "ui/shell/popover.h"

namespace anrufwarte {

class FactGrid;
class TextLabel;

/// Behind "Datenbank" in the status bar.
class StorePopover : public Popover
{
    Q_OBJECT
public:
    StorePopover(const Look &look, QWidget *parent);

    void setHealth(const StoreHealth &health);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    StoreHealth m_health;
    TextLabel *m_title;
    FactGrid *m_facts;
};

} // namespace anrufwarte
