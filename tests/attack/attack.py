#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks the headless program from outside and prints what became of it.

    attack.py [--all] [SUITE…]      all suites without a name; --all prints the rows that passed, too
    attack.py --figures             what attacks cost, as figures beside their goals; wants the machine for itself

Ends with 1 when a row failed.
"""
import importlib
import sys
import time

from table import Table

SUITES = ("http", "path", "signature", "address", "tls", "corpus", "slow", "endless", "crowd", "flood", "json", "call", "merge",
          "store", "process", "settings", "cli")
FIGURES = "figure"


def run(suite, shows_all):
    """Prints the rows that matter; suite, rows, failed, skipped and seconds for the table at the end."""
    table = Table()
    began = time.monotonic()
    importlib.import_module(f"{suite}_rows").add(table)
    seconds = time.monotonic() - began
    table.print(shows_all)
    print(f"{suite}: {len(table.rows)} rows, {len(table.failures)} failed, {seconds:.1f} s", flush=True)
    return suite, len(table.rows), len(table.failures), len(table.skipped), seconds


def print_summary(results):
    heads = ("suite", "rows", "failed", "skipped", "seconds")
    results = [*results, ("in all", *(sum(column) for column in list(zip(*results))[1:]))]
    print("\n" + f"{heads[0]:<10}" + "".join(f"{head:>9}" for head in heads[1:]))
    for suite, rows, failed, skipped, seconds in results:
        print(f"{suite:<10}{rows:>9}{failed:>9}{skipped:>9}{seconds:>9.1f}")


def main(arguments):
    shows_figures = "--figures" in arguments
    named = [word for word in arguments if not word.startswith("--")]
    suites = [FIGURES] if shows_figures else named or SUITES
    results = [run(suite, shows_figures or "--all" in arguments) for suite in suites]
    if len(results) > 1:
        print_summary(results)
    return 1 if any(failed for _, _, failed, _, _ in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
