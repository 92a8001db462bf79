# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the parts of a proof one after the other and prints their rows, and at the end what became of each part."""
import time

from table import Table

HEADS = ("part", "rows", "failed", "left out", "seconds")


def run(parts, *given, shows_all=False, always_shown=()):
    """`parts`: by name; each adds its rows to a table, with what is `given` to all. The exit code: 1 when a row failed."""
    results = [_run(name, add, given, shows_all or name in always_shown) for name, add in parts.items()]
    if len(results) > 1:
        _print_summary(results)
    return 1 if any(failed for _, _, failed, _, _ in results) else 0


def _run(name, add, given, shows_all):
    table = Table()
    began = time.monotonic()
    table.group(add, *given)
    seconds = time.monotonic() - began
    table.print(shows_all)
    print(f"{name}: {len(table.rows)} rows, {len(table.failures)} failed, {seconds:.1f} s", flush=True)
    return name, len(table.rows), len(table.failures), len(table.skipped), seconds


def _print_summary(results):
    results = [*results, ("in all", *(sum(column) for column in list(zip(*results))[1:]))]
    print("\n" + f"{HEADS[0]:<12}" + "".join(f"{head:>10}" for head in HEADS[1:]))
    for name, *counts, seconds in results:
        print(f"{name:<12}" + "".join(f"{count:>10}" for count in counts) + f"{seconds:>10.1f}")
