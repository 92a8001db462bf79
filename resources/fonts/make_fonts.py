#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the bundled fonts from the ones of Debian (fonts-inter, fonts-jetbrains-mono; python3-fonttools).

Qt before 6.7 cannot switch a font feature on, so the tabular digits of Inter are frozen in: the cmap of each
character that the feature `tnum` replaces is pointed at the replacement. The result is a changed font under the OFL
and carries a name of its own. Both fonts are cut down to the characters a European user interface needs.

    python3 make_fonts.py [TARGET_FOLDER]
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
MONO = pathlib.Path("/usr/share/fonts/truetype/jetbrains-mono")
FAMILY = "Anrufwarte Sans"
MONO_FAMILY = "Anrufwarte Mono"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}

UNICODES = [
    *range(0x20, 0x7F),      # Basic Latin
    *range(0xA0, 0x180),     # Latin-1, Latin Extended-A
    *range(0x218, 0x21C),    # Romanian comma below
    0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DB, 0x2DC, 0x2DD, 0x1E9E,
    *range(0x2000, 0x2010),  # spaces, joiners
    *range(0x2010, 0x2028), 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044,
    *range(0x20A0, 0x20C1),  # currency
    0x2116, 0x2122, *range(0x2190, 0x219A), 0x21A9, 0x21AA, 0x21BB, 0x2318, 0x21E7, 0x2325, 0x232B,
    0x2202, 0x2206, 0x2211, 0x2212, 0x2215, 0x2219, 0x221A, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265,
    *range(0x2500, 0x2580), 0x25A0, 0x25A1, 0x25AA, 0x25B2, 0x25B6, 0x25BC, 0x25C0, 0x25CB, 0x25CF, 0x25E6,
    0x2713, 0x2717, 0xFFFD,
]


def freeze(font: TTFont, feature: str) -> None:
    """Makes the single substitutions of a feature the ordinary look of their characters."""
    gsub = font["GSUB"].table
    indices = {i for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == feature
               for i in record.Feature.LookupListIndex}
    replaced = {}
    for index in sorted(indices):
        for table in gsub.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            replaced.update(getattr(table, "mapping", {}))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {code: replaced.get(glyph, glyph) for code, glyph in table.cmap.items()}


def even_digits(font: TTFont) -> None:
    """Interpolated weights of Inter leave single tabular digits a thousandth narrower than the others."""
    metrics, names = font["hmtx"].metrics, [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
    widest = max(metrics[name][0] for name in names)
    for name in names:
        metrics[name] = (widest, metrics[name][1])


def cut(font: TTFont, features: list[str]) -> None:
    options = subset.Options(layout_features=features, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17],
                             hinting=False, notdef_outline=True, recommended_glyphs=True, glyph_names=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=UNICODES)
    cutter.subset(font)


def rename(font: TTFont, family: str, style: str, weight: int) -> None:
    """One family with all weights (names 16/17), and the four-style names 1/2 old readers need."""
    name = font["name"]
    postscript = f"{family}-{style}".replace(" ", "")
    linked = style in ("Regular", "Bold")
    values = {1: family if linked else f"{family} {style}", 2: style if linked else "Regular",
              3: f"{postscript};made by make_fonts.py", 4: f"{family} {style}", 6: postscript,
              16: family, 17: style}
    for record in list(name.names):
        if record.nameID in values or record.platformID != 3:
            name.removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
    for name_id, value in values.items():
        name.setName(value, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        cff.topDictIndex[0].FamilyName = family
        cff.topDictIndex[0].FullName = f"{family} {style}"


def main() -> None:
    target = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    for style, weight in WEIGHTS.items():
        font = TTFont(INTER / f"Inter-{style}.otf", recalcTimestamp=False)
        freeze(font, "tnum")
        even_digits(font)
        cut(font, ["kern", "mark", "mkmk", "ccmp", "locl"])
        rename(font, FAMILY, style, weight)
        font.save(target / f"AnrufwarteSans-{style}.otf")
    font = TTFont(MONO / "JetBrainsMono-Regular.ttf", recalcTimestamp=False)
    cut(font, ["ccmp", "mark", "locl"])  # without "calt": JSON and signatures must not turn into ligatures
    rename(font, MONO_FAMILY, "Regular", 400)
    font.save(target / "AnrufwarteMono-Regular.ttf")


if __name__ == "__main__":
    main()
