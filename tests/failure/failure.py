#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets everything around the program fail and prints what became of it.

    failure.py [--all] [PART…]      all parts without a name, but not memory

socket    the i-th accept, read, write or shutdown of the listener fails, for all i
store     the i-th open, read, write, sync or truncation of the store's files fails, for all i; running and at the start
trouble   no directory, no descriptors, a quota, a disk that turns read-only or keeps no sync; nobody who reads the log
sync      strace: a sync of the write-ahead log before every 204
kill      kill -9 and SIGTERM under load, again and again
damage    bits, pages and whole files of the store are damaged, at random
closing   the window under load: SIGTERM
memory    resident memory over half an hour of webhooks

--all prints the rows that passed, too. In ./test the parts run small; the long proof:

    failure.py --all --thorough --rounds 200 --damages 200
    failure.py --all memory --minutes 30

Ends with 1 when a row failed.
"""
import argparse
import importlib
import pathlib
import random
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS / "attack"), str(TESTS / "support")]

import parts  # noqa: E402 - lives in a folder just named

PARTS = ("socket", "store", "trouble", "sync", "kill", "damage", "closing")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[*PARTS, "memory", []])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--thorough", action="store_true", help="socket, store: more kinds of failing, and every step of a start")
    parser.add_argument("--rounds", type=int, default=10, help="kill (10)")
    parser.add_argument("--damages", type=int, default=20, help="damage (20)")
    parser.add_argument("--minutes", type=float, default=30, help="memory (30)")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6), help="kill, damage; printed")
    options = parser.parse_args()
    adders = {part: importlib.import_module(f"{part}_part").add for part in options.parts or PARTS}
    return parts.run(adders, options, shows_all=options.all)


if __name__ == "__main__":
    sys.exit(main())
