// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace anrufwarte {

class IconButton;
class Look;
class SearchField;
class TextLabel;

/// The head of a page: title, one line of context, search, the bell.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const Look &look, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setContext(const QString &text, bool warning);
    void setMessageCount(int count);

    /// Empty placeholder = this page cannot be searched.
    void setSearch(const QString &placeholder);
    /// A button beside the search; empty text = none. In a narrow window only its icon.
    void setAction(const QString &text, const QString &iconName);
    void focusSearch();
    [[nodiscard]] bool isSearching() const; ///< the focus is in the search
    void clearSearch();

    [[nodiscard]] QWidget *bell() const;

Q_SIGNALS:
    void searchChanged(const QString &text); ///< 250 ms after the last key
    void searchDone(); ///< Enter, or Esc (which clears): the focus belongs to what was found
    void bellPressed();
    void actionPressed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void recolour();
    void fitAction();
    void fitContext();

    const Look &m_look;
    TextLabel *m_title;
    TextLabel *m_context;
    QString m_contextText; ///< whole
    SearchField *m_search;
    QPushButton *m_action;
    QString m_actionText;
    QString m_actionIcon;
    IconButton *m_bell;
};

} // namespace anrufwarte
