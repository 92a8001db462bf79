// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace anrufwarte {

class Look;
class TextLabel;

/// One line of a form: name and hint on the left, what is edited on the right, and under it a place for one
/// message. Name and hint (or message) also reach screen readers through the editor.
class FormRow : public QWidget
{
    Q_OBJECT
public:
    explicit FormRow(const Look &look, QWidget *parent = nullptr);

    void setTexts(const QString &name, const QString &hint = {});
    [[nodiscard]] QString name() const;

    void setMessage(const QString &message); ///< empty = all is well
    [[nodiscard]] QString message() const;

    [[nodiscard]] QWidget *editor() const { return m_editor; }

protected:
    /// The widget that gets focus, name and hint. Once, by the subclass.
    void setEditor(QWidget *editor, int stretch = 1);
    void addBelow(QWidget *widget); ///< under the field, at its own width
    [[nodiscard]] QHBoxLayout *fieldLayout() const { return m_field; }
    [[nodiscard]] const Look &look() const { return m_look; }

private:
    void describeEditor();

    const Look &m_look;
    TextLabel *m_name;
    TextLabel *m_hint;
    TextLabel *m_message;
    QHBoxLayout *m_field;
    QVBoxLayout *m_right;
    QPointer<QWidget> m_editor;
};

} // namespace anrufwarte
