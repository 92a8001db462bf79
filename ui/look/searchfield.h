// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QAction;

namespace anrufwarte {

class Look;

/// A field to search with: a glass at its beginning, and at its end a button that empties it. Qt's own of
/// both are buttons without a name for a screen reader.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const Look &look, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    const Look &m_look;
    QAction *m_clear;
};

} // namespace anrufwarte
