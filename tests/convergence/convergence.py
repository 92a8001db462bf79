#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves with the real programs that nothing stays wrong, and prints what became of it.

    convergence.py [--all] [--calls N] [PART…]      all parts without a name

storm   webhooks lost, doubled, late, forged; API answers failing in every way; the program killed again and again
ends    call_ended lost for every call; and Retell that still says ongoing
outage  no webhook for an hour of the calls' time, the program down and killed in between
resync  a person's resync: dry, whole, again, interrupted, killed
key     Retell refuses the key

--all prints the rows that passed, too; --calls and --seed are for the storm (150; the long proof takes 2000). Ends with 1
when a row failed.
"""
import argparse
import importlib
import pathlib
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS / "attack"), str(TESTS / "support")]

import parts  # noqa: E402 - lives in a folder just named

PARTS = ("storm", "ends", "outage", "resync", "key")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[*PARTS, []])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--calls", type=int, default=150)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    adders = {part: importlib.import_module(f"{part}_part").add for part in options.parts or PARTS}
    return parts.run(adders, options, shows_all=options.all)


if __name__ == "__main__":
    sys.exit(main())
