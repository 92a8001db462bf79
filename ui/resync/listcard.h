// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/card.h"
#include "ui/resync/resultlist.h"

class QAbstractItemView;
class QComboBox;
class QHBoxLayout;
class QStackedWidget;

namespace anrufwarte {

class TextLabel;

/// A card with a title, a number, filters at the right, and a table; in place of an empty table a sentence.
class ListCard : public Card
{
    Q_OBJECT
public:
    ListCard(const Look &look, QAbstractItemView *table, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &count, const QString &note);
    void setEmptyText(const QString &text);
    [[nodiscard]] QString count() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QComboBox *addFilter(); ///< from left to right
    void showEmpty(bool empty);

private:
    TextLabel *m_title;
    TextLabel *m_count;
    TextLabel *m_note;
    QHBoxLayout *m_filters;
    QStackedWidget *m_stack;
    TextLabel *m_empty;
};

/// Fills a filter with the three choices of ResultFilter, in the language of now; keeps what is chosen.
void fillResultFilter(QComboBox &box);
[[nodiscard]] ResultFilter resultFilter(const QComboBox &box);

} // namespace anrufwarte
