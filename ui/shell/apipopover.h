// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/health.h"
#include "ui/shell/factspopover.h"

namespace anrufwarte {

/// Behind "Abruf" and "Retell-API" in the status bar.
class ApiPopover : public FactsPopover
{
    Q_OBJECT
public:
    ApiPopover(const Look &look, QWidget *parent);

    void setHealth(const ApiHealth &health, qint64 nowMs);

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<FactGrid::Fact> facts() const override;

private:
    ApiHealth m_health;
    qint64 m_nowMs = 0; ///< when it was heard
};

} // namespace anrufwarte
