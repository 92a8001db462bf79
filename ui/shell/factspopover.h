// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/factgrid.h"
#include "ui/shell/popover.h"

namespace anrufwarte {

class TextLabel;

/// A popover of a title and facts below it.
class FactsPopover : public Popover
{
    Q_OBJECT
public:
    FactsPopover(const Look &look, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

    /// Again after a change of what is shown, and of the language.
    void refresh();
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QList<FactGrid::Fact> facts() const = 0;

private:
    TextLabel *m_title;
    FactGrid *m_facts;
};

} // namespace anrufwarte
