# SPDX-License-Identifier: GPL-3.0-or-later
"""A store whose files are damaged at random, after a clean end and after kill -9: the start never crashes, and no call is
ever missing without a word. Whoever says what is readable is SQLite itself, asked on a copy."""
import collections
import glob
import json
import os
import random
import shutil
import signal
import sqlite3

import damages
from program import Ended, Program
from table import until
from truth import ended, health
from wire import post

CALLS = 150
TOLD_S = 5
SAYINGS = ("the store is damaged", "the integrity check found", "set aside", "the store cannot write", "was empty")


def add(table, options):
    print(f"damage: {options.damages} damages, seed {options.seed}")
    rng = random.Random(options.seed)
    with Program() as clean, Program() as killed:
        templates = [(clean, _fill(clean, is_killed=False), False), (killed, _fill(killed, is_killed=True), True)]
        outcomes, wrong = collections.Counter(), []
        for number in range(options.damages):
            template, known, has_log = templates[number % 2]
            with Program() as program:
                shutil.copytree(template.profile, program.profile)
                what, has_changed = damages.inflict(rng, program.store, has_log)
                case = Case(program, known, Oracle(program))
                try:
                    outcome = case.run()
                except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to this damage
                    outcome = f"WRONG: {type(error).__name__}: {error}"
                outcomes[outcome.split(":")[0]] += 1
                if outcome.startswith("WRONG"):
                    wrong.append((number, what, outcome))
                table.holds(f"{number}: {'killed' if has_log else 'ended'}; {what}{'' if has_changed else ' (nothing changed)'}",
                            "no crash, nothing missing without a word", outcome, not outcome.startswith("WRONG"))
        print(f"{options.damages} damages: {dict(outcomes)}")
        table.row("damages after which it crashed, or lacked calls and said nothing", [], wrong)


def _fill(program, is_killed):
    """A store of several pages per table; with `is_killed` its log holds the newer half of it."""
    calls = [f"call_{n:04}" for n in range(CALLS)]
    half = CALLS - 45  # so many more fit into the log before it is copied into the file
    program.serve()
    _take(program, calls[:half])
    program.stop()
    program.serve()
    _take(program, calls[half:])
    program.stop(signal.SIGKILL if is_killed else signal.SIGTERM)
    if is_killed:
        return calls
    other = sqlite3.connect(program.store)
    other.execute("DELETE FROM meta WHERE key = 'checked_ms'")  # its weekly check is due
    other.commit()
    other.close()
    return calls


def _take(program, calls):
    for n, call_id in enumerate(calls):
        if post(program.port, ended(call_id, transcript=f"Agent: {n} " * 200, agent_name=f"Agent {n % 7}")) != "204":
            raise AssertionError(f"{call_id} was not taken")


class Oracle:
    """What SQLite reads in a copy of the damaged files, in their order and without an index."""

    def __init__(self, program):
        self.ids, self.is_sound = set(), False
        with Program() as copy:
            shutil.copytree(program.profile, copy.profile)
            try:
                other = sqlite3.connect(copy.store)
                for (call_id,) in other.execute("SELECT retell_call_id FROM calls NOT INDEXED"):
                    self.ids.add(call_id)
                self.is_sound = other.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            except (sqlite3.Error, UnicodeDecodeError):
                self.is_sound = False


class Case:
    def __init__(self, program, known, oracle):
        self.program, self.known, self.oracle = program, set(known), oracle
        self.said = ""  # by the last listing, when it failed

    def run(self):
        try:
            self.program.serve()
        except Ended:
            code, said = self.program.process.returncode, self.program.logged().strip()
            return f"refused: {said[-200:]}" if code == 3 and said else f"WRONG: exit {code}: {said[-400:]}"
        answer = post(self.program.port, ended("call_afterwards"))
        outcome = self._outcome(answer)
        code = self.program.stop()
        return outcome if code == 0 else f"WRONG: exit {code} at the end: {self.program.logged()[-400:]}"

    def _outcome(self, answer):
        if answer not in ("204", "503 store_unavailable"):
            return f"WRONG: a webhook was answered {answer}"
        missing = self.known - self._served()
        is_whole = self.oracle.is_sound and not missing
        told = self._is_told() if is_whole else until(self._is_told, TOLD_S)
        if aside := glob.glob(self.program.store + ".broken-*"):
            return "set aside" if told and answer == "204" else f"WRONG: set aside ({aside}), answered {answer}, told {told}"
        if is_whole:
            return "served whole" if answer == "204" else f"WRONG: whole, and answered {answer}"
        if not told:
            return f"WRONG: {len(missing)} of {len(self.known)} calls are missing, sound: {self.oracle.is_sound}, nothing is said; calls: {self.said}"
        if self.oracle.ids <= self._served():
            return "told, all readable calls served"
        return self._at_the_next_start()

    def _at_the_next_start(self):
        """It said that not all can be listed; what the message promises for the next start comes true."""
        self.program.stop()
        self.program.serve()
        told = until(self._is_told, TOLD_S)
        if glob.glob(self.program.store + ".broken-*"):
            return "told, set aside at the next start" if told else "WRONG: set aside at the next start, and nothing is said"
        unserved = self.oracle.ids - self._served()
        return f"WRONG: {len(unserved)} readable calls are not listed: {self.said}" if unserved else "told, mended at the next start"

    def _served(self):
        """What the program lists; nothing of it may be an error without a sentence."""
        done = self.program.run("calls", "--format", "json", "--limit", str(10 * CALLS))
        if done.returncode < 0 or (done.returncode != 0 and not done.stderr.strip()):
            raise AssertionError(f"calls: exit {done.returncode}, {done.stderr!r}")
        self.said = done.stderr.strip()
        return {row["retell_call_id"] for row in json.loads(done.stdout)} if done.returncode == 0 else set()

    def _is_told(self):
        return health(self.program)["status"] == "degraded" and any(words in self.program.logged() for words in SAYINGS)
