// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/look.h"

#include "ui/look/style.h"
#include "ui/look/systemtheme.h"
#include "ui/look/tintedicon.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QFontInfo>
#include <QToolTip>

/// Outside of every namespace, as Q_INIT_RESOURCE wants it.
static void initResources()
{
    Q_INIT_RESOURCE(anrufwarte);
}

namespace anrufwarte {

namespace {

constexpr int BodyPixels = 13;

struct FontSpec
{
    int pixels;
    QFont::Weight weight;
};

constexpr FontSpec spec(TextStyle style)
{
    switch (style) {
    case TextStyle::Caption:
        return {11, QFont::Medium};
    case TextStyle::Small:
        return {12, QFont::Normal};
    case TextStyle::SmallMedium:
        return {12, QFont::Medium};
    case TextStyle::Body:
        return {BodyPixels, QFont::Normal};
    case TextStyle::BodyMedium:
        return {BodyPixels, QFont::Medium};
    case TextStyle::BodyBold:
        return {BodyPixels, QFont::DemiBold};
    case TextStyle::Section:
        return {14, QFont::DemiBold};
    case TextStyle::CallTitle:
        return {16, QFont::DemiBold};
    case TextStyle::Page:
        return {20, QFont::DemiBold};
    case TextStyle::Kpi:
        return {22, QFont::DemiBold};
    case TextStyle::BigTotal:
        return {26, QFont::DemiBold};
    case TextStyle::Mono:
        return {12, QFont::Normal};
    }
    return {BodyPixels, QFont::Normal};
}

/// Desktops come with 9 to 11 pt, which is 12 to 14.7 px: all of that is 100 %. Beyond it somebody has
/// chosen.
qreal systemScale(const QFont &systemFont)
{
    constexpr qreal SmallestDefault = 12.0;
    constexpr qreal LargestDefault = 14.7;
    const qreal pixels = QFontInfo(systemFont).pixelSize();
    if (pixels > LargestDefault)
        return qMin(pixels / LargestDefault, 2.5);
    return pixels < SmallestDefault ? qMax(pixels / SmallestDefault, 0.85) : 1.0;
}

void loadFonts()
{
    const QDir fonts(QStringLiteral(":/fonts"));
    for (const QString &file : fonts.entryList({QStringLiteral("*.otf"), QStringLiteral("*.ttf")}))
        QFontDatabase::addApplicationFont(fonts.filePath(file));
}

QPalette paletteFrom(const Tokens &t)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &color) { p.setColor(role, color); };
    set(QPalette::Window, t.window);
    set(QPalette::WindowText, t.text);
    set(QPalette::Base, t.surface);
    set(QPalette::AlternateBase, t.raised);
    set(QPalette::Text, t.text);
    set(QPalette::PlaceholderText, t.text3);
    set(QPalette::Button, t.surface);
    set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.onAccent);
    set(QPalette::Highlight, t.selection);
    set(QPalette::HighlightedText, t.text);
    set(QPalette::ToolTipBase, t.surface);
    set(QPalette::ToolTipText, t.text);
    set(QPalette::Link, t.accentText);
    set(QPalette::LinkVisited, t.accentText);
    set(QPalette::Light, t.raised);
    set(QPalette::Midlight, t.line);
    set(QPalette::Mid, t.line2);
    set(QPalette::Dark, t.control);
    set(QPalette::Shadow, t.line2);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.disabled);
    return p;
}

} // namespace

Look::Look(QObject *parent) : QObject(parent), m_system(new SystemTheme(this))
{
    connect(m_system, &SystemTheme::changed, this, &Look::apply);
}

Look::~Look() = default;

void Look::install()
{
    initResources();
    loadFonts();
    m_systemPalette = QApplication::palette();

    QFont body = QApplication::font();
    const qreal scale = systemScale(body);
    body = QFont(QStringLiteral("Anrufwarte Sans"));
    body.setPixelSize(qRound(BodyPixels * scale));
    body.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(body);
    for (const char *type : {"QPushButton", "QToolButton", "QTabBar"})
        QApplication::setFont(font(TextStyle::BodyMedium), type);
    QApplication::setFont(font(TextStyle::SmallMedium), "QHeaderView");
    QToolTip::setFont(font(TextStyle::Small));

    QApplication::setStyle(new Style(*this)); // the application owns it
    m_installed = true;
    apply();
    m_system->ask();
}

void Look::setTheme(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

Tokens Look::wantedTokens() const
{
    if (m_system->highContrast())
        return Tokens::fromPalette(m_systemPalette);
    const bool paletteIsDark = m_systemPalette.color(QPalette::Window).lightness() <
                               m_systemPalette.color(QPalette::WindowText).lightness();
    const bool dark = m_choice == ThemeChoice::Dark ||
                      (m_choice == ThemeChoice::Auto && m_system->dark().value_or(paletteIsDark));
    return dark ? Tokens::darkTheme() : Tokens::light();
}

void Look::apply()
{
    if (!m_installed && m_choice == ThemeChoice::Auto)
        return;
    m_tokens = wantedTokens();
    m_pixmaps.clear();
    if (m_installed) {
        const QPalette palette = m_system->highContrast() ? m_systemPalette : paletteFrom(m_tokens);
        QApplication::setPalette(palette);
        // A few marked letters need a stronger ground than a whole selected row.
        QPalette editing = palette;
        editing.setColor(QPalette::Highlight, m_tokens.accent);
        editing.setColor(QPalette::HighlightedText, m_tokens.onAccent);
        for (const char *type : {"QLineEdit", "QTextEdit", "QPlainTextEdit"})
            QApplication::setPalette(editing, type);
        QToolTip::setPalette(palette);
    }
    Q_EMIT
    changed();
}

QFont Look::font(TextStyle style)
{
    QFont font = QApplication::font();
    const qreal scale = font.pixelSize() > 0 ? font.pixelSize() / qreal(BodyPixels) : 1.0;
    const FontSpec wanted = spec(style);
    if (style == TextStyle::Mono)
        font.setFamilies({QStringLiteral("Anrufwarte Mono"), QStringLiteral("monospace")});
    font.setPixelSize(qRound(wanted.pixels * scale));
    font.setWeight(wanted.weight);
    return font;
}

QIcon Look::icon(const QString &name, const QColor &color) const
{
    return QIcon(new TintedIconEngine(name, color, m_tokens.disabled));
}

QPixmap Look::pixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio) const
{
    const PixmapKey key{name, color.rgba(), size, devicePixelRatio};
    auto found = m_pixmaps.constFind(key);
    if (found == m_pixmaps.constEnd())
        found = m_pixmaps.insert(key, tintedPixmap(name, color, size, devicePixelRatio));
    return *found;
}

} // namespace anrufwarte
