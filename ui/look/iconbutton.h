// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/tokens.h"

#include <QToolButton>

namespace anrufwarte {

class Look;

/// A 32 px button that shows an icon only; its name goes to tooltip and screen reader. Enter presses it like
/// Space, whatever the desktop.
class IconButton : public QToolButton
{
    Q_OBJECT
public:
    IconButton(const Look &look, QString iconName, QWidget *parent = nullptr);

    void setLabel(const QString &label, const QKeySequence &shortcut = {});
    void setIconName(const QString &iconName);
    void setBadge(int count); ///< a small red number at the corner; 0 = none

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void reload();

    const Look &m_look;
    QString m_iconName;
    int m_badge = 0;
};

} // namespace anrufwarte
