# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that are slow, silent, or take no answer. All at once, because each one takes its time."""
import threading
import time

import crowd
from program import Program
from table import until
from watch import Watch
from wire import PATH, Closed, Wire, post, request, webhook

BODY = webhook(call_id="call_slow")
ANSWERED = 2  # good webhooks that the slow clients themselves sent: _idle's and the first of _half_second_request


def add(table):
    with Program({"webhook/headerTimeoutSeconds": 1, "webhook/requestTimeoutSeconds": 2}) as program:
        port = program.serve().port
        watch = Watch(program)
        accepted = program.value("SELECT count(*) FROM deliveries")
        seen = {}
        attacks = [_slow_head, _slow_body, _slow_chunks, _slow_chunk_size, _slow_trailers, _says_nothing, _idle, _takes_no_answer, _half_second_request, _three_hundred]
        threads = [threading.Thread(target=_run, args=(attack, port, seen)) for attack in attacks]
        for thread in threads:
            thread.start()
        slowest, count = 0.0, 0
        while any(thread.is_alive() for thread in threads):
            began = time.monotonic()
            good = post(port, BODY)
            slowest, count = max(slowest, time.monotonic() - began), count + 1
            if good != "204":
                break
            threads[0].join(0.2)
            if not threads[0].is_alive():
                next((thread for thread in threads if thread.is_alive()), threads[0]).join(0.2)
        for thread in threads:
            thread.join()
        table.row("good webhooks keep flowing meanwhile", "204", good)
        table.holds("the slowest good webhook", "< 2 s", f"{slowest:.2f} s", slowest < 2)
        _judge(table, seen)
        until(lambda: program.value("SELECT count(*) FROM deliveries") >= accepted + count + ANSWERED)
        table.row("slow requests leave no delivery: only the good ones do, and the second one's first request", accepted + count + ANSWERED,
                  program.value("SELECT count(*) FROM deliveries"))
        watch.judge(table, "after all that is slow")
        table.row("SIGTERM ends with 0", 0, program.stop())


def _run(attack, port, seen):
    began = time.monotonic()
    try:
        answer = attack(port)
    except Closed as end:
        answer = end.how
    except OSError as error:
        answer = type(error).__name__
    seen[attack.__name__] = (answer, time.monotonic() - began)


def _judge(table, seen):
    rows = [
        ("_slow_head", "a head at one byte per 100 ms: 408 after its time", ("408 timeout", "closed"), 1, 2),
        ("_slow_body", "a body at one byte per 100 ms: 408 after its time", ("408 timeout", "closed"), 2, 3.2),
        ("_slow_chunks", "chunks of one byte per 100 ms: 408 after its time", ("408 timeout", "closed"), 2, 3.2),
        ("_slow_chunk_size", "a chunk size at one zero per 100 ms: 408 after its time", ("408 timeout", "closed"), 2, 3.2),
        ("_slow_trailers", "trailers at one byte per 100 ms: 408 after its time", ("408 timeout", "closed"), 2, 3.2),
        ("_says_nothing", "a connection that says nothing: closed after the header time", {"closed", "408 timeout"}, 0.9, 2),
        ("_half_second_request", "a second request that stops in its head", ("204", "408 timeout", "closed"), 1, 2.2),
        ("_three_hundred", "300 slow heads at once: each is ended by its deadline", 300, 0.9, 3),
        ("_idle", "idle between requests: closed without a word", ("204", "closed"), 14, 17),
        ("_takes_no_answer", "a client that takes no answer: cut off", "cut off", 0, 19),
    ]
    for name, fault, expected, least, most in rows:
        answer, seconds = seen[name]
        table.row(fault, expected, answer)
        table.holds(f"{fault} (seconds)", f"{least} to {most}", f"{seconds:.1f}", least <= seconds <= most)


def _drip(port, head, rest):
    with Wire(port) as wire:
        wire.send(head)
        for byte in rest:
            if not wire.send(bytes([byte])):
                break
            wire.socket.settimeout(0.1)
            try:
                wire._more()
            except Closed as end:
                if end.how != "silence":
                    raise
            if wire.waiting:
                break
        wire.socket.settimeout(10)
        return str(wire.answer()), wire.ending()


def _slow_head(port):
    return _drip(port, b"", b"POST " + PATH.encode() + b" HTTP/1.1\r\nHost: x\r\nX-Filler: " + b"a" * 100)


def _slow_body(port):
    return _drip(port, request(b"a" * 500)[:-500], b"a" * 100)


def _slow_chunks(port):
    head = request(length=False, fields=["Transfer-Encoding: chunked"])
    return _drip(port, head, b"1\r\na\r\n" * 30)


def _slow_chunk_size(port):
    return _drip(port, request(length=False, fields=["Transfer-Encoding: chunked"]), b"0" * 60)


def _slow_trailers(port):
    head = request(BODY, length=False, fields=["Transfer-Encoding: chunked"]).removesuffix(BODY)
    return _drip(port, head + b"%x\r\n%s\r\n0\r\n" % (len(BODY), BODY), b"X-T: 1\r\n" * 8)


def _says_nothing(port):
    with Wire(port) as wire:
        try:
            return str(wire.answer())
        except Closed as end:
            return end.how


def _half_second_request(port):
    with Wire(port) as wire:
        wire.send(request(BODY))
        first = str(wire.answer())
        wire.send(b"POST " + PATH.encode())
        return first, str(wire.answer()), wire.ending()


def _three_hundred(port):
    with crowd.Crowd(port, {"127.0.0.2": 300}, crowd.SLOW_HEAD, comes_back=False) as slow:
        return until(lambda: slow.ended >= 300 and slow.ended, 10)


def _idle(port):
    with Wire(port) as wire:
        wire.send(request(BODY))
        return str(wire.answer()), wire.ending()


def _takes_no_answer(port):
    """Asks and asks and never reads: at some point the program must stop working for it."""
    question = request(method="GET", path=PATH + "/health", signed=False, length=False) * 200
    with Wire(port) as wire:
        wire.socket.settimeout(18)
        while wire.send(question):
            pass
        wire.socket.settimeout(1)
        try:
            while True:
                wire.waiting = b""
                wire._more()
        except Closed as end:
            return "cut off" if end.how in ("reset", "closed") else end.how
