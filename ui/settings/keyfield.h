// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/tone.h"
#include "ui/settings/formrow.h"

class QLineEdit;
class QPushButton;

namespace anrufwarte {

class Chip;

/// Takes a key and never shows one: what is typed is hidden, handed over once and forgotten.
class KeyField : public FormRow
{
    Q_OBJECT
public:
    KeyField(const Look &look, const QString &objectName, QWidget *parent = nullptr);

    void setState(const QString &text, Tone tone, const QString &iconName); ///< empty text = nothing to say
    void setPlaceholder(const QString &text);
    void retranslate();

    [[nodiscard]] bool isPending() const; ///< something is typed and not yet handed over
    void submit();                        ///< hands over what is typed, if anything
    void forget();

Q_SIGNALS:
    void edited();
    void entered(const QByteArray &key); ///< trimmed, not empty

private:
    QLineEdit *m_line;
    QPushButton *m_store;
    Chip *m_state;
};

} // namespace anrufwarte
