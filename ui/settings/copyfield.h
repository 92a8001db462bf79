// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/textfield.h"

namespace anrufwarte {

class IconButton;

/// An address that is entered here and copied to somewhere else.
class CopyField : public TextField
{
    Q_OBJECT
public:
    CopyField(const Look &look, const char *key, QWidget *parent = nullptr);

    void retranslate() override;

private:
    void copy();

    IconButton *m_copy;
};

} // namespace anrufwarte
