// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

class QLabel;
class QVBoxLayout;

namespace anrufwarte {

class Look;
class SidebarItem;
class TextLabel;

enum class PageId
{
    Live,
    Resync,
    Settings
};

/// The pages of the program. 204 px wide, or 56 px with icons only: by choice, or while the window is too
/// narrow.
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Width = 204, CollapsedWidth = 56, NarrowWindow = 1180;

    explicit Sidebar(const Look &look, QWidget *parent = nullptr);

    void setCurrent(PageId page);
    void setRunning(int calls);
    void setResyncProgress(std::optional<double> share); ///< of a run that goes on
    void setSubtitle(const QString &text);

    void setCollapsedByChoice(bool collapsed);
    [[nodiscard]] bool collapsedByChoice() const { return m_byChoice; }
    void setWindowWidth(int width); ///< collapses by itself below NarrowWindow
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }

Q_SIGNALS:
    void pageChosen(anrufwarte::PageId page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildBrand(QVBoxLayout *column);
    void connectItem(SidebarItem *item, PageId page);
    void retranslate();
    void recollapse();

    const Look &m_look;
    QLabel *m_mark;
    TextLabel *m_name;
    TextLabel *m_subtitle;
    SidebarItem *m_live;
    SidebarItem *m_resync;
    SidebarItem *m_settings;
    bool m_byChoice = false;
    bool m_narrow = false;
    bool m_collapsed = false;
};

} // namespace anrufwarte
