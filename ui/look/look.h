// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/tokens.h"

#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPalette>

namespace anrufwarte {

class SystemTheme;

enum class ThemeChoice
{
    Auto,
    Light,
    Dark
};

/// Sizes and weights of ui.md §4; they scale with the system font.
enum class TextStyle
{
    Caption,     ///< 11/500
    Small,       ///< 12/400
    SmallMedium, ///< 12/500
    Body,        ///< 13/400
    BodyMedium,  ///< 13/500
    BodyBold,    ///< 13/600
    Section,     ///< 14/600
    CallTitle,   ///< 16/600
    Page,        ///< 20/600
    Kpi,         ///< 22/600
    BigTotal,    ///< 26/600
    Mono,        ///< 12/400 JetBrains Mono
};

/// How the program looks just now: theme, tokens, fonts and tinted icons. One object, made by the application
/// and passed by reference; widgets repaint on changed(). Main thread only.
class Look : public QObject
{
    Q_OBJECT
public:
    explicit Look(QObject *parent = nullptr);
    ~Look() override;

    /// Loads the bundled fonts, sets palette, style and application font. Once, after QApplication is there.
    void install();

    void setTheme(ThemeChoice choice); ///< Auto follows the system, also while running
    [[nodiscard]] ThemeChoice theme() const { return m_choice; }

    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] static QFont font(TextStyle style);

    /// Lucide icon by file name ("phone-incoming") in a colour; cached per name, colour and size until the
    /// theme changes.
    [[nodiscard]] QIcon icon(const QString &name, const QColor &color) const;
    [[nodiscard]] QPixmap pixmap(const QString &name, const QColor &color, int size,
                                 qreal devicePixelRatio) const;

Q_SIGNALS:
    void changed(); ///< other tokens: repaint

private:
    void apply();
    [[nodiscard]] Tokens wantedTokens() const;

    SystemTheme *m_system;
    bool m_installed = false;
    QPalette m_systemPalette; ///< as it was before ours replaced it
    ThemeChoice m_choice = ThemeChoice::Auto;
    Tokens m_tokens = Tokens::light();
    /// Not one text: tables ask for an icon per cell and frame.
    struct PixmapKey
    {
        QString name;
        QRgb color = 0;
        int size = 0;
        qreal devicePixelRatio = 1.0;

        bool operator==(const PixmapKey &) const = default;
        friend size_t qHash(const PixmapKey &key, size_t seed)
        {
            return qHashMulti(seed, key.name, key.color, key.size, key.devicePixelRatio);
        }
    };
    mutable QHash<PixmapKey, QPixmap> m_pixmaps;
};

} // namespace anrufwarte
