// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <optional>

namespace anrufwarte {

class Look;

/// One page in the sidebar: icon, name, perhaps a number. The chosen one is checked.
class SidebarItem : public QAbstractButton
{
    Q_OBJECT
public:
    SidebarItem(const Look &look, QString iconName, QWidget *parent = nullptr);

    void setLabel(const QString &label, const QKeySequence &shortcut);
    void setBadge(int count);                      ///< 0 = none
    void setProgress(std::optional<double> share); ///< 0..1: a thin line; empty = none
    void setCollapsed(bool collapsed);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBadge(QPainter &painter) const;
    [[nodiscard]] QString badgeText() const;
    [[nodiscard]] int badgeWidth() const;
    void paintProgress(QPainter &painter) const;
    void describe();

    const Look &m_look;
    QString m_iconName;
    QString m_shortcut;
    int m_badge = 0;
    std::optional<double> m_progress;
    bool m_collapsed = false;
};

} // namespace anrufwarte
