// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>
#include <optional>

namespace anrufwarte {

/// The language of the program: ours and Qt's own words, and the default locale. Changing it sends
/// LanguageChange to all windows.
class Language
{
public:
    Language() = default;
    ~Language();
    Q_DISABLE_COPY_MOVE(Language)

    /// "de", "en", or "auto": what the system says, English when it is neither.
    void use(const QString &choice);
    [[nodiscard]] const QString &current() const { return m_current; } ///< "de" or "en"

    /// The value of --lang: needed before the command line is read, because --help speaks it. Empty when not
    /// given.
    [[nodiscard]] static std::optional<QString> inArguments(const QStringList &arguments);

private:
    void remove();

    QString m_current = QStringLiteral("en");
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace anrufwarte
