// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/textfield.h"

class QPushButton;

namespace anrufwarte {

/// The path of a PEM file, typed or chosen.
class FileField : public TextField
{
    Q_OBJECT
public:
    FileField(const Look &look, const char *key, QWidget *parent = nullptr);

    void retranslate() override;

private:
    void choose();

    QPushButton *m_choose;
};

} // namespace anrufwarte
