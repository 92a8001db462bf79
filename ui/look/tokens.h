// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <array>

class QPalette;

namespace anrufwarte {

/// The design tokens of ui.md §4 for one theme. The only place where colours are numbers.
struct Tokens
{
    bool dark = false;
    QColor window, sidebar, surface, raised, hover;
    QColor line, line2, control;
    QColor text, text2, text3, disabled;
    QColor accent, onAccent, accentText, selection, accentBg;
    QColor ok, okBg, warn, warnBg, warnMark, danger, dangerBg;
    QColor bubbleAgent, bubbleCaller, mark, markText;
    std::array<QColor, 4> percentile; ///< p50 p90 p95 p99
    std::array<QColor, 5> share;      ///< c1 .. c5
    QColor grid, threshold;

    [[nodiscard]] static Tokens light();
    [[nodiscard]] static Tokens darkTheme();
    /// For a high-contrast system: its own few colours, none of ours.
    [[nodiscard]] static Tokens fromPalette(const QPalette &palette);
};

/// Distances and sizes of ui.md §4, in device-independent pixels at 100 %.
namespace metric {
inline constexpr int ControlHeight = 32, CompactControlHeight = 28;
inline constexpr int RowHeight = 36, HeaderHeight = 30;
inline constexpr int RadiusChip = 4, RadiusControl = 6, RadiusCard = 8, RadiusDialog = 12;
inline constexpr int FocusWidth = 2;
} // namespace metric

} // namespace anrufwarte
