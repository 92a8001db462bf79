// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

class QVBoxLayout;

namespace anrufwarte {

class Look;
class StateNote;

/// A tab of the detail pane about one part of a call: its content, or a note why there is none. Tells its
/// heir when to write its words anew and when to arrange itself for a narrow pane.
class PartPage : public QWidget
{
    Q_OBJECT
public:
    explicit PartPage(Look &look, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    virtual void render() = 0;
    virtual void arrange(bool narrow) = 0; ///< render() follows
    [[nodiscard]] bool isNarrow() const { return m_isNarrow.value_or(false); }
    /// Calls both for the first time: the last line of an heir's constructor.
    void begin();

    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    [[nodiscard]] StateNote *missing() const { return m_missing; }
    void showPart(bool exists); ///< or else the note

private:
    StateNote *m_missing = nullptr;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    std::optional<bool> m_isNarrow; ///< unknown before the first layout
};

} // namespace anrufwarte
