# SPDX-License-Identifier: GPL-3.0-or-later
"""The i-th call that the listener makes on its sockets fails, for all i, while clients do what clients do. What the network
may do at any time is not noticed by anybody; a broken connection costs that connection, and nothing else."""
import errno
import itertools

from faults import ALWAYS, SHORT, Faults, name_of
from program import Program
from table import until
from truth import ended, untrue
from wire import Closed, Wire, post, request

MOST_STEPS = 500  # a scene has far fewer; a fault that never runs out would be none
HARMLESS = {"accept": (errno.EINTR, errno.EAGAIN, errno.ECONNABORTED), "receive": (errno.EINTR, errno.EAGAIN, SHORT),
            "send": (errno.EINTR, errno.EAGAIN, SHORT)}
BREAKING = {"receive": (errno.ECONNRESET, errno.ETIMEDOUT), "send": (errno.ECONNRESET, errno.EPIPE),
            "shutdown": (errno.ENOTCONN,)}
EXHAUSTING = {"accept": (errno.EMFILE, errno.ENOMEM)}


def add(table, options):
    with Faults() as faults, Program() as program:
        faults.reach(program)
        program.serve()
        idle = program.figures()["sockets"]
        stage = Stage(table, faults, program)
        api = 1  # the first incomplete call makes it ask Retell, and the network of that keeps a socket
        before = None
        for call, errors in HARMLESS.items():
            for error in errors:
                stage.lead_through(call, error, may_break=0)
                before = before or until(lambda: _at_rest(program, idle + api))  # all that a start and a first call open is open
                if options.thorough:
                    stage.lead_through(call, error, may_break=0, failing=3)
        for call, errors in BREAKING.items():
            for error in errors:
                stage.lead_through(call, error, may_break=1)
                if options.thorough:
                    stage.lead_through(call, error, may_break=3, failing=3)
        for call, errors in EXHAUSTING.items():  # each costs a pause of a second
            for error in errors if options.thorough else errors[:1]:
                stage.lead_through(call, error, may_break=0, stride=1 if options.thorough else 5)
        _dead(table, faults, program)
        table.row("afterwards descriptors and threads are as before", True, until(lambda: _are_back(program, before)))
        program.process.kill()
        program.process.wait()
        program.process.stdout.close()
        program.serve()
        table.row(f"after kill -9 each of {len(stage.acknowledged)} acknowledged calls is there", [], untrue(program, stage.acknowledged))
        table.row("the file is sound", "ok", program.value("PRAGMA integrity_check"))
        program.stop()


def _at_rest(program, sockets):
    figures = program.figures()
    return program.connections() == 0 and figures["sockets"] >= sockets and figures


def _are_back(program, before):
    now = program.figures()
    return all(now[what] <= before[what] for what in ("descriptors", "threads"))


class Stage:
    def __init__(self, table, faults, program):
        self.table, self.faults, self.program = table, faults, program
        self.acknowledged = []
        self.numbers = itertools.count()
        self.undisturbed = self._scene()

    def lead_through(self, call, error, may_break, failing=1, stride=1):
        wrong, broken, step, places = [], 0, 1 - stride, 0
        while step < MOST_STEPS:
            step += stride
            before = len(self.acknowledged)
            self.faults.arm(call, step, error, failing)
            seen = self._scene()
            fired = self.faults.lift()
            lost = [n for n, answers in enumerate(seen) if answers != self.undisturbed[n]]
            broken = max(broken, len(lost))
            if len(lost) > may_break or any(_is_false(seen[n], self.undisturbed[n]) for n in lost):
                wrong.append((step, [(seen[n], self.undisturbed[n]) for n in lost]))
            if false := untrue(self.program, self.acknowledged[before:]):
                wrong.append((step, "acknowledged and not there", false))
            if (again := post(self.program.port, ended(self._id()))) != "204":
                wrong.append((step, "it does not heal", again))
            if not fired:
                break
            places += 1
        calls = f"{call} fails {failing} times" if failing > 1 else f"{call} fails"
        expected = f"0 wrong, at most {may_break} connections lost"
        self.table.holds(f"{calls} ({name_of(error)}), from each of {places} places", expected,
                         f"{len(wrong)} wrong, at most {broken} lost {wrong[:3] or ''}", not wrong and 1 < places < MOST_STEPS)

    def _id(self):
        return f"call_{next(self.numbers)}"

    def _scene(self):
        """All that clients do; per client what it heard."""
        return [self._heard(client) for client in (self._keeps_alive, self._big, self._pipelines, self._expects, self._says_goodbye,
                                                   self._is_refused, self._speaks_1_0)]

    def _heard(self, client):
        heard = []
        try:
            with Wire(self.program.port) as wire:
                for call_id, answer in client(wire):
                    heard.append(str(answer))
                    if call_id and answer.status == 204:
                        self.acknowledged.append(call_id)
        except Closed as end:
            heard.append(end.how)
        except OSError as end:
            heard.append(type(end).__name__)
        return heard

    def _keeps_alive(self, wire):
        for _ in range(3):
            call_id = self._id()
            wire.send(request(ended(call_id)))
            yield call_id, wire.answer()

    def _big(self, wire):
        call_id = self._id()
        wire.send(request(ended(call_id, transcript="x" * 300_000)))
        yield call_id, wire.answer()

    def _pipelines(self, wire):
        ids = [self._id() for _ in range(4)]
        wire.send(b"".join(request(ended(call_id)) for call_id in ids))
        for call_id in ids:
            yield call_id, wire.answer()

    def _expects(self, wire):
        call_id = self._id()
        body = ended(call_id)
        whole = request(body, fields=["Expect: 100-continue"])
        wire.send(whole[:-len(body)])
        yield None, wire.answer()
        wire.send(body)
        yield call_id, wire.answer()

    def _says_goodbye(self, wire):
        call_id = self._id()
        wire.send(request(ended(call_id)))
        wire.finish_sending()
        yield call_id, wire.answer()

    def _is_refused(self, wire):
        wire.send(request(ended("call_forged"), signed=False))
        yield None, wire.answer()
        wire.send(b"nonsense\r\n\r\n")
        yield None, wire.answer()

    def _speaks_1_0(self, wire):
        call_id = self._id()
        wire.send(request(ended(call_id), version="HTTP/1.0"))
        yield call_id, wire.answer()
        raise Closed(wire.ending())


def _is_false(seen, undisturbed):
    """More than a connection that ended early: another answer, or silence."""
    return seen[-1] == "silence" or any(answer != undisturbed[n] for n, answer in enumerate(seen[:-1]))


def _dead(table, faults, program):
    """Nothing works on any socket for a while."""
    for call, error in (("accept", errno.EMFILE), ("receive", errno.ECONNRESET), ("send", errno.EPIPE)):
        faults.arm(call, 1, error, ALWAYS)
        wires = [Wire(program.port) for _ in range(8)]
        for wire in wires:
            wire.send(request(ended("call_dead")))
        hit = until(lambda: faults.fired >= (1 if call == "accept" else len(wires)))
        faults.lift()
        for wire in wires:
            wire.socket.close()
        table.row(f"every {call} fails ({name_of(error)}), then none: webhooks are taken again", (True, "204"),
                  (hit, until(lambda: (answer := post(program.port, ended("call_again"))) == "204" and answer)))
