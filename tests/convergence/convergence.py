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
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "attack"))

from table import Table  # noqa: E402 - lives in the folder just named

PARTS = ("storm", "ends", "outage", "resync", "key")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[*PARTS, []])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--calls", type=int, default=150)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    failures = 0
    for part in options.parts or PARTS:
        table = Table()
        began = time.monotonic()
        table.group(importlib.import_module(f"{part}_part").add, options)
        table.print(options.all)
        print(f"{part}: {len(table.rows)} rows, {len(table.failures)} failed, {time.monotonic() - began:.1f} s", flush=True)
        failures += len(table.failures)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
