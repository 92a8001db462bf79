# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON that should not be, and content that should not matter."""
import csv
import glob
import io
import json
import os
from collections import Counter

import corpora
from program import Program
from table import until
from watch import Watch
from wire import Wire, post, request, webhook


def add(table):
    with Program() as program:
        program.serve()
        table.group(_envelopes, program)
        watch = Watch(program)
        table.group(_depth, program)
        table.group(_duplicates, program)
        table.group(_numbers, program)
        table.group(_wrong_types, program)
        table.group(_texts, program)
        table.group(_halves, program)
        table.group(_suite, program)
        table.group(_naughty, program)
        table.group(_log, program)
        watch.judge(table, "after all JSON")
        table.row("SIGTERM ends with 0", 0, program.stop())
        table.row("the file is sound afterwards", "ok", program.value("PRAGMA integrity_check"))


class Poster:
    """One connection for many bodies; a new one where the program closed it."""

    def __init__(self, port):
        self.port, self.wire = port, Wire(port)

    def __call__(self, body):
        if not self.wire.send(request(body)):
            self.wire = Wire(self.port)
            self.wire.send(request(body))
        return str(self.wire.answer())


ENVELOPES = [
    (b"[]", "400 no_event"), (b'"call_started"', "400 no_event"), (b"null", "400 no_event"), (b"1", "400 no_event"),
    (b"{}", "400 no_event"), (b'{"event":""}', "400 no_event"), (b'{"event":null}', "400 no_event"),
    (b'{"event":1,"call":{"call_id":"x"}}', "400 no_event"), (b'{"event":["call_started"]}', "400 no_event"),
    (b'{"event":"call_started"}', "400 no_call_id"), (b'{"event":"call_started","call":null}', "400 no_call_id"),
    (b'{"event":"call_started","call":[]}', "400 no_call_id"), (b'{"event":"call_started","call":"x"}', "400 no_call_id"),
    (b'{"event":"call_started","call":{}}', "400 no_call_id"), (b'{"event":"call_started","call":{"call_id":""}}', "400 no_call_id"),
    (b'{"event":"call_started","call":{"call_id":null}}', "400 no_call_id"),
    (b'{"event":"call_started","call":{"call_id":7}}', "400 no_call_id"),
    (b'{"event":"call_started","call_id":"x"}', "400 no_call_id"),
    (b'{"event":"something_new"}', "400 no_call_id"),
    (b'{"event":"something_new","call":{"call_id":"call_unknown_event"}}', "204"),
    (b'{"event":"CALL_STARTED","call":{"call_id":"call_unknown_event"}}', "204"),
    (b'{"event":"chat_started","chat":{"chat_id":"x"}}', "204"), (b'{"event":"chat_ended"}', "204"),
    (b'{"event":"chat_analyzed","chat":{}}', "204"),
    (b' \t\r\n{"event":"call_started","call":{"call_id":"call_blanks"}}\r\n ', "204"),
    (b'{"event":"call_started","call":{"call_id":"call_x"}}{}', "400 bad_json"),
    (b'{"event":"call_started","call":{"call_id":"call_x"}}\x00', "400 bad_json"),
    (b'{"event":"call_started","call":{"call_id":"call_x"},}', "400 bad_json"),
    (b"{'event':'call_started','call':{'call_id':'call_x'}}", "400 bad_json"),
    (b'{"event":"call_started",/* */"call":{"call_id":"call_x"}}', "400 bad_json"),
    (b'{"event":"call_started","call":{"call_id":"call_x","a":NaN}}', "400 bad_json"),
    (b'{"event":"call_started","call":{"call_id":"call_x","a":Infinity}}', "400 bad_json"),
    (b'{"event":"call_started","call":{"call_id":"call_x","a":"\xff"}}', "400 bad_json"),
    (b'{"event":"call_started","call":{"call_id":"call_x","a":"\xed\xa0\x80"}}', "400 bad_json"),
    (b'{"event":"call_started","call":{"call_id":"call_x","a":"\xc0\x80"}}', "400 bad_json"),
    ('{"event":"call_started","call":{"call_id":"call_x"}}'.encode("utf-16-le"), "400 bad_json"),
    ('{"event":"call_started","call":{"call_id":"call_x"}}'.encode("utf-16"), "400 bad_json"),
]


def _envelopes(table, program):
    for body, expected in ENVELOPES:
        table.row(f"a signed {body[:70]!r}", expected, post(program.port, body))
    table.row("unknown events and chats make no row", ["call_blanks"],
              [row["retell_call_id"] for row in program.rows("SELECT retell_call_id FROM calls")])
    kept = {row["event"] for row in program.rows("SELECT event FROM deliveries WHERE verdict = 'accepted'")}
    table.row("unknown events and chats are noted as accepted",
              {"something_new", "CALL_STARTED", "chat_started", "chat_ended", "chat_analyzed", "call_started"}, kept)


def _depth(table, program):
    for depth in (1_000, 10_000, 100_000):
        for opening, closing in (("[", "]"), ('{"a":', "}")):
            inner = opening * depth + "1" + closing * depth
            body = f'{{"event":"call_started","call":{{"call_id":"call_deep","metadata":{inner}}}}}'.encode()
            table.row(f"{depth} times {opening} in a signed body", "400 bad_json", post(program.port, body))
            table.row(f"{depth} times {opening} in an unsigned one", "401 signature_missing", post(program.port, body, signed=False))
    table.row("30 times [ is no depth", "204", post(program.port, webhook(call_id="call_30", metadata=json.loads("[" * 30 + "]" * 30))))


def _duplicates(table, program):
    body = (b'{"event":"call_ended","event":"call_started","call":{"call_id":"call_first","call_id":"call_last",'
            b'"agent_name":"first","agent_name":"last","call_status":"ended","call_status":"ongoing",'
            b'"metadata":{"a":1,"a":2}}}')
    table.row("members twice: taken", "204", post(program.port, body))
    call = program.call("call_last") or {}
    table.row("members twice: the last wins everywhere", ("last", "ongoing", "ongoing", '{"a":2}'),
              (call.get("agent_name"), call.get("status"), call.get("call_status"), call.get("metadata")))
    table.row("members twice: the first call id means nothing", None, program.call("call_first"))
    table.row("members twice: deliveries read the same", ("call_started", "call_last"),
              tuple(program.rows("SELECT event, call_id FROM deliveries WHERE verdict = 'accepted' ORDER BY id DESC LIMIT 1")[0].values()))
    whole = b'{"event":"call_started","call":{"call_id":"call_a"},"call":{"call_id":"call_b"}}'
    post(program.port, whole)
    table.row("the call twice: the last wins", (None, True), (program.call("call_a"), program.call("call_b") is not None))


NUMBERS = ["1e400", "-1e400", "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551616", "-1",
           "-0", "-0.0", "1.5", "0.1e1", "1E3", "9" * 400, "0." + "1" * 400, "1e-400", "4102444800001e3", "1790000000000.0"]
ALLOWED = {"-0": 0, "1e-400": 0, "-0.0": 0, "0.1e1": 1, "1E3": 1000, "1790000000000.0": 1790000000000}


def _numbers(table, program):
    poster = Poster(program.port)
    for i, number in enumerate(NUMBERS):
        members = ",".join(f'"{name}":{number}' for name in ("duration_ms", "start_timestamp", "end_timestamp", "agent_version"))
        body = (f'{{"event":"call_ended","event_timestamp":{number},"call":{{"call_id":"call_n{i}","call_status":"ended",{members},'
                f'"call_cost":{{"combined_cost":{number},"product_costs":[{{"product":"a","cost":{number}}}]}},'
                f'"latency":{{"e2e":{{"p50":{number},"num":{number},"values":[{number}]}}}}}}}}').encode()
        table.row(f"the number {number[:30]} everywhere: taken", "204", poster(body))
        call = program.call(f"call_n{i}")
        table.row(f"the number {number[:30]} as a duration", ALLOWED.get(number), call["duration_ms"])
        if number not in ALLOWED:
            warned = [row["member"] for row in program.rows("SELECT member FROM call_warnings WHERE call_id = ?", call["id"])]
            table.row(f"the number {number[:30]} leaves a warning", True, "duration_ms" in warned)
        shown = program.json("show", f"call_n{i}")
        table.row(f"the number {number[:30]}: show gives JSON", f"call_n{i}", shown["retell_call_id"])
        raw = program.rows("SELECT encoding, body FROM delivery_bodies WHERE rejected = 0 ORDER BY delivery_id DESC LIMIT 1")[0]
        table.holds(f"the number {number[:30]}: the raw body is kept", "the same bytes", raw["encoding"],
                    raw["encoding"] == "zstd" or raw["body"] == body)


FIELDS = {"call_type": 1, "direction": True, "from_number": 4930, "to_number": [], "agent_id": 5, "agent_name": {"a": 1},
          "agent_version": "3", "start_timestamp": "1790000000000", "end_timestamp": True, "duration_ms": "71000",
          "transcript": ["a"], "recording_url": 1, "public_log_url": False, "disconnection_reason": 9, "call_cost": "9.785",
          "latency": [1], "call_analysis": "good", "transcript_object": "x", "metadata": 5, "opt_in_signed_url": "true"}


def _wrong_types(table, program):
    body = webhook("call_ended", "call_types", summary="kept", **FIELDS)
    table.row("wrong types everywhere: taken", "204", post(program.port, body))
    call = program.call("call_types")
    warned = {row["member"] for row in program.rows("SELECT member FROM call_warnings WHERE call_id = ?", call["id"])}
    for name, value in FIELDS.items():
        if name in call and name != "metadata":
            table.row(f"{name} = {value!r}: NULL", None, call[name])
        if name != "metadata" and value != []:
            table.row(f"{name} = {value!r}: a warning", True, name in warned)
    table.row("the warnings are shown", warned, {entry["member"] for entry in program.json("show", "call_types")["warnings"]})
    table.row("… and the state of the call is known all the same", ("completed", "ended"), (call["status"], call["call_status"]))
    odd = webhook("call_ended", "call_odd", call_status=5, call_analysis={"call_successful": "yes", "call_summary": 1, "user_sentiment": 0})
    table.row("a status that is a number: taken", "204", post(program.port, odd))
    call = program.call("call_odd")
    table.row("a status that is a number: the event decides", ("completed", None, None, None),
              (call["status"], call["call_successful"], call["summary"], call["user_sentiment"]))


TEXTS = {"ends": " ", "blanks": "  a\t\n ", "nul": "a\0b", "bidi": "\u202egnp.exe", "zero width": "\u200b", "emoji": "👍🏽👨‍👩‍👧‍👦", "combining": "é vs é",
         "html": "<img src=x onerror=alert(1)>", "sql": "'; DROP TABLE calls; --", "percent": "100%_\\", "formula": "=1+1",
         "line ends": "a\r\nb\rc\nd", "ansi": "\x1b[31mred\x1b[0m\x07", "noncharacter": "\ufffe\uffff", "quotes": '"\'`', "long": "ä" * 300_000}


def _texts(table, program):
    for name, text in TEXTS.items():
        call_id = f"call_text_{name}"
        table.row(f"text with {name}: taken", "204",
                  post(program.port, webhook("call_ended", call_id, transcript=text, agent_name=text, from_number=text)))
        kept = text.replace("\0", "\ufffd")
        call = program.call(call_id)
        table.row(f"text with {name}: stored as it came", True,
                  (call["transcript"], call["agent_name"], call["from_number"]) == (kept,) * 3)
        shown = program.json("show", call_id)
        table.row(f"text with {name}: shown as it came in JSON", True, (shown["transcript"], shown["agent_name"]) == (kept,) * 2)
    for command in (["calls"], ["calls", "--limit", "0"], *(["show", f"call_text_{name}"] for name in ("ansi", "nul", "line ends", "bidi"))):
        done = program.run(*command)
        controls = {hex(ord(c)) for c in done.stdout if (ord(c) < 32 and c != "\n") or 0x7f <= ord(c) < 0xa0 or 0x2028 <= ord(c) <= 0x202e}
        table.row(f"{' '.join(command)}: no control characters reach the terminal", set(), controls)
    table.row("a call id with blanks can be asked for", "call_text_line ends", program.json("show", "call_text_line ends")["retell_call_id"])


def _halves(table, program):
    """Half a character, as JSON.stringify (ECMA-262) writes it when a text was cut in the middle of an emoji. RFC 8259,
    section 8.2, leaves open what it means: to us it is U+FFFD."""
    for i, (text, kept) in enumerate(((r"x\ud83d", "x\ufffd"), (r"\udc4d\ud83d", "\ufffd\ufffd"), (r"\ud83d\ud83d\udc4d", "\ufffd👍"))):
        body = (f'{{"event":"call_ended","call":{{"call_id":"call_half_{i}","call_status":"ended","transcript":"{text}",'
                f'"metadata":{{"{text}":"{text}"}},"transcript_object":[{{"role":"user","content":"{text}"}}]}}}}').encode()
        table.row(f"{text} everywhere: taken", "204", post(program.port, body))
        call = program.call(f"call_half_{i}")
        table.row(f"{text}: reads as", (kept, {kept: kept}), (call["transcript"], json.loads(call["metadata"])))
        table.row(f"{text}: the raw body is kept", True, body in program.kept_bodies("accepted"))
    table.row("half a character does not excuse the rest", "400 bad_json",
              post(program.port, rb'{"event":"call_started","call":{"call_id":"call_x","a":"\ud83d",}}'))


# The standard leaves the files whose names begin with i_ to the reader. Of those, these hold half a character.
HALVES = {"i_object_key_lone_2nd_surrogate.json", "i_string_1st_surrogate_but_2nd_missing.json",
          "i_string_1st_valid_surrogate_2nd_invalid.json", "i_string_incomplete_surrogate_and_escape_valid.json",
          "i_string_incomplete_surrogate_pair.json", "i_string_incomplete_surrogates_escape_valid.json",
          "i_string_invalid_lonely_surrogate.json", "i_string_invalid_surrogate.json",
          "i_string_inverted_surrogates_U+1D11E.json", "i_string_lone_second_surrogate.json"}


def _suite(table, program):
    paths = sorted(glob.glob(os.path.join(corpora.FOLDER, "jsontestsuite", "*.json")))
    if not paths:
        return table.skip("JSONTestSuite: ../shared/corpora/jsontestsuite is not beside the checkout")
    poster = Poster(program.port)
    sent = {"accepted": Counter(), "rejected": Counter()}
    for index, path in enumerate(paths):
        name = os.path.basename(path)
        with open(path, "rb") as file:
            document = file.read()
        kind = "y" if name in HALVES else name[0]
        wanted = {"n": {"400 bad_json"}, "y": {"400 no_event"}}.get(kind, {"400 bad_json", "400 no_event"})
        table.row(f"{name}, signed", wanted, poster(document))
        sent["rejected"][document] += 1 if document else 0  # of nothing, nothing is kept
        call_id = f"call_suite_{index}"
        body = b'{"event":"call_ended","call":{"call_id":"%s","metadata":%s,"agent_name":"after"}}' % (call_id.encode(), document)
        wanted = {"n": {"400 bad_json"}, "y": {"204"}}.get(kind, {"400 bad_json", "204"})
        answer = poster(body)
        table.row(f"{name} as a member", wanted, answer)
        sent["accepted" if answer == "204" else "rejected"][body] += 1
        if answer == "204":
            table.group(_same, program, name, call_id, document)
    for verdict, bodies in sent.items():
        def missing(verdict=verdict, bodies=bodies):
            return bodies - Counter(program.kept_bodies(verdict))
        until(lambda missing=missing: not missing())
        table.row(f"JSONTestSuite: the {bodies.total()} {verdict} bodies are kept byte for byte; missing", [],
                  [body[:60] for body in missing()])
    table.row("no answer of 5xx was given", 0, program.value("SELECT count(*) FROM deliveries WHERE http_status >= 500"))


def _same(table, program, name, call_id, document):
    call = program.call(call_id)
    table.row(f"{name}: what stands behind it is read", "after", call["agent_name"])
    if name[0] != "y":
        return
    sent = json.loads(document)
    nothing = sent in (None, "", [], {}) and sent is not False and sent != 0
    stored = json.loads(call["metadata"]) if isinstance(call["metadata"], str) else None
    if not (nothing and stored is None):
        table.holds(f"{name}: stored with the same meaning", repr(sent)[:60], repr(stored)[:60], equal(sent, stored))


def equal(sent, stored):
    """The same value; a number too small or large for a double may be told otherwise."""
    if isinstance(sent, dict):
        return isinstance(stored, dict) and sent.keys() == stored.keys() and all(equal(v, stored[k]) for k, v in sent.items())
    if isinstance(sent, list):
        return isinstance(stored, list) and len(sent) == len(stored) and all(map(equal, sent, stored))
    return sent == stored or (isinstance(sent, (int, float)) and isinstance(stored, float) and float(sent) == stored)


def _naughty(table, program):
    if not corpora.is_there("blns"):
        return table.skip("naughty strings: ../shared/corpora/blns is not beside the checkout")
    texts = [text for text in json.loads(corpora.read("blns", "blns.json")) if text]
    poster = Poster(program.port)
    whole = {poster(data) for text in texts for data in (text.encode(), json.dumps(text).encode())}
    table.row(f"{len(texts)} naughty strings as the whole body, bare and as JSON: refused", {"400 bad_json", "400 no_event"}, whole)
    ids = {f"call_naughty_{i}_{text}": text for i, text in enumerate(texts)}
    bodies = [webhook("call_analyzed", call_id, agent_name=text, transcript=text, from_number=text, disconnection_reason=text,
                      metadata={text: text}, call_analysis={"call_summary": text, "user_sentiment": text}, call_status="ended")
              for call_id, text in ids.items()]
    table.row(f"{len(ids)} naughty strings in every member: taken", {"204"}, {poster(body) for body in bodies})
    table.row("naughty strings: the raw bodies are kept byte for byte", set(), set(bodies) - set(program.kept_bodies("accepted")))
    def wrong(calls):
        names = ("agent_name", "transcript", "summary", "user_sentiment", "disconnection_reason")
        return [call_id for call_id, text in ids.items()
                if [calls.get(call_id, {}).get(name) for name in names] != [text.replace("\0", "\ufffd")] * 5]
    rows = {row["retell_call_id"]: row for row in program.rows("SELECT * FROM calls WHERE retell_call_id LIKE 'call_naughty_%'")}
    table.row("naughty strings: stored as they came", [], wrong(rows))
    table.row("naughty strings: metadata, too", [],
              [i for i, row in rows.items() if json.loads(row["metadata"]) != {ids[i]: ids[i]}])
    for form in ("json", "jsonl", "csv"):
        done = program.run("calls", "--limit", "0", "--format", form, "--search", "call_naughty_")
        table.row(f"naughty strings: calls --format {form} says the same", [], wrong(read(form, done.stdout)))
    for command in (["calls", "--limit", "0"], ["deliveries", "--limit", "0"]):
        done = program.run(*command)
        table.row(f"naughty strings: {command[0]} as a table", (0, len(done.stdout.splitlines()) - 1),
                  (done.returncode, program.value(f"SELECT count(*) FROM {command[0]}")))
    lost = [text for call_id, text in list(ids.items())[::10]
            if call_id not in {call["retell_call_id"] for call in program.json("calls", "--limit", "0", "--search", text)}]
    table.row("naughty strings: --search finds them", [], lost)
    by_agent = [text for call_id, text in list(ids.items())[5::40]
                if {call["agent_name"].casefold() for call in program.json("calls", "--limit", "0", "--agent", text)} != {text.casefold()}]
    table.row("naughty strings: --agent finds exactly them", [], by_agent)


def _log(table, program):
    """Names from outside must not make lines of their own in the log, nor colours."""
    mark = "forged"
    evil = f"call_x\r\n2026-01-01 {mark}\n\x1b[31m{mark}\x1b[0m\x07\u2028{mark}\u202e"
    answers = [post(program.port, webhook("call_started", evil)), post(program.port, webhook(evil, "call_log")),
               post(program.port, webhook("call_started", evil), signed=False), post(program.port, webhook(evil, evil) + b",", signed=True),
               post(program.port, webhook("call_ended", evil, duration_ms=evil, transcript=[evil], call_cost=evil))]
    table.row("names with line ends and escape sequences: taken or refused as others are",
              ["204", "204", "401 signature_missing", "400 bad_json", "204"], answers)
    until(lambda: program.value("SELECT count(*) FROM deliveries WHERE event = ?", evil))
    logged = program.logged()
    table.row("the log has no control characters", set(), {hex(ord(c)) for c in logged if c != "\n" and (ord(c) < 32 or 0x7f <= ord(c) < 0xa0
                                                                                                     or 0x2028 <= ord(c) <= 0x202e)})
    table.row("no line of the log was begun by a stranger", [], [line for line in logged.splitlines() if line.startswith(("2026-01-01", mark))])


def read(form, text):
    if form == "json":
        calls = json.loads(text)
    elif form == "jsonl":
        calls = [json.loads(line) for line in text.split("\n") if line]
    else:
        csv.field_size_limit(1 << 30)
        calls = [{name: without_apostrophe(value) for name, value in row.items()}
                 for row in csv.DictReader(io.StringIO(text, newline=""))]
    return {call["retell_call_id"]: call for call in calls}


def without_apostrophe(value):
    """The documented mark in front of what a spreadsheet would calculate."""
    return value[1:] if value[:1] == "'" and value[1:2] in tuple("=+-@\t\r") else value
