# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests and signatures that broke other programs, sent to this one: nothing malformed or smuggled is taken."""
import json
import re

import corpora
from program import Program
from table import until
from watch import Watch
from wire import Closed, Wire, mac, now_ms, post, request, webhook

FILES = ["beast-seeds", "gunicorn", "h2o-fuzz", "http-garden", "llhttp"]
# gunicorn: one line over its own default of 4094 or 8190 bytes, which is within the contract's limits; and a request
# that is complete, with its 14 bytes. llhttp: a method of RTSP, which it knows; to us it is one more that is no POST.
FINE = {"gunicorn/invalid/006", "gunicorn/invalid/007", "gunicorn/invalid/008", "gunicorn/valid/001",
        "llhttp/request/invalid/HTTP-protocol-and-ANNOUNCE-method"}
READ = {"200", "204", "401", "404", "405"}  # what only a request that was read as well-formed is answered


def add(table):
    if not corpora.is_there("http"):
        table.skip("malformed requests: ../shared/corpora/http is not beside the checkout")
    else:
        with Program() as program:
            program.serve()
            watch = Watch(program)
            for name in FILES:
                table.group(_malformed, program, name)
            table.group(_gadgets, program)
            until(lambda: program.value("SELECT count(*) FROM deliveries WHERE verdict = 'rejected'") > 1)
            table.row("the corpora make no call, and no delivery of theirs is accepted", ({"call_watch"}, {"call_watch"}),
                      ({row["retell_call_id"] for row in program.rows("SELECT retell_call_id FROM calls")},
                       {row["call_id"] for row in program.rows("SELECT call_id FROM deliveries WHERE verdict = 'accepted'")}))
            watch.judge(table, "after the corpora of requests")
            table.row("SIGTERM ends with 0", 0, program.stop())
    if not corpora.is_there("signature"):
        table.skip("signature vectors: ../shared/corpora/signature is not beside the checkout")
    else:
        table.group(_signatures)


def answers_to(port, data):
    """The status codes of all answers, and how the connection ended. The bodies are ours and hold no such line."""
    with Wire(port) as wire:
        wire.send(data)
        try:
            wire.finish_sending()
        except OSError:
            pass  # it has gone already
        try:
            while True:
                wire._more()
        except Closed as end:
            return re.findall(rb"HTTP/1\.1 (\d{3})", wire.waiting), end.how


def allowed(entry):
    """How many requests of an entry may be read although its corpus says it is malformed."""
    if entry.get("expect") == "any":
        return 1_000
    # llhttp: malformed because bytes follow "Connection: close"; here they are never read.
    return int("Data after `Connection: close`" in entry.get("why", "") or entry["id"] in FINE)


def _malformed(table, program, name):
    entries = corpora.lines("http", f"{name}.jsonl")
    taken, second, open_still, refused = [], [], [], 0
    for entry in entries:
        statuses, end = answers_to(program.port, entry["bytes"])
        statuses = [status.decode() for status in statuses if status != b"100"]
        well = [status in READ for status in statuses]
        refused += not all(well)
        if sum(well) > allowed(entry):
            taken.append(entry["id"])
        if not all(well[:-1]):
            second.append(entry["id"])
        if end == "silence":
            open_still.append(entry["id"])
    table.row(f"{name}: {len(entries)} requests, {refused} refused; malformed ones read as requests", [], taken)
    table.row(f"{name}: answered after a refusal", [], second)
    table.row(f"{name}: not closed at the end", [], open_still)


def _gadgets(table, program):
    """A reader who believes the gadget sees the body's end after "0", and a good webhook behind it."""
    inner = b"0\r\n\r\n" + request(webhook(call_id="call_smuggled"))
    length = b"Content-Length: %d" % len(inner)
    start, signed = request(inner, length=False).removesuffix(b"\r\n\r\n" + inner), b"\r\n\r\n" + inner
    gadgets = corpora.lines("http", "smuggler-gadgets.jsonl", member="gadget_b64")
    wrong, by_length = [], 0
    for gadget in gadgets:
        for head in (start + b"\r\n" + length + b"\r\n" + gadget["bytes"], start + b"\r\n" + gadget["bytes"] + b"\r\n" + length):
            statuses, _ = answers_to(program.port, head + signed)
            by_length += statuses == [b"400"]
            if len(statuses) != 1 or statuses[0][:1] != b"4":
                wrong.append((gadget["id"], statuses))
    table.row(f"{2 * len(gadgets)} smuggling gadgets over a good webhook: one refusal each", [], wrong)
    table.row("the webhook in their bodies is not taken", None, program.call("call_smuggled"))


def _signatures(table):
    vectors = json.loads(corpora.read("signature", "vectors.json"))
    retell, standard = vectors["retell"], vectors["standard_webhooks"]
    body, key, moment = retell["body"].encode(), retell["key"], str(retell["timestamp_ms"])
    table.row("this table signs as Retell's own tests do", retell["digest"], mac(key, body, moment.encode()))
    with Program({"webhook/toleranceSeconds": 3600}, key=key) as program:
        port = program.serve().port
        table.row("Retell's vector, years later", "401 timestamp_expired",
                  post(port, body, signed=f"v={moment},d={retell['digest']}"))
        for header in retell["malformed"]:
            table.row(f"Retell's malformed vector {header[:60]!r}", {"401 signature_malformed", "401 signature_missing"},
                      post(port, body, signed=header))
        now = str(now_ms())
        table.row("the vector's body and key, signed now: only no_call_id stands against it", "400 no_call_id",
                  post(port, body, signed=f"v={now},d={mac(key, body, now.encode())}"))
        payload = standard["payload"].encode()
        table.row("the vector of Standard Webhooks in Retell's header", "401 signature_malformed",
                  post(port, payload, signed=standard["signature"]))
        fields = [f"webhook-id: {standard['msg_id']}", f"webhook-timestamp: {standard['timestamp_s']}",
                  f"webhook-signature: {standard['signature']}"]
        table.row("the vector of Standard Webhooks in its own headers", "401 signature_missing",
                  post(port, payload, signed=False, fields=fields))
        program.stop()
