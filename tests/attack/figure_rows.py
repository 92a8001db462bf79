# SPDX-License-Identifier: GPL-3.0-or-later
"""What attacks cost, as figures beside the goals of the design (rows 7 and 8): memory, and the pace of good webhooks.

Ratios within one run, in interleaved rounds: absolute times mean nothing on a shared machine.
"""
import selectors
import statistics
import time

import crowd
from http_rows import CHUNKED, framed, post_line
from program import Program
from table import until
from watch import warm
from wire import PATH, Closed, Wire, request, webhook

BODY = webhook(call_id="call_figures")
IDLE = 10_000
ROUNDS, ACKS = 6, 150
# Opening ten thousand takes seconds, in which the first ones must not come to their deadline.
MANY = {"webhook/maxConnections": 12_000, "webhook/maxConnectionsPerPeer": 12_000, "webhook/headerTimeoutSeconds": 60}
SLOWLORIS = {"127.0.0.2": 150, "127.0.0.3": 150}
FULL = {"127.0.0.2": 300, "127.0.0.3": 300}


def add(table):
    table.group(_idle, "that say nothing", b"")
    table.group(_idle, "that have had an answer", request(path=PATH + "/health", method="GET", signed=False, length=False))
    table.group(_huge)
    table.group(_pace, "300 slowloris", SLOWLORIS, crowd.SLOW_HEAD)
    table.group(_pace, "600 slow bodies on 512 places", FULL, crowd.SLOW_BODY)


def judge(table, goal, what, floor, stretch, seen, unit):
    """A figure passes at its floor; whether it reaches the stretch goal is said. `goal`: its row in the goals."""
    reached = "" if seen <= stretch else ", short of the stretch goal"
    table.holds(f"row {goal}: {what}", f"<= {floor} {unit} (stretch {stretch})".replace(" x", "x"), f"{seen:.2f} {unit}{reached}", seen <= floor)


def _idle(table, name, opening):
    if not crowd.raise_descriptors(IDLE + 500):
        return table.skip(f"{IDLE} idle connections: the hard limit of descriptors is lower")
    with Program(MANY) as program:
        port = program.serve(before=lambda: crowd.raise_descriptors(13_000)).port
        warm(program)
        before = program.figures()
        began = time.monotonic()
        clients = [crowd.connect(port, f"127.0.0.{2 + i % 4}") for i in range(IDLE)]
        try:
            _all_answered(clients, opening)
            seen = until(lambda: (now := program.figures())["sockets"] >= before["sockets"] + IDLE and now, 10)
            table.holds(f"{IDLE} connections {name}: all are open at once, {time.monotonic() - began:.1f} s after the first", f"{IDLE} sockets more",
                        seen or program.figures(), bool(seen))
            if seen:
                judge(table, 7, f"{IDLE} connections {name}: memory over none", 50, 30, seen["MB"] - before["MB"], "MB")
            with Wire(port) as good:
                table.row(f"{IDLE} connections {name}: a good webhook is taken", "204", (good.send(request(BODY)), str(good.answer()))[1])
        finally:
            for client in clients:
                client.close()
        back = until(lambda: program.figures()["sockets"] <= before["sockets"], 20)
        table.row(f"{IDLE} connections {name}: all are given back", True, back)
        program.stop()


def _all_answered(clients, opening):
    """Each sends the opening and reads until something has come."""
    if not opening:
        return
    with selectors.DefaultSelector() as selector:
        for client in clients:
            client.send(opening)
            selector.register(client, selectors.EVENT_READ)
        while selector.get_map():
            ready = selector.select(10)
            if not ready:
                raise AssertionError(f"{len(selector.get_map())} got no answer")
            for key, _ in ready:
                key.fileobj.recv(4096)
                selector.unregister(key.fileobj)


def _huge(table):
    block = b"a" * (1 << 20)
    attacks = [
        ("a body of 1 GB, declared", framed(b"Content-Length: 1073741824", body=b""), block, 1024),
        ("a body of 1 GB in chunks", framed(CHUNKED, body=b""), b"100000\r\n" + block + b"\r\n", 1024),
        ("a header of 64 MB, one field", post_line() + b"\r\nHost: x\r\nX-A: ", block, 64),
        ("a header of 64 MB, many fields", post_line() + b"\r\nHost: x\r\n", b"X-A: b\r\n" * 131072, 64),
    ]
    for name, head, unit, count in attacks:
        with Program() as program:
            port = program.serve().port
            warm(program)
            program.forget_peak()
            idle = program.peak_mb()
            with Wire(port) as wire:
                wire.send(head)
                sent = 0
                while sent < count and wire.send(unit):
                    sent += 1
                try:
                    end = str(wire.answer())
                except Closed as closed:
                    end = closed.how
            table.holds(f"{name}: cut off, not read whole", f"after less than {count} MB", f"{end} after {sent} MB", sent < count)
            judge(table, 8, f"{name}: peak memory against idle ({idle} MB)", 1.5, 1.1, program.peak_mb() / idle, "x")
            program.stop()


def _acks(wire):
    """Median and worst of some good webhooks, one after the other, in ms."""
    times = []
    for _ in range(ACKS):
        data = request(BODY)
        began = time.perf_counter()
        wire.send(data)
        if wire.answer().status != 204:
            raise AssertionError("a good webhook was refused")
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), max(times)


def _pace(table, name, counts, opening):
    with Program() as program:
        port = program.serve().port
        warm(program)
        ratios, alone, beside, worst = [], [], [], 0.0
        with Wire(port) as wire:
            for _ in range(ROUNDS):
                without = _acks(wire)
                with crowd.Crowd(port, counts, opening):
                    with_them = _acks(wire)
                alone.append(without[0])
                beside.append(with_them[0])
                worst = max(worst, with_them[1])
                ratios.append(with_them[0] / without[0])
        judge(table, 8, f"{name}: ack p50 against without, median of {ROUNDS} pairs", 3, 1.5, statistics.median(ratios), "x")
        table.holds(f"{name}: the same in ms, without and with; the slowest with", "said only",
                    f"{statistics.median(alone):.2f}, {statistics.median(beside):.2f}; {worst:.1f}", True)
        program.stop()
