# SPDX-License-Identifier: GPL-3.0-or-later
"""More slow, silent or short-lived clients than there are places: good webhooks keep their pace all the same."""
import contextlib
import threading
import time

import crowd
from program import Program
from watch import Watch
from wire import PATH, Closed, Wire, post, request, webhook

BODY = webhook(call_id="call_crowd")
HEALTH = request(path=PATH + "/health", method="GET", signed=False, length=False)
CAP = 512
FULL = {"127.0.0.2": 300, "127.0.0.3": 300}  # of so many places, 384 for one address
GOOD = 150
LATE, LATE_S = 10, 0.5  # good ones whose header is on its way for so long
CHURN = 1_000


def add(table):
    for name, opening in (("half a header", crowd.SLOW_HEAD), ("half a body", crowd.SLOW_BODY), ("nothing", crowd.SILENT)):
        table.group(_full, name, opening)
    for name, opening, drip in (("rest after a refusal", request(b"{}", signed=False), b""),
                                ("ask for the health, again and again", HEALTH, HEALTH)):
        table.group(_strangers, name, opening, drip)
    table.group(_one_address)
    table.group(_churn)


def _full(table, name, opening):
    """Every place is taken by slow clients of two addresses, and they come back whenever one is ended."""
    with Program() as program:
        port = program.serve().port
        watch = Watch(program)
        with Wire(port) as kept, contextlib.ExitStack() as stack:
            answers, slowest, kept_answers = [], 0.0, [_on(kept)]
            slow = stack.enter_context(crowd.Crowd(port, FULL, opening))
            for i in range(GOOD):
                began = time.monotonic()
                answers.append(_once(port))
                if i % 10 == 0:
                    kept_answers.append(_on(kept))
                slowest = max(slowest, time.monotonic() - began)
            late = _late(port)
            table.row(f"600 clients send {name} and wait: {GOOD} good webhooks, each on its own connection", ["204"] * GOOD, answers)
            table.row(f"600 clients send {name} and wait: {LATE} good ones that send nothing for {LATE_S} s, and their body as late",
                      ["204"] * LATE, late)
            table.row(f"600 clients send {name} and wait: a good sender keeps its connection", ["204"] * len(kept_answers), kept_answers)
            table.holds(f"600 clients send {name} and wait: the slowest good webhook", "< 2 s", f"{slowest:.2f} s", slowest < 2)
            table.holds(f"600 clients send {name} and wait: room was made for the good ones", f"at least {GOOD // 2} ended", slow.ended,
                        slow.ended >= GOOD // 2)
            held = program.connections()
            table.holds(f"600 clients send {name} and wait: the cap holds", f"at most {CAP}", held, CAP // 2 < held <= CAP)
        table.row(f"600 clients send {name} and wait: the log says so, once", 1, program.logged().count("connections are in use"))
        watch.judge(table, f"after 600 clients that send {name}")
        program.stop()


def _once(port):
    try:
        return post(port, BODY)
    except OSError as error:
        return type(error).__name__


def _on(wire):
    wire.send(request(BODY))
    return _answer(wire)


def _answer(wire):
    try:
        return str(wire.answer())
    except Closed as end:
        return end.how


def _late(port):
    """Connected, then the header, then the body, with nothing between them for a while, as on a slow line."""
    with contextlib.ExitStack() as stack:
        wires = [stack.enter_context(Wire(port)) for _ in range(LATE)]
        whole = request(BODY)
        for part in (whole[:-len(BODY)], BODY):
            time.sleep(LATE_S)
            for wire in wires:
                wire.send(part)
        return [_answer(wire) for wire in wires]


def _strangers(table, name, opening, drip):
    """Answers of ours that took nothing: a place is not earned by them."""
    with Program() as program:
        port = program.serve().port
        with crowd.Crowd(port, FULL, opening, drip=drip):
            table.row(f"600 clients {name}: good webhooks are taken", ["204"] * GOOD, [_once(port) for _ in range(GOOD)])
        program.stop()


def _one_address(table):
    """At the cap of one address, that address makes its own room; nobody else's connection is touched."""
    with Program({"webhook/maxConnectionsPerPeer": 50}) as program:
        port = program.serve().port
        with Wire(port, source="127.0.0.3") as older, crowd.Crowd(port, {"127.0.0.2": 60}, crowd.SLOW_HEAD):
            answers = [post(port, BODY, source="127.0.0.2") for _ in range(50)]
            table.row("slow clients of its own address at the cap: a good webhook is taken", ["204"] * 50, answers)
            table.row("an older silent connection of another address is left alone", "204", _on(older))
        program.stop()


def _churn(table):
    """Thousands of connections that live for a moment, in every manner of ending."""
    with Program() as program:
        port = program.serve().port
        watch = Watch(program)
        taken = []

        def run(source, opening, ends):
            for _ in range(CHURN):
                try:
                    with Wire(port, source=source) as wire:
                        wire.send(opening)
                        ends(wire)
                except OSError:
                    pass  # the program may be the first to end it

        def answered(wire):
            taken.append(str(wire.answer()))
        manners = [("127.0.0.2", b"", lambda wire: None), ("127.0.0.3", request(BODY)[:-9], lambda wire: wire.reset()),
                   ("127.0.0.4", b"nonsense\r\n\r\n", lambda wire: wire.finish_sending()), ("127.0.0.5", request(BODY), answered)]
        threads = [threading.Thread(target=run, args=manner) for manner in manners]
        good, slowest = [], 0.0
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            began = time.monotonic()
            good.append(_once(port))
            slowest = max(slowest, time.monotonic() - began)
        for thread in threads:
            thread.join()
        table.row(f"{4 * CHURN} connections that come and go: the good ones among them are taken", {"204": CHURN},
                  {answer: taken.count(answer) for answer in set(taken)})
        table.row(f"{4 * CHURN} connections that come and go: {len(good)} good webhooks beside them", {"204"}, set(good))
        table.holds(f"{4 * CHURN} connections that come and go: the slowest good webhook", "< 2 s", f"{slowest:.2f} s", slowest < 2)
        watch.judge(table, f"after {4 * CHURN} connections that came and went")
        table.row("SIGTERM ends with 0", 0, program.stop())
