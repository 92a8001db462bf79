// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/tokens.h"

#include <QPalette>

namespace anrufwarte {

namespace {
QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}
} // namespace

Tokens Tokens::light()
{
    Tokens t;
    t.window = rgb(0xF4F6F8);
    t.sidebar = rgb(0xEAEEF2);
    t.surface = rgb(0xFFFFFF);
    t.raised = rgb(0xF7F9FB);
    t.hover = rgb(0xF1F4F7);
    t.line = rgb(0xE1E6EB);
    t.line2 = rgb(0xCBD3DB);
    t.control = rgb(0x7F8B99);
    t.text = rgb(0x17212B);
    t.text2 = rgb(0x465463);
    t.text3 = rgb(0x5B6978);
    t.disabled = rgb(0x97A2AE);
    t.accent = rgb(0x1B5FB8);
    t.onAccent = rgb(0xFFFFFF);
    t.accentText = rgb(0x1B5FB8);
    t.selection = rgb(0xE3EDFA);
    t.accentBg = rgb(0xE8F0FB);
    t.ok = rgb(0x0B7A57);
    t.okBg = rgb(0xE3F4EE);
    t.warn = rgb(0x8F5200);
    t.warnBg = rgb(0xFFF3DC);
    t.warnMark = rgb(0xC77700);
    t.danger = rgb(0xB3261E);
    t.dangerBg = rgb(0xFDECEA);
    t.bubbleAgent = rgb(0xF1F4F7);
    t.bubbleCaller = rgb(0xE8F0FB);
    t.mark = rgb(0xFFE38A);
    t.markText = rgb(0x17212B);
    t.percentile = {rgb(0x6796D3), rgb(0x3E78C2), rgb(0x17539F), rgb(0x0C2F5E)};
    t.share = {rgb(0x1B5FB8), rgb(0x6796D3), rgb(0x7B8896), rgb(0x0C2F5E), rgb(0x3A8F9C)};
    t.grid = rgb(0xE8ECF0);
    t.threshold = rgb(0xB3261E);
    return t;
}

Tokens Tokens::darkTheme()
{
    Tokens t;
    t.dark = true;
    t.window = rgb(0x12161B);
    t.sidebar = rgb(0x0E1216);
    t.surface = rgb(0x1A1F26);
    t.raised = rgb(0x20262E);
    t.hover = rgb(0x222932);
    t.line = rgb(0x2A323C);
    t.line2 = rgb(0x3A4551);
    t.control = rgb(0x74818F);
    t.text = rgb(0xE6EBF0);
    t.text2 = rgb(0xB3BEC9);
    t.text3 = rgb(0x93A0AD);
    t.disabled = rgb(0x5F6B77);
    t.accent = rgb(0x2E6FCB);
    t.onAccent = rgb(0xFFFFFF);
    t.accentText = rgb(0x7FB2F5);
    t.selection = rgb(0x1E3049);
    t.accentBg = rgb(0x1B2C43);
    t.ok = rgb(0x4FC39B);
    t.okBg = rgb(0x16302A);
    t.warn = rgb(0xF0B44C);
    t.warnBg = rgb(0x33280F);
    t.warnMark = rgb(0xF0B44C);
    t.danger = rgb(0xFF8A80);
    t.dangerBg = rgb(0x3A1D1C);
    t.bubbleAgent = rgb(0x222932);
    t.bubbleCaller = rgb(0x1B2C43);
    t.mark = rgb(0x6B5300);
    t.markText = rgb(0xFFF6D6);
    t.percentile = {rgb(0x4176B5), rgb(0x5B97E0), rgb(0x8FBCF7), rgb(0xD5E6FD)};
    t.share = {rgb(0x5B97E0), rgb(0xA9CBF5), rgb(0x74818F), rgb(0x4176B5), rgb(0x6CC0CB)};
    t.grid = rgb(0x262E37);
    t.threshold = rgb(0xFF8A80);
    return t;
}

Tokens Tokens::fromPalette(const QPalette &palette)
{
    const QColor ink = palette.color(QPalette::WindowText);
    const QColor paper = palette.color(QPalette::Base);
    const QColor mark = palette.color(QPalette::Highlight);
    Tokens t;
    t.dark = paper.lightness() < ink.lightness();
    t.window = t.sidebar = palette.color(QPalette::Window);
    t.surface = t.raised = t.hover = t.bubbleAgent = t.bubbleCaller = paper;
    t.accentBg = t.okBg = t.warnBg = t.dangerBg = paper;
    t.line = t.line2 = t.control = t.text = t.text2 = t.text3 = t.accentText = ink;
    t.ok = t.warn = t.warnMark = t.danger = t.grid = t.threshold = ink;
    t.disabled = palette.color(QPalette::Disabled, QPalette::WindowText);
    t.accent = mark;
    t.onAccent = palette.color(QPalette::HighlightedText);
    t.selection = paper; // its 3 px bar says it; every text colour must stay readable on it
    t.mark = mark;
    t.markText = t.onAccent;
    t.percentile.fill(ink);
    t.share.fill(ink);
    return t;
}

} // namespace anrufwarte
