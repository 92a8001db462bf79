# SPDX-License-Identifier: GPL-3.0-or-later
"""The i-th system call on the store's files fails, for all i: no 204 that is not kept, and it heals. While it runs, and at
the start, which either comes off or ends with a sentence; a fault of the disk is no damage, so nothing is set aside."""
import errno
import glob
import itertools
import os
import shutil
import signal
import time

from faults import ALWAYS, SHORT, STORE, Faults, name_of
from program import Ended, Program
from table import until
from truth import doubled_calls, ended, status, untrue
from wire import Wire, post, request

MOST_STEPS = 500
RUNNING = (("write", errno.EIO), ("write", errno.ENOSPC), ("write", errno.EROFS), ("write", errno.EINTR), ("write", SHORT),
           ("sync", errno.EIO), ("sync", errno.ENOSPC), ("sync", errno.EINTR), ("read", errno.EIO))
HARMLESS = {("write", errno.EINTR), ("write", SHORT)}
STARTING = (("open", errno.EACCES), ("open", errno.EIO), ("read", errno.EIO), ("write", errno.EIO), ("write", errno.ENOSPC),
            ("sync", errno.EIO), ("truncate", errno.EIO))


def add(table, options):
    table.group(_running, options)
    table.group(_for_a_while)
    table.group(_starting, options)


def _running(table, options):
    with Faults() as faults, Program() as program:
        faults.reach(program)
        program.serve()
        stage = Stage(table, faults, program)
        for call, error in RUNNING:
            stage.lead_through(call, error)
            if options.thorough:
                stage.lead_through(call, error, failing=3)
        program.process.send_signal(signal.SIGKILL)
        program.process.wait()
        program.process.stdout.close()
        program.serve()
        table.row(f"after kill -9 each of {len(stage.acknowledged)} acknowledged calls is there, once", ([], []),
                  (untrue(program, stage.acknowledged), doubled_calls(program)))
        _is_sound(table, program)
        table.row("SIGTERM ends with 0", 0, program.stop())


def _is_sound(table, program):
    table.row("the file is sound, and none was set aside", ("ok", []),
              (program.value("PRAGMA integrity_check"), glob.glob(program.store + ".broken-*")))


class Stage:
    def __init__(self, table, faults, program):
        self.table, self.faults, self.program = table, faults, program
        self.acknowledged = []
        self.numbers = itertools.count()

    def lead_through(self, call, error, failing=1):
        wrong, refused, places, slowest = [], 0, 0, 0.0
        for step in range(1, MOST_STEPS):
            before = len(self.acknowledged)
            reads = self.faults.seen("read")
            self.faults.arm(call, step, error, failing)
            answers = self._scene()
            if call == "read":  # sync looks the new calls up, a moment later
                until(lambda: self.faults.seen("read") >= reads + step, 0.5)
            fired = self.faults.lift()
            refused += answers.count("503 store_unavailable")
            may_be = {"204"} if (call, error) in HARMLESS else {"204", "503 store_unavailable"}
            if not set(answers) <= may_be | {"401 signature_mismatch"} or answers[-1] != "401 signature_mismatch":
                wrong.append((step, answers))
            slowest = max(slowest, self._heal(wrong, step))
            if false := untrue(self.program, self.acknowledged[before:]):
                wrong.append((step, "acknowledged and not there", false))
            if not fired:
                break
            places += 1
        calls = f"{call} fails {failing} times" if failing > 1 else f"{call} fails"
        self.table.holds(f"{calls} ({name_of(error)}), from each of {places} places", "0 wrong, heals within 5 s",
                         f"{len(wrong)} wrong, {refused} times 503, heals in {slowest:.1f} s {wrong[:3] or ''}",
                         not wrong and 0 < places < MOST_STEPS - 1)

    def _heal(self, wrong, step):
        began = time.monotonic()
        call_id = self._id()
        if not until(lambda: post(self.program.port, ended(call_id)) == "204"):
            wrong.append((step, "it does not heal"))
        self.acknowledged.append(call_id)
        return time.monotonic() - began

    def _id(self):
        return f"call_{next(self.numbers)}"

    def _scene(self):
        """New calls, small and big, two at once, a known one, and a forged one."""
        answers = []
        ids = [self._id() for _ in range(5)]
        bodies = [ended(ids[0]), ended(ids[1], transcript=os.urandom(40_000).hex()), ended(ids[0], summary="later")]
        with Wire(self.program.port) as wire:
            for call_id, body in zip((ids[0], ids[1], ids[0]), bodies):
                wire.send(request(body))
                answers.append(str(wire.answer()))
                self._note(call_id, answers[-1])
            wire.send(b"".join(request(ended(call_id)) for call_id in ids[2:]))
            for call_id in ids[2:]:
                answers.append(str(wire.answer()))
                self._note(call_id, answers[-1])
            wire.send(request(ended("call_forged"), signed=f"v={int(time.time() * 1000)},d={'0' * 64}"))
            answers.append(str(wire.answer()))
        return answers

    def _note(self, call_id, answer):
        if answer == "204":
            self.acknowledged.append(call_id)


def _for_a_while(table):
    """Every call of a kind fails until it is over: told all that time, and over by itself, without a webhook."""
    for call, error in (("write", errno.EIO), ("write", errno.ENOSPC), ("sync", errno.EIO), ("open", errno.EMFILE)):
        with Faults() as faults, Program() as program:
            faults.reach(program)
            program.serve()
            acknowledged = [f"call_{n}" for n in range(5) if post(program.port, ended(f"call_{n}")) == "204"]
            if call == "open":
                os.rename(program.store, program.store + ".away")  # so that it must be opened again
            faults.arm(call, 1, error, ALWAYS)
            what = f"every {call} fails ({name_of(error)})"
            table.row(f"{what}: 503", "503 store_unavailable", post(program.port, ended("call_refused")))
            table.row(f"{what}: health says degraded", "degraded", status(program))
            table.row(f"{what}: the log says so", True, until(lambda: "the store cannot write" in program.logged()))
            table.row(f"{what}: a second one is refused, too", "503 store_unavailable", post(program.port, ended("call_refused")))
            if call == "open":
                os.rename(program.store + ".away", program.store)
            faults.lift()
            table.row("… it is over: health says ok by itself", "ok", until(lambda: status(program) == "ok" and "ok"))
            table.row("… webhooks are taken", "204", post(program.port, ended("call_after")))
            table.row("… all that was acknowledged is there", [], untrue(program, [*acknowledged, "call_after"]))
            _is_sound(table, program)
            table.row("SIGTERM ends with 0", 0, program.stop())


def _starting(table, options):
    """The start after kill -9, with a log to play back. Small: a few of the steps."""
    with Program() as first:
        first.serve()
        calls = [f"call_{n}" for n in range(60)]
        for call_id in calls:
            post(first.port, ended(call_id, transcript="x" * 3000))
        first.process.kill()
        first.process.wait()
        first.process.stdout.close()
        for call, error in STARTING:
            wrong, places, refused = [], 0, 0
            for step in _steps(options.thorough):
                fired, ends = _start(first, call, error, step, calls, wrong)
                if not fired:
                    break
                places, refused = places + 1, refused + ends
            table.holds(f"a start in which {call} fails ({name_of(error)}), {places} of its places", "0 wrong",
                        f"{len(wrong)} wrong, {refused} ended with 3 {wrong[:3] or ''}", not wrong and places > 0)


def _steps(thorough):
    if thorough:
        return range(1, MOST_STEPS)
    return (1, 2, 3, 5, 8, 13, 21, 34, 55, 89)


def _start(first, call, error, step, calls, wrong):
    """Whether it failed by plan, and whether the start ended because of it."""
    with Faults() as faults, Program() as program:
        shutil.copytree(first.profile, program.profile)
        faults.reach(program)
        faults.arm(call, step, error)
        ends = False
        try:
            program.serve()
            if (answer := until(lambda: post(program.port, ended("call_new")) == "204" and "204")) != "204":
                wrong.append((step, "it does not heal", answer))
        except Ended:
            ends = True
            said = program.logged().strip()
            if program.process.returncode != 3 or not said:
                wrong.append((step, program.process.returncode, said))
        fired = faults.lift()
        if ends:
            program.process.stdout.close()
            program.serve()
        if missing := untrue(program, calls):
            wrong.append((step, "missing", missing[:3]))
        if aside := glob.glob(program.store + ".broken-*"):
            wrong.append((step, "set aside", aside))
        if (code := program.stop()) != 0:
            wrong.append((step, "SIGTERM", code))
    return fired > 0, ends
