# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 and SIGTERM by turns at random moments of load: nothing acknowledged is missing, nothing is double, the file is
sound after each, and the next start is quick."""
import collections
import random
import signal
import time

from load import Load
from program import Program
from table import until
from truth import doubled, untrue

START_S = 5.0
END_S = 5.0
LONGEST_LOAD = 400  # acknowledgements
SOON_S = 30


def add(table, options):
    print(f"kill: {options.rounds} rounds, seed {options.seed}")
    rng = random.Random(options.seed)
    with Program() as program:
        rounds = Rounds(program, rng)
        for number in range(options.rounds):
            rounds.run(number, signal.SIGKILL if number % 2 == 0 else signal.SIGTERM)
        rounds.start()
        rounds.look()
        table.row("the last one ends with 0", 0, program.stop())
        slowest, ends = max(rounds.starts), [*rounds.ends, 0.0]
        print(f"{len(rounds.acknowledged)} acknowledged; answers of rounds that ended with kill -9: {dict(rounds.answers[signal.SIGKILL])}, with "
              f"SIGTERM: {dict(rounds.answers[signal.SIGTERM])}; slowest start {slowest:.2f} s, slowest end after SIGTERM {max(ends):.2f} s")
        table.row(f"{options.rounds} rounds: nothing acknowledged is missing", [], rounds.missing)
        table.row("nothing is there twice", [], rounds.double)
        table.row("after each round the file is sound", {"ok"}, rounds.integrity)
        table.row("nothing was set aside", 0, rounds.set_aside)
        table.holds("exec to listening, slowest", f"< {START_S} s", f"{slowest:.2f} s", slowest < START_S)
        table.row("SIGTERM: each ended with 0", {0} if options.rounds > 1 else set(), rounds.codes)
        table.holds("SIGTERM to the end, slowest", f"< {END_S} s", f"{max(ends):.2f} s", max(ends) < END_S)
        # Whoever sends just when it closes is closed or, before it was let in, reset; and hears so.
        table.holds("SIGTERM under load: answered, or the connection has ended", "204, 503, closed, reset",
                    dict(rounds.answers[signal.SIGTERM]), set(rounds.answers[signal.SIGTERM]) <= {"204", "503 store_unavailable", "closed", "reset"})


class Rounds:
    def __init__(self, program, rng):
        self.program, self.rng = program, rng
        self.acknowledged, self.answers = [], {signal.SIGKILL: collections.Counter(), signal.SIGTERM: collections.Counter()}
        self.starts, self.ends, self.codes = [], [], set()
        self.missing, self.double, self.integrity, self.set_aside = [], [], set(), 0

    def start(self):
        began = time.monotonic()
        self.program.serve()
        self.starts.append(time.monotonic() - began)
        self.set_aside += "set aside" in self.program.logged()

    def look(self):
        """The truth about the round before, and in the end about all."""
        self.missing += untrue(self.program, self.acknowledged)
        self.double += doubled(self.program)
        self.integrity.add(self.program.value("PRAGMA integrity_check"))

    def run(self, number, by):
        self.start()
        self.look()
        load = Load(self.program.port, f"r{number}", clients=self.rng.randint(4, 8))
        enough = self.rng.randint(1, LONGEST_LOAD)
        until(lambda: len(load.acknowledged) >= enough, SOON_S)
        began = time.monotonic()
        self.program.process.send_signal(by)
        code = self.program.process.wait(SOON_S)
        took = time.monotonic() - began
        load.join()
        self.program.process.stdout.close()
        if by == signal.SIGTERM:
            self.codes.add(code)
            self.ends.append(took)
        self.acknowledged += load.acknowledged
        self.answers[by] += load.answers
