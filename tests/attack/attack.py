#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks the headless program from outside and prints what became of it.

    attack.py [--all] [SUITE…]      all suites without a name; --all prints the rows that passed, too

Ends with 1 when a row failed.
"""
import importlib
import sys
import time

from table import Table

SUITES = ("http", "path", "signature", "address", "tls", "slow", "flood", "json", "call", "merge", "store", "process",
          "settings", "cli")


def main(arguments):
    shows_all = "--all" in arguments
    suites = [word for word in arguments if not word.startswith("--")] or SUITES
    failures = 0
    for suite in suites:
        table = Table()
        began = time.monotonic()
        importlib.import_module(f"{suite}_rows").add(table)
        table.print(shows_all)
        print(f"{suite}: {len(table.rows)} rows, {len(table.failures)} failed, {time.monotonic() - began:.1f} s")
        failures += len(table.failures)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
