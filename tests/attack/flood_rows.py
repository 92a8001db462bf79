# SPDX-License-Identifier: GPL-3.0-or-later
"""Many at once: what is bounded stays bounded, good webhooks keep flowing, and everything comes back."""
import resource
import socket
import threading
import time

from program import Program
from table import until
from watch import Watch, warm
from wire import Closed, Wire, post, request, webhook

BODY = webhook(call_id="call_flood")


def add(table):
    table.group(_three_hundred_at_once)
    table.group(_same_call_at_once)
    table.group(_unsigned)
    table.group(_caps)
    table.group(_few_by_default)
    table.group(_out_of_descriptors)


def at_once(count, action):
    """Runs action(i) in `count` threads that begin together; the answers."""
    gate, answers = threading.Barrier(count), [None] * count

    def run(i):
        gate.wait()
        try:
            answers[i] = action(i)
        except (Closed, OSError) as error:
            answers[i] = getattr(error, "how", type(error).__name__)
    threads = [threading.Thread(target=run, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def _three_hundred_at_once(table):
    with Program() as program:
        port = program.serve().port
        watch = Watch(program)
        answers = at_once(300, lambda i: post(port, webhook("call_ended", f"call_{i}", transcript="x" * 20_000)))
        table.row("300 at once, each on its own connection: taken", ["204"] * 300, answers)
        table.row("300 at once: all stored", 300, program.value("SELECT count(*) FROM calls WHERE length(transcript) = 20000"))
        watch.judge(table, "300 at once")
        program.stop()


def _are_back(program, before, what):
    return program.figures()[what] <= before[what]


def _same_call_at_once(table):
    with Program() as program:
        port = program.serve().port
        answers = at_once(60, lambda i: post(port, webhook(("call_started", "call_ended", "call_analyzed")[i % 3], "call_same", agent_name=str(i))))
        table.row("60 deliveries of one call at once: taken", ["204"] * 60, answers)
        table.row("60 deliveries of one call at once: one row, over", ["completed"],
                  [row["status"] for row in program.rows("SELECT status FROM calls")])
        program.stop()


def _unsigned(table):
    """Thirty clients send unsigned bodies of 1 MB as fast as they can."""
    with Program({"webhook/maxConnections": 100}) as program:
        port = program.serve().port
        good = [post(port, BODY) for _ in range(20)]
        at_once(30, lambda i: post(port, BODY, signed=False))
        warm(program)
        before = program.figures()
        flood = request(b"a" * 1_000_000, signed="v=1790000000000,d=" + "0" * 64)
        stop = threading.Event()
        counted = []

        def attack():
            with Wire(port) as wire:
                while not stop.is_set() and wire.send(flood):
                    counted.append(wire.answer().status)
        threads = [threading.Thread(target=attack) for _ in range(30)]
        for thread in threads:
            thread.start()
        slowest, most = 0.0, 0
        while len(counted) < 1500 and all(thread.is_alive() for thread in threads):
            began = time.monotonic()
            good.append(post(port, BODY))
            slowest = max(slowest, time.monotonic() - began)
            most = max(most, program.figures()["MB"])
        stop.set()
        for thread in threads:
            thread.join()
        table.row(f"{len(counted)} unsigned bodies of 1 MB: each refused", {401}, set(counted))
        table.row("good webhooks meanwhile: all taken", {"204"}, set(good))
        table.holds("the slowest good webhook", "< 2 s", f"{slowest:.2f} s", slowest < 2)
        table.holds("memory meanwhile", "< 400 MB", f"{most} MB", most < 400)
        until(lambda: program.value("SELECT max(id) FROM deliveries") == program.value("SELECT count(*) FROM deliveries"), 1)
        kept = program.rows("SELECT count(*) AS n, coalesce(sum(stored_bytes), 0) AS bytes FROM delivery_bodies WHERE rejected = 1")[0]
        table.holds("kept rejected bodies are bounded", "<= 1000 and <= 64 MiB", dict(kept), kept["n"] <= 1000 and kept["bytes"] <= 64 << 20)
        table.row("accepted ones are not pushed out by them", len(good) + 1, program.value("SELECT count(*) FROM deliveries WHERE verdict = 'accepted'"))
        small = request(b"{}", signed=False)
        with Wire(port) as wire:
            for _ in range(60):
                wire.send(small * 25)
                for _ in range(25):
                    wire.answer()
        until(lambda: program.value("SELECT count(*) FROM delivery_bodies WHERE rejected = 1 AND body = ?", b"{}") >= 1000)
        table.row("1500 more: the newest 1000 bodies are kept", (1000, 1000),
                  (program.value("SELECT count(*) FROM delivery_bodies WHERE rejected = 1"),
                   program.value("SELECT count(*) FROM delivery_bodies WHERE rejected = 1 AND body = ?", b"{}")))
        table.row("descriptors are back", True, until(lambda: _are_back(program, before, "descriptors")))
        table.holds("memory is back", "at most 150 MB more", f"{before['MB']} -> {program.figures()['MB']} MB",
                    program.figures()["MB"] < before["MB"] + 150)
        program.stop()


def _caps(table):
    with Program({"webhook/maxConnections": 30, "webhook/maxConnectionsPerPeer": 20, "webhook/trustedProxies": "127.0.0.3"}) as program:
        port = program.serve().port
        held = [_admitted(port, "127.0.0.1") for _ in range(20)]
        table.row("the 21st of one peer: not served", {"closed", "reset"}, _try(port, "127.0.0.1"))
        table.row("another peer is served", "204", _try(port, "127.0.0.2"))
        table.row("a trusted proxy is served", "204", _try(port, "127.0.0.3"))
        held += [_admitted(port, "127.0.0.2") for _ in range(10)]
        table.row("the 31st in all: not served", {"closed", "reset"}, _try(port, "127.0.0.4"))
        full = program.figures()["sockets"]
        for wire in held:
            wire.socket.close()
        table.row("all 30 sockets are given back", True, until(lambda: program.figures()["sockets"] <= full - 30))
        table.row("afterwards everybody is served", ["204"] * 3, [_try(port, f"127.0.0.{i}") for i in (1, 2, 4)])
        program.stop()


def _admitted(port, source):
    """A connection that has had an answer, so it counts; it stays open."""
    def tried():
        wire = Wire(port, source=source)
        wire.send(request(BODY))
        try:
            wire.answer()
        except Closed:  # one that has just gone may still count
            return None
        return wire
    return until(tried)


def _try(port, source):
    try:
        return post(port, BODY, source=source)
    except ConnectionError:
        return "reset"


def _few_by_default(table):
    """Shells and services often start with a soft limit that is lower than what webhook/maxConnections may ask for."""
    def few():
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 512))
    with Program() as program:
        port = program.serve(before=few).port
        wires = [Wire(port) for _ in range(200)]
        for wire in wires:
            wire.send(request(BODY))
        table.row("a low soft limit of descriptors is raised: 200 are open at once", ["204"] * 200, [str(wire.answer()) for wire in wires])
        for wire in wires:
            wire.socket.close()
        program.stop()


def _out_of_descriptors(table):
    """The listener pauses, says so once, and recovers."""
    def few():
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    with Program() as program:
        port = program.serve(before=few).port
        warm(program)
        held = [socket.create_connection(("127.0.0.1", port)) for _ in range(120)]
        paused = until(lambda: "pauses" in program.logged())
        table.row("out of descriptors: the log says so", True, bool(paused))
        for each in held:
            each.close()
        table.row("out of descriptors: served again afterwards", "204", until(lambda: _try(port, "127.0.0.1") == "204" and "204", 10))
        lines = program.logged().count("pauses")
        table.holds("out of descriptors: not said for each connection", "at most 3 lines", lines, lines <= 3)
        table.row("SIGTERM ends with 0", 0, program.stop())
