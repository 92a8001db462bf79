#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Row 22 of the load table: kill -9 amid a flood of webhooks, a restart, and the question whether each webhook that was
answered 204 is in the store.

    cmake --build --preset release --target anrufwarte-cli webhookload
    tests/bench/killed.py [--rounds 5] [--bin build/release]
"""
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import time

from receiver import KEY, Anrufwarte, parse, row, wait_for

SERIES = "killed"


class Killed(Anrufwarte):
    """A receiver that dies and comes back over the same store."""

    def die(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)

    def come_back(self):
        self.process = subprocess.Popen(self.command(), env=self.environment(), stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        wait_for(self.port, self.process)

    def stored(self):
        with sqlite3.connect(f"file:{self.folder}/calls.sqlite?mode=ro", uri=True) as database:
            return {name for (name,) in database.execute("SELECT retell_call_id FROM calls")}


def answered(log):
    lines = (line.split() for line in log.read_text().splitlines())
    return {f"call_load_{SERIES}_{number}" for number, _, answered_ns in lines if answered_ns != "0"}


def wait_for_flood(wal):
    deadline = time.monotonic() + 60
    while not wal.exists() or wal.stat().st_size < 1_000_000:
        if time.monotonic() > deadline:
            sys.exit("the flood does not come")
        time.sleep(0.01)


def lost_in_one_round(arguments, dice):
    receiver = Killed(arguments)
    try:
        log = receiver.folder / "ways"
        load = subprocess.Popen([receiver.bin / "bin" / "webhookload", "--port", str(receiver.port), "--key", KEY,
                                 "--count", "30000", "--bytes", "2000", "--series", SERIES, "--log", log],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for_flood(receiver.folder / "calls.sqlite-wal")
        time.sleep(dice.uniform(0.05, 0.6))
        receiver.die()
        load.wait(60)
        acknowledged = answered(log)
        receiver.come_back()
        lost = acknowledged - receiver.stored()
    finally:
        receiver.end()
    print(f"  {len(acknowledged)} answered 204 before the kill, {len(lost)} of them not in the store", flush=True)
    if not acknowledged:
        sys.exit("killed before anything was answered: nothing was tested")
    return len(lost)


def main():
    arguments = parse(__doc__, rounds=5)
    dice = random.Random(559)
    lost = 0
    for number in range(arguments.rounds):
        print(f"round {number + 1}: kill -9 amid the flood")
        lost += lost_in_one_round(arguments, dice)
    return 0 if row(22, "acknowledged webhooks missing after kill -9 and a restart", lost, 0, 0, False) else 1


if __name__ == "__main__":
    sys.exit(main())
