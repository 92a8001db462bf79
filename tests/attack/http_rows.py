# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP itself: what is malformed, too large, too long, in pieces or in the wrong order."""
from program import Program
from watch import Watch
from wire import PATH, Closed, Wire, ask, chunked, request, signature, webhook

GOOD = webhook(call_id="call_http")
SIGN = b"X-Retell-Signature: " + signature(GOOD).encode()
LIMIT = 65536


def raw(*lines, body=GOOD, end=b"\r\n"):
    """A request of these lines, signed when it has room for it."""
    return end.join((*lines, SIGN)) + end + end + body


def post_line(version=b"HTTP/1.1"):
    return b"POST " + PATH.encode() + b" " + version


def framed(*fields, version=b"HTTP/1.1", body=GOOD):
    return raw(post_line(version), b"Host: x", *fields, body=body)


LENGTH = b"Content-Length: %d" % len(GOOD)
CHUNKED = b"Transfer-Encoding: chunked"

BAD = "400 bad_request"
# A sentence, the bytes, the answer.
MALFORMED = [
    ("no Host in HTTP/1.1", raw(post_line(), LENGTH), BAD),
    ("two Hosts", framed(b"Host: y", LENGTH), BAD),
    ("lines that end with a bare LF", raw(post_line(), b"Host: x", LENGTH, end=b"\n"), BAD),
    ("a bare CR in a value", framed(b"X-A: b\rc", LENGTH), BAD),
    ("a NUL in a value", framed(b"X-A: b\0c", LENGTH), BAD),
    ("a folded field", framed(b"X-A: b\r\n c", LENGTH), BAD),
    ("a space before the colon", framed(b"X-A : b", LENGTH), BAD),
    ("a field without a name", framed(b": b", LENGTH), BAD),
    ("a field without a colon", framed(b"X-A", LENGTH), BAD),
    ("a space before the first field", raw(post_line(), b" Host: x", LENGTH), BAD),
    ("HTTP/1.2", framed(LENGTH, version=b"HTTP/1.2"), BAD),
    ("HTTP/2.0", framed(LENGTH, version=b"HTTP/2.0"), BAD),
    ("http/1.1 in small letters", framed(LENGTH, version=b"http/1.1"), BAD),
    ("two spaces in the request line", raw(b"POST  " + PATH.encode() + b" HTTP/1.1", b"Host: x", LENGTH), BAD),
    ("a tab in the request line", raw(b"POST\t" + PATH.encode() + b" HTTP/1.1", b"Host: x", LENGTH), BAD),
    ("HTTP/0.9: no version", b"POST " + PATH.encode() + b"\r\n\r\n", BAD),
    ("a non-ASCII byte in the target", raw(b"POST " + PATH.encode() + b"/\xc3\xa4 HTTP/1.1", b"Host: x", LENGTH), BAD),
    ("the preface of HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", BAD),
    ("a TLS hello on the plain port", bytes.fromhex("160301020001000 1fc0303".replace(" ", "")) + b"\x00" * 80, BAD),
    ("Content-Length and chunked", framed(LENGTH, CHUNKED, body=chunked(GOOD)), BAD),
    ("chunked and Content-Length", framed(CHUNKED, LENGTH, body=chunked(GOOD)), BAD),
    ("Content-Length twice, the same", framed(LENGTH, LENGTH), BAD),
    ("Content-Length twice, different", framed(LENGTH, b"Content-Length: 0"), BAD),
    ("Content-Length as a list", framed(LENGTH + b", %d" % len(GOOD)), BAD),
    ("Content-Length with +", framed(b"Content-Length: +%d" % len(GOOD)), BAD),
    ("Content-Length below zero", framed(b"Content-Length: -1"), BAD),
    ("Content-Length in hex", framed(b"Content-Length: 0x10"), BAD),
    ("Content-Length with a fraction", framed(b"Content-Length: 10.0"), BAD),
    ("Content-Length empty", framed(b"Content-Length:"), BAD),
    ("chunked in HTTP/1.0", framed(CHUNKED, version=b"HTTP/1.0", body=chunked(GOOD)), BAD),
    ("Transfer-Encoding: gzip, chunked", framed(b"Transfer-Encoding: gzip, chunked", body=chunked(GOOD)), BAD),
    ("Transfer-Encoding: xchunked", framed(b"Transfer-Encoding: xchunked", body=chunked(GOOD)), BAD),
    ("Transfer-Encoding: identity", framed(b"Transfer-Encoding: identity", LENGTH), BAD),
    ("Transfer-Encoding twice", framed(CHUNKED, CHUNKED, body=chunked(GOOD)), BAD),
    ("Transfer-Encoding empty", framed(b"Transfer-Encoding:", LENGTH), BAD),
    ("Transfer-Encoding: chunked with a vertical tab", framed(b"Transfer-Encoding: \x0bchunked", body=chunked(GOOD)), BAD),
    ("a chunk size with 0x", framed(CHUNKED, body=b"0x5\r\nabcde\r\n0\r\n\r\n"), BAD),
    ("a chunk size with +", framed(CHUNKED, body=b"+5\r\nabcde\r\n0\r\n\r\n"), BAD),
    ("a chunk size below zero", framed(CHUNKED, body=b"-5\r\nabcde\r\n0\r\n\r\n"), BAD),
    ("a chunk size with _", framed(CHUNKED, body=b"0_5\r\nabcde\r\n0\r\n\r\n"), BAD),
    ("no chunk size", framed(CHUNKED, body=b"\r\nabcde\r\n0\r\n\r\n"), BAD),
    ("a chunk longer than its size", framed(CHUNKED, body=b"4\r\nabcde\r\n0\r\n\r\n"), BAD),
    ("a chunk head that ends with a bare LF", framed(CHUNKED, body=b"5\nabcde\r\n0\r\n\r\n"), BAD),
    ("a chunk extension, which no sender needs", framed(CHUNKED, body=b"%x;a=b\r\n%s\r\n0\r\n\r\n" % (len(GOOD), GOOD)), BAD),
    ("a bare CR in a chunk extension", framed(CHUNKED, body=b"5;a\rb\r\nabcde\r\n0\r\n\r\n"), BAD),
    ("a chunk head without an end", framed(CHUNKED, body=b"5;" + b"a" * 10000), BAD),
    ("trailers without an end", framed(CHUNKED, body=b"0\r\n" + b"X-A: b\r\n" * 2000), {BAD, "431 header_too_large"}),
    ("a header of more than 16 kB", framed(b"X-A: " + b"a" * 17000, LENGTH), "431 header_too_large"),
    ("more than 100 fields", framed(*[b"X-%d: a" % i for i in range(101)], LENGTH), "431 header_too_large"),
    ("a target of more than 8 kB", raw(b"POST " + PATH.encode() + b"?" + b"a" * 8300 + b" HTTP/1.1", b"Host: x", LENGTH),
     "414 target_too_long"),
    ("a request line without an end", b"POST /" + b"a" * 20000, "414 target_too_long"),
    ("Content-Encoding: gzip", framed(LENGTH, b"Content-Encoding: gzip"), "415 encoding"),
    ("Content-Encoding: identity", framed(LENGTH, b"Content-Encoding: identity"), "415 encoding"),
    ("10 GB declared", framed(b"Content-Length: 10737418240", body=b""), "413 body_too_large"),
    ("a Content-Length of 30 digits", framed(b"Content-Length: " + b"9" * 30, body=b""), {"413 body_too_large", BAD}),
    ("a body one byte over the limit", framed(b"Content-Length: %d" % (LIMIT + 1), body=b"a" * (LIMIT + 1)),
     "413 body_too_large"),
    ("a chunk of 2^70 bytes", framed(CHUNKED, body=b"400000000000000000\r\n"), {"413 body_too_large", BAD}),
    ("chunks over the limit", framed(CHUNKED, body=chunked(b"a" * (LIMIT + 1), 4096)), "413 body_too_large"),
]

BIG = webhook(call_id="call_http_big", transcript="a" * (LIMIT - 100))
EXACT = BIG + b" " * (LIMIT - len(BIG))

ACCEPTED = [
    ("a plain signed request", request(GOOD)),
    ("HTTP/1.0", request(GOOD, version="HTTP/1.0")),
    ("HTTP/1.0 without Host", request(GOOD, version="HTTP/1.0", host=None)),
    ("an empty Host", request(GOOD, host="")),
    ("chunked", framed(CHUNKED, body=chunked(GOOD))),
    ("chunked, with upper-case hex and leading zeros", framed(CHUNKED, body=b"000%X\r\n%s\r\n0\r\n\r\n" % (len(GOOD), GOOD))),
    ("chunked, with a trailer", framed(CHUNKED, body=b"%x\r\n%s\r\n0\r\nX-T: 1\r\n\r\n" % (len(GOOD), GOOD))),
    ("Transfer-Encoding: Chunked", framed(b"TRANSFER-ENCODING: Chunked", body=chunked(GOOD))),
    ("a wrong content type", request(GOOD, fields=["Content-Type: image/png"])),
    ("no content type but a charset", request(GOOD, fields=["Content-Type: ;charset=utf-7"])),
    ("an upgrade to h2c", request(GOOD, fields=["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAA"])),
    ("an upgrade to websocket", request(GOOD, fields=["Connection: Upgrade", "Upgrade: websocket"])),
    ("a body of exactly the limit", request(EXACT)),
    ("100 fields", request(GOOD, fields=[f"X-{i}: a" for i in range(97)])),
    ("values in Latin-1 in other fields", request(GOOD, fields=["X-Name: M\xfcller"])),
    ("leading zeros in Content-Length", framed(b"Content-Length: 00%d" % len(GOOD))),
]

METHODS = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "post", "PROPFIND"]


def add(table):
    with Program({"webhook/maxBodyBytes": LIMIT}) as program:
        port = program.serve().port
        watch = Watch(program)
        table.group(_malformed, port)
        table.group(_accepted, port)
        table.group(_methods, port)
        table.group(_bodies_of_answers, port)
        table.group(_pieces_and_order, port)
        table.group(_expect, port)
        table.group(_unread_bodies, port)
        table.group(_ends, port, program)
        noted = program.value("SELECT count(*) FROM deliveries WHERE http_status IN (408, 413, 414, 415, 431)")
        table.row("what never reached the handler is no delivery", 0, noted)
        watch.judge(table, "after all that is wrong HTTP")
        table.row("SIGTERM afterwards ends with 0", 0, program.stop())


def _malformed(table, port):
    for fault, data, expected in MALFORMED:
        with Wire(port) as wire:
            wire.send(data + b"GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n" * (b"rldecode" not in data))
            try:
                seen = str(wire.answer())
                end = wire.ending()
            except Closed as closed:
                seen = end = closed.how
        table.row(f"{fault}: refused", expected, seen)
        table.row(f"{fault}: closed, no second answer", {"closed", "reset"}, end)


def _accepted(table, port):
    for fault, data in ACCEPTED:
        table.row(f"{fault}: taken", "204", ask(port, data))


def _methods(table, port):
    for method in METHODS:
        with Wire(port) as wire:
            wire.send(request(b"", method=method, signed=False))
            answer = wire.answer(head_only=method == "HEAD")
            table.row(f"{method}: 405, and Allow says what is taken", (405, "POST"),
                      (answer.status, answer.fields.get("allow")))
            wire.send(request(GOOD))
            table.row(f"{method}: the connection goes on", "204", str(wire.answer()))
    table.row("CONNECT opens nothing", {"400 bad_request", "404 not_found", "405 method_not_allowed"},
              ask(port, b"CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n"))
    table.row("GET of another path", "404 not_found", ask(port, request(b"", path="/", method="GET")))


def _bodies_of_answers(table, port):
    with Wire(port) as wire:
        wire.send(request(GOOD))
        answer = wire.answer()
        table.row("204 has neither body nor Content-Length nor Content-Type", [],
                  sorted({"content-length", "content-type", "transfer-encoding"} & answer.fields.keys()))
        mark = "<script>evil</script>"
        wire.send(request(b"{}", path="/nowhere", signed=False, fields=[f"X-Evil: {mark}", f"Origin: {mark}"]))
        answer = wire.answer()
        table.row("an error is JSON with error and reason", ("application/json", "not_found"),
                  (answer.fields.get("content-type", "").split(";")[0], answer.reason))
        table.row("an error echoes nothing of the request", False, b"evil" in answer.body)
        table.row("no answer names the software", None, answer.fields.get("server"))
        table.row("an answer carries the date", True, "date" in answer.fields)


def _pieces_and_order(table, port):
    with Wire(port) as wire:
        for byte in request(GOOD):
            wire.send(bytes([byte]))
        table.row("a request in pieces of one byte", "204", str(wire.answer()))
    wanted = ["204", "401 signature_missing", "404 not_found", "204", "405 method_not_allowed", "400 bad_json", "204"]
    several = [request(GOOD), request(GOOD, signed=False), request(GOOD, path="/a"), framed(CHUNKED, body=chunked(GOOD)),
               request(b"", method="PUT"), request(b"nonsense"), request(GOOD)]
    with Wire(port) as wire:
        wire.send(b"".join(several))
        table.row("seven at once on one connection: answers in order", wanted, [str(wire.answer()) for _ in several])
    with Wire(port) as wire:
        count = 200
        wire.send(request(GOOD) * count)
        table.row("200 at once on one connection: all answered", ["204"] * count, [str(wire.answer()) for _ in range(count)])
    with Wire(port) as wire:
        seen = []
        for data in several:
            wire.send(data)
            seen.append(str(wire.answer()))
        table.row("seven after each other on one connection", wanted, seen)
    with Wire(port) as wire:
        wire.send(request(GOOD, fields=["Connection: close"]) + request(GOOD))
        table.row("Connection: close", ("204", "closed"), (str(wire.answer()), wire.ending()))
    with Wire(port) as wire:
        wire.send(request(GOOD, version="HTTP/1.0"))
        table.row("HTTP/1.0 closes", ("204", "closed"), (str(wire.answer()), wire.ending()))
    with Wire(port) as wire:
        wire.send(request(GOOD, version="HTTP/1.0", fields=["Connection: keep-alive"]))
        first = wire.answer()
        wire.send(request(GOOD, version="HTTP/1.0", fields=["Connection: keep-alive"]))
        table.row("HTTP/1.0 with keep-alive, as proxies speak it", ("204", "keep-alive", "204"),
                  (str(first), first.fields.get("connection"), str(wire.answer())))


def _expect(table, port):
    with Wire(port) as wire:
        head, body = request(GOOD, fields=["Expect: 100-continue"]).split(b"\r\n\r\n")
        wire.send(head + b"\r\n\r\n")
        first = wire.answer().status
        wire.send(body)
        table.row("Expect: 100-continue", (100, "204"), (first, str(wire.answer())))
    table.row("Expect: 100-continue with a body too large: refused at once", "413 body_too_large",
              ask(port, framed(b"Content-Length: 99999999", b"Expect: 100-continue", body=b"")))


def _unread_bodies(table, port):
    for name, head in (("declared", b"Content-Length: 10737418240"), ("chunked", CHUNKED)):
        with Wire(port) as wire:
            wire.send(framed(head, body=b""))
            block, sent = b"%x\r\n" % 65536 + b"a" * 65536 + b"\r\n", 0
            while sent < 512 and wire.send(block):
                sent += 1
            try:
                seen = str(wire.answer())
            except Closed as end:
                seen = end.how
            # Bytes that arrive after a reset may cost the sender the answer it has not read; not the server's doing.
            table.row(f"{name} without an end: 413, or cut off", {"413 body_too_large", "reset"}, seen)
            table.holds(f"{name} without an end: not read on", "at most 16 MB taken", f"{sent * 64 // 1024} MB", sent < 256)
    with Wire(port) as wire:
        wire.send(framed(b"Content-Length: 10737418240", body=b"") + b"a" * 300_000)
        answer = wire.answer()
        table.row("10 GB declared, 300 kB sent: the answer is read whole", ("413 body_too_large", "close"),
                  (str(answer), answer.fields.get("connection")))


def _ends(table, port, program):
    taken = "SELECT count(*) FROM deliveries WHERE verdict = 'accepted'"
    before = program.value(taken)
    whole = request(GOOD)
    for name, part in (("head", whole[:30]), ("body", whole[:-5])):
        with Wire(port) as wire:
            wire.send(part)
            wire.finish_sending()
            table.row(f"FIN in the middle of the {name}: closed without an answer", "closed", wire.ending())
        wire = Wire(port)
        wire.send(part)
        wire.reset()
    table.row("half requests leave no row", before, program.value(taken))
    with Wire(port) as wire:
        wire.send(whole)
        wire.finish_sending()
        table.row("a client that has finished sending gets its answer", ("204", "closed"), (str(wire.answer()), wire.ending()))
    with Wire(port) as wire:
        wire.finish_sending()
        table.row("a client that says nothing and ends", "closed", wire.ending())
