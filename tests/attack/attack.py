#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks the headless program from outside and prints what became of it.

    attack.py [--all] [SUITE…]      all suites without a name; --all prints the rows that passed, too
    attack.py --figures             only what attacks cost, as figures beside their goals

The figures (rows 7 and 8 of the goals) are always printed; they want the machine for themselves. Ends with 1 when a row
failed or is short of its floor.
"""
import importlib
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import parts  # noqa: E402 - lives in the folder just named

SUITES = ("http", "path", "signature", "address", "tls", "corpus", "slow", "endless", "crowd", "flood", "json", "call", "merge",
          "store", "process", "settings", "cli")
FIGURES = "figure"


def main(arguments):
    named = [word for word in arguments if not word.startswith("--")]
    suites = [FIGURES] if "--figures" in arguments else named or (*SUITES, FIGURES)
    adders = {suite: importlib.import_module(f"{suite}_rows").add for suite in suites}
    return parts.run(adders, shows_all="--all" in arguments, always_shown=[FIGURES])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
