# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that never end, sent as fast as they can be: each is cut off early, and memory stays where it was."""
from http_rows import CHUNKED, framed, post_line
from program import Program
from watch import Watch
from wire import Closed, Wire

LIMIT = 65536
MOST_TAKEN = 16 << 20  # what a client can get rid of: our bound of 1 MiB and what the kernel holds between the two
BAD, HEADER, LARGE = "400 bad_request", "431 header_too_large", "413 body_too_large"
OPEN = framed(CHUNKED, body=b"")
HEAD = post_line() + b"\r\nHost: x\r\n"

# A sentence, how it begins, what is repeated without end, the answer.
ENDLESS = [
    ("chunks of one byte", OPEN, b"1\r\na\r\n", LARGE),
    ("chunks of 64 kB", OPEN, b"10000\r\n" + b"a" * 65536 + b"\r\n", LARGE),
    ("zeros of a chunk size", OPEN, b"0", BAD),
    ("blanks behind a chunk size", OPEN + b"5", b" ", BAD),
    ("a chunk extension", OPEN + b"5;", b"a", BAD),
    ("a body where a chunk size should be", OPEN, b"z", BAD),
    ("trailers", OPEN + b"0\r\n", b"X-A: b\r\n", {BAD, HEADER}),
    ("a trailer without an end", OPEN + b"0\r\nX-A: ", b"b", {BAD, HEADER}),
    ("10 GB declared", framed(b"Content-Length: 10737418240", body=b""), b"a", LARGE),
    ("1 GB declared behind Expect", framed(b"Content-Length: 1073741824", b"Expect: 100-continue", body=b""), b"a", LARGE),
    ("header fields", HEAD, b"X-A: b\r\n", HEADER),
    ("a header field without an end", HEAD + b"X-A: ", b"b", HEADER),
    ("a header field of blanks", HEAD + b"X-A:", b" ", HEADER),
    ("folded header lines", HEAD + b"X-A: b\r\n", b" c\r\n", BAD),
    ("a target", b"POST /", b"a", "414 target_too_long"),
    ("a method", b"", b"A", {BAD, "414 target_too_long"}),
    ("empty lines before a request", b"", b"\r\n", BAD),
    ("zero bytes", b"", b"\0", BAD),
]


def add(table):
    with Program({"webhook/maxBodyBytes": LIMIT}) as program:
        port = program.serve().port
        watch = Watch(program)
        for fault, head, unit, expected in ENDLESS:
            seen, sent = _pump(port, head, unit * (-(-LIMIT // len(unit))))
            # Bytes that arrive after a reset may cost the sender the answer it has not read; not the server's doing.
            table.row(f"{fault}, without end: refused or cut off", (expected if isinstance(expected, set) else {expected}) | {"reset"}, seen)
            table.holds(f"{fault}, without end: not read on", "at most 16 MB taken", f"{sent / 1e6:.1f} MB", sent <= MOST_TAKEN)
        peak = program.peak_mb()
        table.holds("all of them: the highest memory meanwhile", "at most 32 MB more than before", f"{watch.before['MB']} -> {peak} MB",
                    peak <= watch.before["MB"] + 32)
        table.row("nothing of it is a delivery", {"204", "401"},
                  {str(row["http_status"]) for row in program.rows("SELECT DISTINCT http_status FROM deliveries")})
        watch.judge(table, "after all that has no end")
        table.row("SIGTERM ends with 0", 0, program.stop())


def _pump(port, head, block):
    """What the answer was, and how many bytes the program and the kernel took until they took no more."""
    with Wire(port) as wire:
        sent = len(head)
        wire.send(head)
        while sent <= 2 * MOST_TAKEN:
            try:
                sent += wire.socket.send(block)
            except (ConnectionError, TimeoutError):
                break
        try:
            return str(wire.answer()), sent
        except Closed as end:
            return end.how, sent
