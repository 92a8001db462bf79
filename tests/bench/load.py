#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the load table: the receiver beside its peers (rows 1 to 5, 7, 21), the window under load (rows 6, 9, 10, 11)
and what kill -9 amid a flood loses (row 22), each part with the real program on this machine.

    load.py [--rounds 3] [--share 1.0] [--bin build/release] [PART…]     all parts without a name

    receiver    receiver.py
    acks        answers to webhooks while the window paints, searches and resyncs
    pixels      from a webhook to the row and to the pixels
    page        10,000 row updates a second against 100, the live page alone
    program     the same, the whole program
    sort        sorted by each column against a sorting proxy
    killed      killed.py

A part says what it sees while it measures; the table comes last. Ends with 1 when a row is short of its floor or a
part could not be measured. Nothing else should run meanwhile.
"""
import argparse
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
WINDOW_PARTS = ("acks", "pixels", "page", "program", "sort")
SCRIPTS = {"receiver": "receiver.py", "killed": "killed.py"}
PARTS = ("receiver", *WINDOW_PARTS, "killed")
PROGRAMS = ("anrufwarte-cli", "webhookload", "storelimit", "barereceiver", "windowload")
HEAD = "| # | what | measured | floor | stretch | |\n|---|---|---|---|---|---|"


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--share", type=float, default=1.0, help="of the receiver's webhooks of a round")
    parser.add_argument("--bin", default=str(HERE.parent.parent / "build" / "release"))
    parser.add_argument("parts", nargs="*", metavar="PART", help=" ".join(PARTS))
    arguments = parser.parse_args()
    unknown = set(arguments.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {' '.join(sorted(unknown))}")
    return arguments


def missing(arguments, parts):
    """What has to be done first."""
    steps = []
    absent = [name for name in PROGRAMS if not (pathlib.Path(arguments.bin) / "bin" / name).exists()]
    if absent:
        steps.append(f"cmake --build --preset release --target {' '.join(absent)}")
    if "receiver" in parts and not (HERE / "peer" / "node_modules").is_dir():
        steps.append("(cd tests/bench/peer && npm ci)")
    return steps


def command(part, arguments):
    if part in SCRIPTS:
        return [sys.executable, HERE / SCRIPTS[part], "--rounds", str(arguments.rounds), "--share",
                str(arguments.share), "--bin", arguments.bin]
    return [pathlib.Path(arguments.bin) / "bin" / "windowload", "--part", part, "--rounds", str(arguments.rounds)]


def run(part, arguments):
    """The part's rows, and whether it ended well."""
    print(f"== {part}, load {os.getloadavg()[0]:.2f}", flush=True)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    rows = []
    with subprocess.Popen(command(part, arguments), env=environment, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if line.startswith("| ") and line.split("|")[1].strip().isdigit():
                rows.append(line.rstrip())
            elif not line.startswith("|"):
                print(line, end="", flush=True)
    if process.returncode != 0 and not any("SHORT" in row for row in rows):
        print(f"{part} ended with {process.returncode}")
    return rows, process.returncode == 0


def main():
    arguments = parse()
    parts = arguments.parts or PARTS
    if steps := missing(arguments, parts):
        sys.exit("First run:\n    " + "\n    ".join(steps))
    table = []
    good = True
    for part in parts:
        rows, ended_well = run(part, arguments)
        table += rows
        good &= ended_well
    print()
    print(HEAD)
    for line in sorted(table, key=lambda row: int(row.split("|")[1])):
        print(line)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
