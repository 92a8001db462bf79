// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "ui/shell/factspopover.h"

namespace anrufwarte {

/// Behind "Datenbank" in the status bar.
class StorePopover : public FactsPopover
{
    Q_OBJECT
public:
    StorePopover(const Look &look, QWidget *parent);

    void setHealth(const StoreHealth &health);

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<FactGrid::Fact> facts() const override;

private:
    StoreHealth m_health;
};

} // namespace anrufwarte
